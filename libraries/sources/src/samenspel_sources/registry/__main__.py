"""Record what a source answers, for a computer without internet.

    python -m samenspel_sources.registry FOLDER SOURCE tables [WORDS]
    python -m samenspel_sources.registry FOLDER SOURCE areas TABLE
    python -m samenspel_sources.registry FOLDER SOURCE figures TABLE [--within GM0363] [--period 2024]
    python -m samenspel_sources.registry FOLDER SOURCE boundaries YEAR --kind neighbourhood [--within GM0363]

Afterwards `Recorded(FOLDER)` answers the same questions. Questions about addresses are never recorded.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from samenspel_sources import SourceError
from samenspel_sources.interface import Source
from samenspel_sources.registry import source, sources
from samenspel_sources.transport import Fetch, Live, Recording


def record(arguments: Sequence[str], fetch: Fetch) -> int:
    """Ask everything once; how many things came back."""
    asked = _parser().parse_args(arguments)
    made = source(asked.source, Recording(fetch, asked.folder))
    return sum(1 for _ in _everything(made, asked))


def _everything(made: Source, asked: argparse.Namespace) -> Iterable[object]:
    match asked.what:
        case "tables":
            yield from made.tables(asked.table)
        case "areas":
            yield from made.areas(asked.table)
        case "figures":
            for grid in made.figures(asked.table, within=asked.within, period=asked.period):
                yield from grid.rows
        case _:
            yield from made.boundaries(int(asked.table), asked.kind, asked.within)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Record what a source answers.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("source", choices=list(sources()))
    parser.add_argument("what", choices=["tables", "areas", "figures", "boundaries"])
    parser.add_argument("table", nargs="?", default="")
    parser.add_argument("--within", default="")
    parser.add_argument("--period", default="")
    parser.add_argument("--kind", default="neighbourhood")
    return parser


def main() -> int:
    """From the command line, over the network."""
    try:
        count = record(sys.argv[1:], Live())
    except SourceError as error:
        sys.stderr.write(error.sentence("en") + "\n")
        return 1
    sys.stdout.write(f"{count}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
