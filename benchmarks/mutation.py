"""Do the tests notice? Small faults are put into rules and actions, one at a time; a test must fail.

    python -m benchmarks.mutation [PACKAGE ...] [--sample 10] [--seed 1] [--survivors]

A package is a room (`stages/agenda`), a part of the kernel (`kernel/cycle`) or `methods`; without any: all. A room is
held against its own tests, a part of the kernel against all tests of the kernel; both also against the table of
rights ("by table": only that one noticed). `--sample 0` takes every mutant. What is left out as equivalent stands in
`benchmarks/mutants.py`. Needs the extra: `pip install --require-hashes --no-deps -r requirements/mutation.txt`.
"""

import argparse
import difflib
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.mutants import Mutant

ROOT = Path(__file__).resolve().parents[1]
PLATFORM = ROOT / "src" / "samenspel"
RIGHTS = "tests/security/test_rule_matrix.py"
METHODS = ROOT / "libraries" / "methods" / "src" / "samenspel_methods"


def packages() -> dict[str, list[Path]]:
    """Every package with rules or actions, and the library of methods: name -> files."""
    found: dict[str, list[Path]] = {}
    for path in sorted(PLATFORM.rglob("*.py")):
        parts = path.relative_to(PLATFORM).with_suffix("").parts
        if parts[0] in ("kernel", "instruments", "stages") and len(parts) > 2 and parts[2] in ("rules", "actions"):
            found.setdefault("/".join(parts[:2]), []).append(path)
    found["kernel/action"] += [PLATFORM / "kernel" / "action" / "machine.py"]
    found["kernel/journal"] = [PLATFORM / "kernel" / "journal" / n for n in ("writing.py", "chain.py", "notices.py")]
    found["methods"] = [path for path in sorted(METHODS.rglob("*.py")) if path.name != "__init__.py"]
    return {name: [f for f in files if f.is_file()] for name, files in found.items()}


def tests_of(name: str) -> list[str]:
    """The folders with tests for a package."""
    if name == "methods":
        return ["libraries/methods/tests"]
    return ["src/samenspel/kernel" if name.startswith("kernel/") else f"src/samenspel/{name}/", RIGHTS]


def together(names: list[str]) -> list[list[str]]:
    """Packages with the same tests share one process."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(tests_of(name)[0], []).append(name)
    return list(groups.values())


def hold_group(names: list[str], sample: int, seed: int, *, survivors: bool) -> None:
    """In a process of its own: a line for each package, and what survived."""
    from benchmarks.mutant_runs import hold

    known = packages()
    run = hold([path for name in names for path in known[name]], tests_of(names[0]), sample, seed)
    for name in names:
        tell(name, [o for o in run.outcomes if o[0] in known[name]], survivors=survivors)


def tell(name: str, outcomes: "list[tuple[Path, Mutant, str]]", *, survivors: bool) -> None:
    """Print a line, and the survivors with what was changed."""
    from benchmarks.mutant_runs import BROKEN, KILLED, SLOW, STILLBORN, SURVIVED, TABLE, UNSEEN

    count = Counter(outcome for _path, _mutant, outcome in outcomes)
    dead, alive = count[KILLED] + count[SLOW] + count[TABLE], count[SURVIVED] + count[UNSEEN]
    share = f"{dead / (dead + alive):.0%}" if dead + alive else "-"
    if count[BROKEN]:
        print(f"{name}: {count[BROKEN]} could not be tried; the line below is without them")
    numbers = (dead + alive, dead, count[TABLE], alive, count[UNSEEN], count[STILLBORN])
    print(f"{name:<26}{''.join(f'{number:>11}' for number in numbers)}{share:>7}", flush=True)
    for path, mutant, outcome in outcomes if survivors else ():
        if outcome in (SURVIVED, UNSEEN):
            where = path.relative_to(ROOT).as_posix()
            print(f"  {outcome}: {where}:{mutant.line} {mutant.operator}")
            old, new = path.read_text(encoding="utf-8").splitlines(), mutant.source.splitlines()
            lines = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
            print("\n".join(f"      {line}" for line in lines if line[0] in "+-" and line.strip("+- ")))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", nargs="*")
    parser.add_argument("--sample", type=int, default=10, help="mutants per file; 0 is all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--survivors", action="store_true", help="show what was not noticed")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        hold_group(asked.package, asked.sample, asked.seed, survivors=asked.survivors)
        return
    heads = ("mutants", "killed", "by table", "survived", "unseen", "stillborn")
    print(f"{'package':<26}{''.join(f'{head:>11}' for head in heads)}{'score':>7}", flush=True)
    for names in together(asked.package or list(packages())):
        more = ["--survivors"] if asked.survivors else []
        command = [sys.executable, "-m", "benchmarks.mutation", "--one", *names]
        subprocess.run(
            [*command, "--sample", str(asked.sample), "--seed", str(asked.seed), *more], cwd=ROOT, check=False
        )


if __name__ == "__main__":
    main()
