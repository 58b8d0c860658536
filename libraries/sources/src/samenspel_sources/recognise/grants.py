"""Registers of grants of any municipality, by the words in their headers."""

import re
from collections.abc import Sequence
from decimal import Decimal

from samenspel_sources import SourceError
from samenspel_sources.grid import Report
from samenspel_sources.recognise.context import Context
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.periods import one_year, period
from samenspel_sources.spreadsheet import money
from samenspel_sources.subsidies import Grant

# In this order a header is given to a field; the first header that fits is the one.
_WORDS = {
    "settled": r"(bedrag|subsidie)?.*vastgesteld|vaststelling(sbedrag)?|settled",
    "granted": r"(bedrag|subsidie)?.*(verleend|toegekend|beschikt|verstrekt|verlening)|subsidiebedrag|"
    r"verleningsbedrag|beschikkingsbedrag|toegekend.*|granted|amount|bedrag.*|subsidie *\(?(in )?(euro|€).*",
    "asked": r"(bedrag|subsidie)?.*(aangevraagd|gevraagd)|aanvraagbedrag|asked|requested",
    "recipient": r".*(aanvrager|ontvanger|begunstigde|subsidieontvanger|naam_?(van_)?(de_)?(instelling|organisatie)|"
    r"organisatie(naam)?|instelling(snaam)?|recipient|beneficiary|rechtspersoon|gesubsidieerde)",
    "scheme": r".*(regeling(naam)?|subsidieregeling|scheme|grondslag|verordening|subsidiesoort|soort subsidie)",
    "year": r".*(subsidiejaar|jaar|year|boekjaar|verleningsjaar|periode|"
    r"datum (verlening|beschikking)|beschikkingsdatum)",
    "number": r".*(dossiernummer|zaaknummer|kenmerk|nummer|nr|number|reference|zaak(id)?|subsidienr)",
    "field": r".*(beleidsterrein|beleidsveld|programma|thema|domein|sector|taakveld|field)",
    "department": r".*(organisatieonderdeel|afdeling|stadsdeel|wijk|gebied|department|dienst|district)",
    "project": r".*(project_?(naam)?|activiteit(en)?|omschrijving|doel|onderwerp|titel|beschrijving|project|purpose)",
    "periodic": r".*(type_?periodiciteit|periodiciteit|eenmalig.*|structureel.*)",
}
_PATTERNS = {name: re.compile(f"(?:{words})", re.IGNORECASE) for name, words in _WORDS.items()}
_PERIODIC = ("periodiek", "structureel", "jaarlijks", "ja", "meerjarig")
_TOLD = re.compile(r"\((\d{1,9}) rows? affected\)")
_MONEY = ("asked", "granted", "settled")


def fields_of(header: Sequence[str]) -> dict[str, int]:
    """Field -> column, as far as the words tell. Each column once."""
    taken: dict[str, int] = {}
    for name, pattern in _PATTERNS.items():
        for place, text in enumerate(header):
            plain = text.strip().replace("_", " ")
            if place not in taken.values() and (pattern.fullmatch(plain) or pattern.fullmatch(text.strip())):
                taken[name] = place
                break
    return taken


def is_grants(header: Sequence[str]) -> bool:
    """Somebody who received, an amount, and something that says it was a grant."""
    found = fields_of(header)
    words = " ".join(header).casefold()
    amount = any(name in found for name in _MONEY)
    told = "subsidie" in words or "scheme" in found or "verleend" in words or "grant" in words
    return "recipient" in found and amount and told


def grants_of(laid: Laid, context: Context, report: Report) -> tuple[Grant, ...]:
    """All grants. A line without a readable amount or year is refused with the reason."""
    spots = fields_of(laid.header)
    year = one_year(context.hints.period, *laid.titles, context.stem())
    if "year" not in spots and not year:
        report.repair("period_unknown", "recognise")
    made = []
    for line, cells in laid.body(report):
        try:
            made.append(_grant(cells, spots, year))
        except SourceError as error:
            report.refuse(line, error.code, error.package, **error.params)
    report.read = len(made)
    for text in (str(one.params.get("text", "")) for one in report.repaired if one.code == "note"):
        if (told := _TOLD.search(text)) and int(told[1]) != len(made) + report.refused_count:
            report.repair("wrong_count", "recognise", stated=told[1], counted=len(made))
    return tuple(made)


def _grant(cells: Sequence[str], spots: dict[str, int], year: str) -> Grant:
    def text(name: str) -> str:
        return " ".join(cells[spots[name]].split()) if name in spots else ""

    asked, granted, settled = (_cents(text(name)) for name in _MONEY)
    told = text("year")
    when = (one_year(told) or period(told)[:4]) if told else year
    if told and not when:
        raise SourceError("recognise", "no_period", value=told[:40])
    if not text("recipient") and asked is None and granted is None and settled is None:
        raise SourceError("recognise", "no_grant")
    return Grant(
        number=text("number"),
        year=int(when or 0),
        recipient=text("recipient"),
        scheme=text("scheme"),
        field=text("field"),
        department=text("department"),
        project=text("project"),
        periodic=text("periodic").casefold() in _PERIODIC,
        asked=asked,
        granted=granted,
        settled=settled,
    )


# More than two decimals, as programs write them; `4.000` is four thousand.
_MANY = re.compile(r"-?(\d+[.,]\d{4,}|\d{4,}[.,]\d{3})")
_NOTHING = ("", "null", "nvt", "n.v.t.", "-", ".", "nan", "onbekend")


def _cents(text: str) -> int | None:
    plain = text.strip()
    if plain.casefold() in _NOTHING:
        return None
    if plain[:1] in (".", ","):
        # Databases write `.50` for half a euro.
        plain = "0" + plain
    if _MANY.fullmatch(plain):
        return int((Decimal(plain.replace(",", ".")) * 100).to_integral_value())
    return money(plain, allow_negative=True)
