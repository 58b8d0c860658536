"""Running the tests against mutants: collected and tried once, then one fork of this process per mutant."""

import contextlib
import gc
import inspect
import io
import os
import signal
import sys
import time
import types
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from benchmarks.mutants import Mutant, mutants

KILLED, SURVIVED, STILLBORN, SLOW, UNSEEN, BROKEN, TABLE = (
    "killed", "survived", "stillborn", "too slow", "unseen", "broken", "by the table",
)  # fmt: skip
MOST_SECONDS = 20.0  # of tests that are held against one mutant, the nearest first
RIGHTS = "tests/security/test_rule_matrix.py"  # every action against every role, and the table of rights
PROGRESS = os.fdopen(os.dup(2), "w")


@dataclass(eq=False)
class Run:
    """A pytest plugin that, instead of only running the tests, holds them against every mutant."""

    targets: list[Path]
    sample: int
    seed: int
    covers: dict[str, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    failed: set[str] = field(default_factory=set)
    outcomes: list[tuple[Path, Mutant, str]] = field(default_factory=list)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] += report.duration if self.seconds else 0  # the first one also makes the tables
        if report.failed:
            if not self.failed:
                print(report.longreprtext[-1500:], file=PROGRESS)
            self.failed.add(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        forget_nothing_made_here(session)
        wanted = {str(path) for path in self.targets}
        for item in session.items:
            with Traced(wanted, self.covers[item.nodeid]):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=session)
        healthy = [item for item in session.items if item.nodeid not in self.failed]
        healthy = repeatable(healthy)
        spent = sum(self.seconds.values())
        print(f"\n{len(healthy)} of {len(session.items)} tests usable, {spent:.0f} s", file=PROGRESS)
        for path in self.targets:
            source = path.read_text(encoding="utf-8")
            for mutant in mutants(source, sample=self.sample, seed=f"{self.seed}:{path.name}"):
                outcome = self._hold(path, source, mutant, healthy)
                self.outcomes.append((path, mutant, outcome))
                print({KILLED: "."}.get(outcome, outcome[:2]), end="", file=PROGRESS, flush=True)
        print(file=PROGRESS)
        return True

    def _hold(self, path: Path, source: str, mutant: Mutant, items: list[pytest.Item]) -> str:
        changes = Changes.between(path, source, mutant)
        if changes.inside:
            seen = [i for i in items if any((str(path), line) in self.covers[i.nodeid] for line in changes.lines)]
        else:
            seen = list(items)
        if not seen:
            return UNSEEN
        order = self._nearest(path, seen)
        limit = 10 + 10 * sum(self.seconds[i.nodeid] for i in order)
        return fork(changes, order, limit)

    def _nearest(self, path: Path, items: list[pytest.Item]) -> list[pytest.Item]:
        """Tests of the package that touch the file and little else go first; the table of rights comes last."""
        package = "/".join(path.parts[path.parts.index("src") + 2 :][:2])
        touching = {i.nodeid for i in items if any(where == str(path) for where, _line in self.covers[i.nodeid])}
        order, spent = [], 0.0
        for item in sorted(
            items,
            key=lambda i: (i.nodeid not in touching, package not in i.nodeid, len(self.covers[i.nodeid])),
        ):
            if spent + self.seconds[item.nodeid] <= MOST_SECONDS and not item.nodeid.startswith(RIGHTS):
                spent += self.seconds[item.nodeid]
                order.append(item)
        return order + [i for i in items if i.nodeid.startswith(RIGHTS)]


