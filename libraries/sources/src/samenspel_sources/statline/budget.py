"""Municipal budgets and accounts (Iv3) as CBS keeps them for others: summed to what a task costs and brings in."""

import re
from collections import defaultdict

from samenspel_sources import SourceError
from samenspel_sources.grid import Report, read_cell
from samenspel_sources.interface import within_starts
from samenspel_sources.iv3 import Line
from samenspel_sources.statline.base import written
from samenspel_sources.statline.v3 import V3
from samenspel_sources.transport import Document

TITLE = re.compile(r"gemeenten (\d{4}) onbewerkte iv3-data", re.IGNORECASE)
# How a kind of report ends: {year}X000 is the budget, X005 the accounts of the whole year.
DOCUMENTS = {"begroting": "X000", "jaarrekening": "X005"}


class ThirdParties(V3):
    """The tables that CBS keeps for others: budgets, registered crime, health."""

    name = "dataderden"
    source = "CBS dataderden"
    site = "https://dataderden.cbs.nl"

    def budget(self, municipality: str, year: int, document: str) -> tuple[Line, ...]:
        """What each task costs and brings in, in thousands of euros; the second placement goes before the first."""
        table = self._table(year, document)
        keys = self.members(table, "Gemeenten", within_starts(municipality)[:1])
        kinds = [kind for kind in self.members(table, "Verslagsoort") if kind.key == f"{year}{DOCUMENTS[document]}"]
        if len(keys) != 1 or not kinds:
            raise SourceError("statline", "no_area", table=table, area=municipality[:20], year=year)
        where = f"Verslagsoort eq '{kinds[0].raw}' and Gemeenten eq '{keys[0].raw}'"
        records = [record for record, _ in self.items(self.of(table, "TypedDataSet"), {"$filter": where})]
        tasks = {member.key: member.title for member in self.members(table, _task(records, table))}
        return _lines(records, tasks, keys[0].title, year, document)

    def _table(self, year: int, document: str) -> str:
        if document in DOCUMENTS:
            for table in self.tables("onbewerkte iv3-data"):
                if (found := TITLE.fullmatch(table.title.strip())) and int(found[1]) == year:
                    return table.id
        raise SourceError("statline", "no_budget", year=year, document=document[:20])


def _task(records: list[Document], table: str) -> str:
    """The name of the dimension of tasks; older tables call it functions."""
    for name in ("TaakveldBalanspost", "FunctieKostenplaatsBalanspost"):
        if records and name in records[0]:
            return name
    raise SourceError("statline", "no_rows", table=table)


def _lines(records: list[Document], tasks: dict[str, str], name: str, year: int, document: str) -> tuple[Line, ...]:
    sums: dict[str, dict[str, int]] = defaultdict(lambda: {"L": 0, "B": 0})
    for record in records:
        side = str(record.get("Categorie", "")).strip()[:1]
        task = str(record.get("TaakveldBalanspost", record.get("FunctieKostenplaatsBalanspost", ""))).strip()
        amount = _amount(record)
        if side in ("L", "B") and task in tasks and amount is not None:
            sums[task][side] += amount
    return tuple(
        Line(name, year, document, task, tasks[task].removeprefix(task).strip(), side["L"], side["B"])
        for task, side in sorted(sums.items())
    )


def _amount(record: Document) -> int | None:
    """The corrected amount where there is one."""
    for placed in ("2", "1"):
        for key, value in record.items():
            if re.fullmatch(rf"k_{placed}(?:st|d)?ePlaatsing_\d+", key):
                number, _ = read_cell(written(value, key, Report()))
                if number is not None:
                    return int(number)
    return None
