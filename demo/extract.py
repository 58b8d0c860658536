"""Make the compact files in demo/data from the publishers' files.

    python -m demo.extract FOLDER [--out demo/data] [--read-on 2026-11-23]

FOLDER holds the files that demo/data/README.md lists, under the names given there. Needs samenspel-sources.
The same input gives the same output, byte for byte. `indicators.csv` is written by hand and left alone.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from demo.extracting import areas, boundaries, city, figures, grants, money, vote


def main() -> None:
    """Make every file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "data")
    parser.add_argument("--read-on", default="2026-11-23", help="the day the files were fetched")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    made = {
        "areas.csv": areas.areas(options.folder),
        "crosswalk.csv": areas.crosswalk(options.folder),
        "figures.csv": figures.figures(options.folder, options.read_on),
        "spreads.csv": figures.spreads(options.folder),
        "boundaries.geojson": boundaries.boundaries(options.folder),
        "grants.csv": grants.grants(options.folder),
        "iv3.csv": money.iv3(options.folder),
        "city-2020.csv.gz": city.figures(options.folder, 2020),
        "city-2024.csv.gz": city.figures(options.folder, 2024),
        "city-outlines.geojson.gz": city.outlines(options.folder),
        "vote-2020.pb.gz": vote.vote(options.folder),
    }
    for name, data in made.items():
        (options.out / name).write_bytes(data)
        print(f"{name:22}{len(data):>9,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