@dataclass
class Changes:
    """What a mutant changes: code inside functions, or what the module makes when it loads."""

    module: types.ModuleType
    code: types.CodeType | None
    inside: list[tuple[types.CodeType, types.CodeType]]
    lines: set[int]

    @staticmethod
    def between(path: Path, source: str, mutant: Mutant) -> "Changes":
        module = next(m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == str(path))
        old = compile(source, str(path), "exec")
        try:
            new = compile(mutant.source, str(path), "exec")
        except SyntaxError:
            return Changes(module, None, [], set())
        pairs = list(differing(old, new))
        if any(not a.co_flags & inspect.CO_OPTIMIZED and a.co_name != "<module>" for a, _b in pairs):
            return Changes(module, None, [], set())  # what a class says of itself cannot be put into a running one
        if any(a.co_name == "<module>" for a, _b in pairs):
            pairs = []
        lines = {line for a, _b in pairs for *_at, line in a.co_lines() if line} if pairs else set()
        near = {line for line in lines if abs(line - mutant.line) <= 0} or lines
        return Changes(module, new, pairs, near)

    def apply(self) -> bool:
        """Put the fault into the running process. False: the file does not load with it."""
        if self.code is None:
            return False
        if self.inside:
            replace_code(self.inside)
            return True
        return reload_in_place(self.module, self.code)


def differing(old: types.CodeType, new: types.CodeType) -> Iterator[tuple[types.CodeType, types.CodeType]]:
    """The innermost pairs of code that differ; the module itself when its own statements do."""
    inner = [[c for c in code.co_consts if isinstance(c, types.CodeType)] for code in (old, new)]
    same = len(inner[0]) == len(inner[1]) and own(old) == own(new)
    if not same:
        yield old, new
    if len(inner[0]) == len(inner[1]):
        for a, b in zip(*inner, strict=True):
            yield from differing(a, b)


def own(code: types.CodeType) -> tuple[object, ...]:
    consts = tuple((type(c), c) for c in code.co_consts if not isinstance(c, types.CodeType))
    return code.co_code, repr(consts), code.co_names, code.co_varnames, code.co_freevars


def replace_code(pairs: list[tuple[types.CodeType, types.CodeType]]) -> None:
    """In every function that runs this code, closures that rules made included."""
    new = {(a.co_filename, a.co_qualname, a.co_firstlineno): b for a, b in pairs}
    for thing in gc.get_objects():
        if type(thing) is types.FunctionType:  # isinstance would wake lazy objects
            swap(thing, new)


def swap(function: types.FunctionType, new: dict[tuple[str, str, int], types.CodeType]) -> None:
    code = function.__code__
    here = new.get((code.co_filename, code.co_qualname, code.co_firstlineno))
    if here is not None:
        function.__code__ = here
        return
    consts = tuple(
        new.get((c.co_filename, c.co_qualname, c.co_firstlineno), c) if isinstance(c, types.CodeType) else c
        for c in code.co_consts
    )
    if any(a is not b for a, b in zip(consts, code.co_consts, strict=True)):
        function.__code__ = code.replace(co_consts=consts)


def reload_in_place(module: types.ModuleType, code: types.CodeType) -> bool:
    """Load the module again; what others already hold (rules, actions, functions) gets the new insides."""
    before = dict(vars(module))
    try:
        exec(code, vars(module))
    except Exception:
        return False
    for name, old in before.items():
        new = vars(module).get(name)
        if new is old or name.startswith("__"):
            continue
        if isinstance(old, types.FunctionType) and isinstance(new, types.FunctionType):
            old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
        elif type(old).__name__ in ("Rule", "Action") and type(old) is type(new):
            vars(old).update(vars(new))
        elif isinstance(old, type) and isinstance(new, type):
            same_insides(old, new)
        elif not isinstance(old, type):
            for other in list(sys.modules.values()):
                if getattr(other, "__name__", "").startswith("samenspel") and vars(other).get(name) is old:
                    setattr(other, name, new)
            continue
        setattr(module, name, old)
    return True


def same_insides(old: type, new: type) -> None:
    """Methods of a class that others already hold."""
    for name, body in vars(new).items():
        mine = vars(old).get(name)
        if not isinstance(mine, types.FunctionType) or not isinstance(body, types.FunctionType):
            continue
        if mine.__code__.co_freevars == body.__code__.co_freevars:
            for part in ("__code__", "__defaults__", "__kwdefaults__"):
                setattr(mine, part, getattr(body, part))


