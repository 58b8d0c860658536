"""What every real file in a folder is recognised as: `python benchmarks/recognise.py [folder] [words ...]`.

Prints per file its kind, how many areas and columns, the period, and (with -v) the whole report. Not a test: the
files are not part of the repository.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from samenspel_sources import SourceError
from samenspel_sources.recognise import Recognised, recognise


def described(found: Recognised) -> Iterator[str]:
    """The contents, in a few words."""
    for grid in found.grids[:20]:
        rows = list(grid.rows)
        kinds = sorted({row.kind for row in rows})
        origin = grid.origin
        filled = sum(1 for row in rows for cell in row.cells if cell not in ("", "n", "s", "x"))
        yield f"  grid {origin.source} | {origin.table} | {origin.title[:50]} | period {origin.period or '?'} | "
        yield f"codes {origin.area_scheme} {origin.area_year} | {len(rows)} x {len(grid.columns)} ({filled} filled)"
        yield f" {','.join(kinds)} | refused {grid.report.refused_count}\n    {rows[1:2]!s:.230}\n"
        yield f"    {[(c.key, c.title, c.unit) for c in grid.columns[:4]]!s:.300}\n"
    for name in ("outlines", "areas", "changes", "budget", "grants"):
        if items := getattr(found, name):
            yield f"  {len(items)} {name}: {items[0]!s:.260}\n"
    if found.kind == "postcodes":
        items = list(found.postcodes)
        yield f"  {len(items)} postcodes {items[0]}\n"


def main(folder: str, *words: str) -> None:
    """All files below a folder, those with one of the words in their path."""
    wanted = [word for word in words if not word.startswith("-")]
    for path in sorted(Path(folder).rglob("*")):
        if not path.is_file() or (wanted and not any(word in str(path) for word in wanted)):
            continue
        start = time.process_time()
        try:
            found = recognise(path.read_bytes(), path.name)
            shown = "".join(described(found))
            print(f"{path.relative_to(folder)}: {found.kind.value} ({time.process_time() - start:.2f} s)")
            print(shown, end="")
            said = found.report.sentences("nl")
            for grid in found.grids if "-v" in words else ():
                said += [sentence for sentence in grid.report.sentences("nl") if sentence not in said]
            for sentence in said[: None if "-v" in words else 9]:
                print("    -", sentence[:220])
        except SourceError as error:
            print(f"{path.relative_to(folder)}: REFUSED {error.package}.{error.code}: {error.sentence('en')[:200]}")


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["../shared/data/nl"]))
