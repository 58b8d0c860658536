"""Where figures come from and what time they are about. What nobody tells is said to be unknown, never guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from samenspel_sources.grid import Origin, Report
from samenspel_sources.recognise.codes import AMSTERDAM
from samenspel_sources.recognise.metadata import About
from samenspel_sources.recognise.model import Hints, Role, Sketch
from samenspel_sources.recognise.periods import one_year

_TABLE = re.compile(r"(?<![0-9A-Za-z])(\d{5}(?:NED|ENG|ned|eng))(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who makes tables with such column names. `least`: how many of them must be there."""

    pattern: re.Pattern[str]
    least: int
    source: str
    licence: str = "CC BY 4.0"
    credit: str = "CBS"
    modelled: bool | None = None


_HEALTH = "GGD'en, CBS en RIVM"
_PUBLISHERS = (
    Publisher(re.compile(r"(?i)(bu|wk|gm)_(code|naam)|aant_inw|bev_dichth|oad|sted|h2o"), 4,
              "CBS wijk- en buurtkaart", credit="CBS / Kadaster"),
    Publisher(re.compile(r"(?i)k?(score|afw|fys|vrz|soc|onv|won)|klasse|v?kl\d\d(\d\d)?"), 4, "Leefbaarometer",
              "open data", "Leefbaarometer, BZK / Atlas Research", True),
    Publisher(re.compile(r"(?i)gwb_code.*|recs|a_inw|gm_naam|ste_mvs"), 3, "CBS"),
    Publisher(re.compile(r"(?i)(eenzaam|ervarengezondheid|moeitemetrondkomen|mantelzorger|vrijwilligerswerk|"
                         r"zwaredrinker|"
                         r"ernstigovergewicht|matigveelregieovereigenleven)\w*"), 3, "RIVM",
              credit=_HEALTH, modelled=True),
    Publisher(re.compile(r"(AantalInwoners|Mannen|Vrouwen|WijkenEnBuurten|SoortRegio|Codering|Gemeentenaam)(_\d+)?"), 4,
              "CBS StatLine"),
    Publisher(re.compile(r"(?i)gemeentecode|gemeentenaam|aantal_?inwoners|water|omgevingsadressendichtheid"), 4,
              "CBS wijk- en buurtkaart", credit="CBS / Kadaster"),
)  # fmt: skip


def publisher_of(headers: Sequence[str]) -> Publisher | None:
    """Told by the publisher's own column names."""
    for one in _PUBLISHERS:
        if sum(bool(one.pattern.fullmatch(header.strip())) for header in headers) >= one.least:
            return one
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a table: the name of its file, its companions, what a person said."""

    name: str
    hints: Hints
    about: About

    def stem(self) -> str:
        """The name of the file without folder and endings."""
        return re.sub(r"(\.[A-Za-z0-9]{1,7})+$", "", self.name.rpartition("/")[2])


def period_of(context: Context, titles: Sequence[str], report: Report) -> str:
    """The one time a whole file is about, and in the report who told it; "" when nobody did."""
    told = (
        ("hint", context.hints.period),
        ("companion", context.about.period),
        ("title", one_year(*titles)),
        ("companion", str(context.about.map_year or "")),
        ("name", one_year(context.stem())),
    )
    for by, found in told:
        if found:
            if by != "hint":
                report.repair(f"period_from_{by}", "recognise", period=found)
            return found
    report.repair("period_unknown", "recognise")
    return ""


def origin_of(
    context: Context, sketch: Sketch, period: str, scheme: str, headers: Sequence[str], report: Report
) -> Origin:
    """The origin of one grid."""
    hints, about = context.hints, context.about
    found = _TABLE.search(f"{context.stem().replace('_', ' ')} {' '.join(sketch.titles)}")
    table = hints.table or about.table or (found[1].upper() if found else "")
    source, licence, credit = _source(table, headers, scheme)
    if not hints.source and not source:
        report.repair("source_unknown", "recognise", name=context.stem())
    return Origin(
        hints.source or source or context.stem() or "?",
        table or context.stem() or "?",
        hints.title or about.title or next(iter(sketch.titles), "") or context.stem(),
        period,
        scheme,
        area_year(context, [guess.header for guess in sketch.of(Role.CODE)], period, report),
        hints.licence or ("" if hints.source else licence),
        hints.read_at or datetime.now(UTC),
        about.version,
        "" if hints.source else credit,
    )


def area_year(context: Context, headers: Sequence[str], period: str, report: Report) -> int:
    """The year of the codes: said, in the name of the code column, or of the map; else that of the figures."""
    told = context.hints.area_year or int(one_year(*headers) or 0) or context.about.map_year
    if told:
        return told
    if period[:4].isdecimal():
        report.repair("area_year_from_period", "recognise", year=period[:4])
        return int(period[:4])
    report.repair("area_year_unknown", "recognise")
    return 0


def _source(table: str, headers: Sequence[str], scheme: str) -> tuple[str, str, str]:
    if re.fullmatch(r"\d{5}(NED|ENG)", table):
        others = table.startswith(("4", "5"))
        return ("CBS data derden" if others else "CBS StatLine"), "CC BY 4.0", "CBS"
    if one := publisher_of(headers):
        return one.source, one.licence, one.credit
    if scheme == AMSTERDAM:
        return "Gemeente Amsterdam", "", "Gemeente Amsterdam"
    return "", "", ""