def fork(changes: Changes | None, items: list[pytest.Item], limit: float) -> str:
    """Hold the tests against the mutant in a process of its own; the first that fails kills it."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        status = os.waitpid(child, 0)[1]
        code = os.waitstatus_to_exitcode(status)
        return {0: SURVIVED, 1: KILLED, 2: TABLE, 3: STILLBORN, -signal.SIGALRM: SLOW}.get(code, BROKEN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(limit) + 1)
    try:
        os._exit(try_out(changes, items))
    except BaseException as error:
        print(repr(error), file=PROGRESS, flush=True)
        os._exit(4)


def repeatable(items: list[pytest.Item]) -> list[pytest.Item]:
    """Tests that also pass in a fork in which nothing is wrong; the others could not tell anything."""
    if fork(None, items, 600) == SURVIVED:
        return items
    return [item for item in items if fork(None, [item], 60) == SURVIVED]


def try_out(changes: Changes | None, items: list[pytest.Item]) -> int:
    gc.disable()
    if changes and not changes.apply():
        return 3
    from samenspel.kernel.tests.memory import MADE

    MADE.clear()
    for item in items:
        item._initrequest()  # type: ignore[attr-defined]  # its fixtures were used up in the first round
        if bad := [report for report in run_quietly(item) if report.failed]:
            if changes is None:
                print(item.nodeid, bad[0].longreprtext[-1500:], file=PROGRESS, flush=True)
            return 2 if item.nodeid.startswith(RIGHTS) else 1
    return 0


def run_quietly(item: pytest.Item) -> list[Any]:
    """All but what the session holds is cleared away after it, so that tests can run in any order."""
    from _pytest.runner import runtestprotocol

    return runtestprotocol(item, log=False, nextitem=item.session)  # type: ignore[arg-type]


class Forgetful(dict[Any, Any]):
    """Rows made by fixtures of the room itself are made again for every test, so that its acts are tested."""

    def __init__(self, rooms: set[str]) -> None:
        super().__init__()
        self.rooms = tuple(rooms)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and not str(key[0]).startswith(self.rooms) and super().__contains__(key)


def forget_nothing_made_here(session: pytest.Session) -> None:
    from samenspel.kernel.tests import memory

    rooms = {".".join(item.module.__name__.split(".")[-5:-1]) for item in session.items if hasattr(item, "module")}
    memory.MADE = Forgetful({name.replace("src.", "") for name in rooms})


class Traced:
    """Notes which lines of the targets run."""

    def __init__(self, targets: set[str], lines: set[tuple[str, int]]) -> None:
        self.targets, self.lines = targets, lines

    def __enter__(self) -> None:
        sys.settrace(self._call)

    def __exit__(self, *what: object) -> None:
        sys.settrace(None)

    def _call(self, frame: types.FrameType, event: str, arg: object) -> Any:
        return self._line if frame.f_code.co_filename in self.targets else None

    def _line(self, frame: types.FrameType, event: str, arg: object) -> Any:
        self.lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def hold(targets: list[Path], tests: list[str], sample: int, seed: int) -> Run:
    """Run these tests against the mutants of these files."""
    from hypothesis import settings

    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the tests log

    settings.register_profile("still", derandomize=True, database=None, deadline=None)
    settings.load_profile("still")
    run = Run(targets, sample, seed)
    started = time.perf_counter()
    asked = ["-q", "-s", "-o", "addopts=", "--import-mode=importlib", "-m", "not browser and not postgres"]
    asked += [part for name in ("cacheprovider", "randomly") for part in ("-p", f"no:{name}")]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        pytest.main([*asked, *tests], [run])
    if not run.outcomes:
        print(said.getvalue()[-3000:], file=PROGRESS)
    print(f"{time.perf_counter() - started:.0f} s", file=PROGRESS)
    return run
