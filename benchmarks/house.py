"""The bars of the house: sizes, cycles, and what the tests cost.

    python -m benchmarks.house [--quick]     (--quick leaves out the run of the unit suite)

CPU seconds are scaled by a loop that is timed beside them and takes `UNIT` seconds on the machine of the bars.
The unit suite is everything but the browser, PostgreSQL and the walks over HTTP in `tests/`.
"""

import argparse
import ast
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
UNIT = 0.115
SUITE = ("src", "libraries", "tests/architecture", "tests/overview")


class Watch:
    """A pytest plugin: the CPU of the tests themselves, and the writes that the guard stopped."""

    def __init__(self) -> None:
        self.count = self.failed = self.stray = 0
        self.cpu = self.wall = self.beside = 0.0

    def pytest_sessionstart(self) -> None:
        self.cpu, self.wall = time.process_time(), time.perf_counter()

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.count += report.when == "call"
        self.failed += report.failed
        self.stray += report.failed and "WriteOutsideAction" in str(report.longrepr)

    def pytest_sessionfinish(self) -> None:
        self.cpu, self.wall = time.process_time() - self.cpu, time.perf_counter() - self.wall
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.beside = spent.ru_utime + spent.ru_stime


def loop() -> float:
    """CPU seconds of a fixed piece of work, on average of three."""
    start, total = time.process_time(), 0
    for number in range(7_500_000):
        total += number * number % 7
    return (time.process_time() - start) / 3


def watched(folders: list[str]) -> None:
    """In a process of its own: run these tests and say what they cost."""
    import pytest

    before, watch = loop(), Watch()
    pytest.main(["-q", "-p", "no:hypothesispytest" if len(folders) == 1 else "no:cacheprovider", *folders], [watch])
    print(json.dumps(vars(watch) | {"scale": (before + loop()) / 2 / UNIT}))


def run(*folders: str) -> dict[str, float]:
    """What the tests in these folders cost, in scaled CPU seconds."""
    command = [sys.executable, "-m", "benchmarks.house", "--watch", *folders]
    with tempfile.TemporaryFile("w+") as said:
        subprocess.run(command, cwd=ROOT, stdout=said, check=True)
        said.seek(0)
        spent: dict[str, float] = json.loads(said.read().splitlines()[-1])
    return spent | {"cpu": spent["cpu"] / spent["scale"], "wall": spent["wall"] / spent["scale"]}


def cycles() -> int:
    """Groups of modules that import each other."""
    import grimp

    graph = grimp.build_graph("samenspel", "samenspel_methods", "samenspel_sources", cache_dir=None)
    reach = {module: graph.find_downstream_modules(module) for module in graph.modules}
    return len({frozenset(m for m in reach[module] if module in reach[m]) | {module} for module in graph.modules
                if any(module in reach[m] for m in reach[module])})  # fmt: skip


def lengths_of_tests() -> list[int]:
    """Lines of every test function in the repository."""
    found = []
    for folder in ("src", "libraries", "tests"):
        for path in (ROOT / folder).rglob("test_*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            tests = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_"))
            found += [(test.end_lineno or 0) - test.lineno + 1 for test in tests]
    return found


def sizes() -> list[tuple[str, float, str]]:
    """What can be counted without running anything."""
    from tests.architecture.house import modules, percentile

    files = [module.text.count("\n") for module in modules()]
    functions = [(f.end_lineno or 0) - f.lineno + 1 for m in modules() for f in m.functions]
    tests = lengths_of_tests()
    return [
        ("import cycles", cycles(), "0"),
        ("function lines, p95", percentile(functions, 0.95), "<= 27"),
        ("function lines, most", max(functions), "<= 50"),
        ("file lines, p95", percentile(files, 0.95), "<= 190"),
        ("file lines, most", max(files), "<= 400"),
        ("test lines, median", median(tests), "<= 10"),
        ("test functions", len(tests), ""),
    ]


def costs(*, quick: bool) -> list[tuple[str, float, str]]:
    """What the tests cost."""
    sources = run("tests/architecture")
    rows = [
        ("architecture tests, CPU s", sources["cpu"], "<= 2"),
        ("  wall s", sources["wall"], "<= 2"),
        ("  worker started beside, CPU s", sources["beside"] / sources["scale"], ""),
    ]
    if not quick:
        suite = run(*SUITE)
        rows += [
            ("unit suite, CPU s", suite["cpu"], "<= 60"),
            ("  wall s", suite["wall"], ""),
            ("  tests run", suite["count"], ""),
            ("  tests failed", suite["failed"], "0"),
            ("  writes outside actions", suite["stray"], "0"),
            ("  speed of this machine now", 1 / suite["scale"], ""),
        ]
    return rows


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out the run of the unit suite")
    parser.add_argument("--watch", nargs="+", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.watch:
        watched(asked.watch)
        return
    print(f"{'what':<34}{'now':>10}  bar")
    for name, value, bar in [*sizes(), *costs(quick=asked.quick)]:
        print(f"{name:<34}{value:>10.{1 if value % 1 else 0}f}  {bar}")


if __name__ == "__main__":
    main()
