"""iv3.csv: what Amsterdam planned and spent, by task, in thousands of euros."""

from pathlib import Path

from demo.extracting.common import content, written
from samenspel_sources import iv3 as reader
from samenspel_sources.iv3.read import EXTRACT

DOCUMENTS = ((2023, "begroting"), (2023, "jaarrekening"), (2025, "begroting"))


def iv3(folder: Path) -> bytes:
    """Three documents of one municipality under each other."""
    rows = []
    for year, document in DOCUMENTS:
        data = content(folder / f"finance/iv3_{year}_{document}.csv.gz")
        for line in reader.read(data, "Amsterdam", year=year, document=document):
            amounts = ("" if amount is None else amount for amount in (line.spending, line.income))
            rows.append((line.municipality, year, document, line.code, line.task, *amounts))
    return written(EXTRACT, rows)
