"""All `.pb` files of a folder: read, written back byte for byte, time and memory. Run with the folder's name."""

import sys
import time
import tracemalloc
from pathlib import Path

from samenspel_methods.allocation import pabulib


def main(folder: Path) -> None:
    """One line per file and the number that came back the same."""
    files = sorted(folder.glob("*.pb"))
    same = sum([_measure(path) for path in files])
    print(f"{same} of {len(files)} files came back byte for byte, and as the same election in the house form")


def _measure(path: Path) -> bool:
    data = path.read_bytes()
    start = time.process_time()
    election = pabulib.read(data)
    seconds = time.process_time() - start
    tracemalloc.start()
    pabulib.read(data)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"{seconds:7.3f} s {peak:6.1f} MB {election.voters:7} voters {len(election.remarks):4} remarks  {path.stem}")
    again = pabulib.read(pabulib.write(election))
    return (
        pabulib.write(pabulib.read_document(data)).encode() == data
        and (again.projects, again.ballots, again.budget) == (election.projects, election.ballots, election.budget)
        and pabulib.canonical(again) == pabulib.canonical(election)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
