"""What counting a vote costs, beside pabutools on the same file in the same minutes.

    python -m benchmarks.allocation FOLDER                     every .pb file in the folder, equal shares with add1eu
    python -m benchmarks.allocation FOLDER --only Lodz_2025    files with this in their name
    python -m benchmarks.allocation FOLDER --other PYTHON      an interpreter that has pabutools 1.2.3 (never in ours)
    python -m benchmarks.allocation --growth                   1,000 to 1,000,000 made-up distinct ballots

Every count runs in a process of its own: CPU seconds of reading and counting (exact check included) and its peak
memory. Where `expected.json` lies beside the folder, the winners are compared with it.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

OTHER = """
import json, resource, sys, time
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import completion_by_rule_combination, greedy_utilitarian_welfare, method_of_equal_shares
began = time.process_time()
instance, profile = parse_pabulib(sys.argv[1])
profile, read = profile.as_multiprofile(), time.process_time()
found = completion_by_rule_combination(
    instance, profile, [method_of_equal_shares, greedy_utilitarian_welfare],
    [{"sat_class": Cost_Sat, "voter_budget_increment": 1}, {"sat_class": Cost_Sat}])
done = time.process_time()
print(json.dumps({"winners": sorted(p.name for p in found), "read": read - began, "count": done - read,
                  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def ours(path: str) -> dict[str, Any]:
    """Read and count one file here."""
    from samenspel_methods.allocation import pabulib
    from samenspel_methods.allocation.counting import count
    from samenspel_methods.allocation.reglement import Reglement

    began = time.process_time()
    with Path(path).open("rb") as source:
        election = pabulib.read(source, lenient=True)
    read = time.process_time()
    result = count(election, Reglement(rule="equal_shares", completion="add1eu"))
    done = time.process_time()
    return {
        "winners": sorted(result.winners),
        "read": read - began,
        "count": done - read,
        "runs": result.runs,
        "mb": _mb(),
    }


def _mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(python: str, *command: str, limit: int) -> dict[str, Any] | None:
    """The answer of another process; None when it took too long or could not."""
    try:
        done = subprocess.run([python, *command], capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    return dict(json.loads(done.stdout)) if done.returncode == 0 else None


def compared(folder: Path, only: str, other: str, limit: int) -> Iterator[str]:
    """A line for each file."""
    known = folder.parent / "expected.json"
    expected = json.loads(known.read_text())["instances"] if known.is_file() else {}
    head = f"{'file':<44}{'runs':>7}{'read s':>8}{'count s':>9}{'MB':>6}"
    yield f"{head}   {'pabutools s':>11}{'MB':>7}{'times':>8}  same"
    for path in [path for path in sorted(folder.glob("*.pb")) if only in path.name]:
        mine = apart(sys.executable, "-m", "benchmarks.allocation", "--one", str(path), limit=limit)
        if mine is None:
            yield f"{path.name[:43]:<44} did not finish"
            continue
        theirs = apart(other, "-c", OTHER, str(path), limit=limit) if other else None
        wanted = expected.get(path.name, {}).get("mes_cost_add1u", {}).get("selected")
        same = "-" if wanted is None else "yes" if sorted(wanted) == mine["winners"] else "NO"
        line = f"{path.name[:43]:<44}{mine['runs']:>7}{mine['read']:>8.2f}{mine['count']:>9.3f}{mine['mb']:>6.0f}   "
        if theirs:
            times = (theirs["read"] + theirs["count"]) / (mine["read"] + mine["count"])
            line += f"{theirs['read'] + theirs['count']:>11.2f}{theirs['mb']:>7.0f}{times:>8.0f}"
            same += "" if theirs["winners"] == mine["winners"] else " (pabutools differs)"
        else:
            line += f"{'-' if other else '':>26}"
        yield f"{line}  {same}"


def made_up(ballots: int, chance: Random) -> Any:
    """Distinct ballots of ten picks out of a hundred plans, popular ones more often."""
    from samenspel_methods.allocation import Ballot, Election, Project

    projects = tuple(Project(f"P{n:03}", chance.randrange(5_000, 100_000) * 100) for n in range(100))
    drawn = {tuple(sorted({int(100 * chance.random() ** 1.5) for _pick in range(10)})) for _ballot in range(ballots)}
    picked = tuple(Ballot(tuple(f"P{n:03}" for n in picks)) for picks in drawn)
    return Election(sum(project.cost for project in projects) // 5, projects, picked)


def growth() -> Iterator[str]:
    """How the CPU of counting grows with the number of distinct ballots, with a small plot beside the numbers."""
    from samenspel_methods.allocation.counting import count
    from samenspel_methods.allocation.reglement import Reglement

    yield f"{'distinct ballots':>16}{'plain s':>10}{'add1eu s':>10}{'MB':>7}   add1eu, each column is twice as long"
    for size in (1_000, 10_000, 100_000, 1_000_000):
        election, spent = made_up(size, Random(size)), []
        for completion in ("none", "add1eu"):
            began = time.process_time()
            count(election, Reglement(rule="equal_shares", completion=completion, step=100))
            spent.append(time.process_time() - began)
        bar = "#" * max(1, round(4 * math.log2(max(spent[1], 0.001) / 0.001) / 2))
        yield f"{len(election.ballots):>16,}{spent[0]:>10.2f}{spent[1]:>10.2f}{_mb():>7.0f}   {bar}"


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="?", type=Path)
    asked.add_argument("--only", default="")
    asked.add_argument("--other", default="")
    asked.add_argument("--limit", type=int, default=600, help="seconds for one count")
    asked.add_argument("--growth", action="store_true")
    asked.add_argument("--one", default="", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one:
        sys.stdout.write(json.dumps(ours(given.one)))
        return 0
    for line in growth() if given.growth else compared(given.folder, given.only, given.other, given.limit):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
