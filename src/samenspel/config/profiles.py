"""`samenspel profile AREA`: the figures of an area on the screen, as data or as a PDF."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings

from samenspel.config.commands import Say, sentence_of
from samenspel.kernel.action import Refused
from samenspel.stages.profile.queries import Counted, IndicatorRow, Reading, chosen, counted_of, search_areas

Facts = dict[str, object]


def show(say: Say, words: str, form: str, output: str) -> int:
    """Print or write the profile of one area; several codes with + between are one area."""
    try:
        found = chosen(_codes(words))
    except Refused as refusal:
        say(sentence_of(refusal))
        return 1
    counted = counted_of(found.geography)
    forms: dict[str, Callable[[], bytes]] = {
        "text": lambda: "\n".join(_text(found.name, counted)).encode(),
        "json": lambda: _json(found.codes, found.name, counted),
        "csv": lambda: _csv(counted),
        "pdf": lambda: _pdf(found.codes),
    }
    try:
        content = forms[form]()
    except Refused as refusal:
        say(sentence_of(refusal))
        return 1
    _put(say, content, output)
    return 0


def _codes(words: str) -> str:
    """Codes as they are, or the one area of that name."""
    if any(letter.isdigit() for letter in words):
        return words
    found = [area for city in search_areas(words) for area in city.areas]
    exact = [area for area in found if area.name.casefold() == words.strip().casefold()]
    fitting = exact or found
    if len(fitting) == 1:
        return fitting[0].code
    if not fitting:
        raise Refused(f"Wij kennen geen gebied dat {words!r} heet. Lees eerst cijfers in: samenspel import BESTAND")
    raise Refused("\n".join(["Er zijn er meer. Kies een code:", *(f"  {a.code}  {a.name}" for a in fitting[:20])]))


def _text(name: str, found: Counted) -> Iterable[str]:
    """What stands on the screen: per theme each figure beside the municipality."""
    around = found.geography.city.name if found.geography.city else ""
    yield f"{name}: half een profiel, want hier staan alleen cijfers."
    for theme in found.themes:
        score = "" if theme.score is None else f"  (kompas {theme.score:.0f}, {around} = 100)"
        yield f"\n{theme.name}{score}"
        for row in theme.rows:
            beside = f"{around} {row.city.shown}" if row.city and row.city.value is not None else ""
            yield f"  {row.indicator.name:<48} {row.own.shown:>24}   {beside}  [{row.own.period}]"


def facts(found: Counted) -> Iterable[Facts]:
    """Every figure with all that belongs to it, the one of the municipality beside it, and what other sources say."""
    for theme in found.themes:
        for row in theme.rows:
            yield _facts(theme.key, row)


def _facts(theme: str, row: IndicatorRow) -> Facts:
    stated = next(iter(row.own.sources), None)
    table = stated.table_row if stated else None
    return {
        "theme": theme, "indicator": row.indicator.key, "name": row.indicator.name, "period": row.own.period,
        "value": _number(row.own), "status": str(row.own.status), "unit": row.indicator.unit,
        "municipality_value": _number(row.city), "compass": None if row.score is None else round(row.score, 1),
        "combined": row.own.combined, "measured": row.own.measured,
        "source": stated.source if stated else "", "table": stated.table if stated else "",
        "area_code_year": table.area_year if table else None, "licence": table.licence if table else "",
        "read_on": str(stated.read_on) if stated else "",
        "other_sources": [{"source": s.source, "table": s.table, "value": _plain(s.number), "status": s.status}
                          for s in row.own.others],
        "trend": [{"period": r.period, "value": _number(r), "status": str(r.status)} for r in row.trend],
    }  # fmt: skip


def _number(reading: Reading | None) -> str | None:
    return None if reading is None else _plain(reading.value)


def _plain(value: object) -> str | None:
    return None if value is None else f"{value:f}"


def _json(codes: str, name: str, found: Counted) -> bytes:
    around = found.geography.city.name if found.geography.city else None
    whole = {"area": codes.split("+"), "name": name, "municipality": around, "figures": list(facts(found))}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _csv(found: Counted) -> bytes:
    text = io.StringIO()
    rows = [{k: v for k, v in one.items() if k not in ("other_sources", "trend")} for one in facts(found)]
    writer = csv.DictWriter(text, list(rows[0]) if rows else ["indicator"])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _pdf(codes: str) -> bytes:
    """The page of the area on paper, as a visitor of this very site gets it."""
    from django.test import Client

    host = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    visitor = Client(
        raise_request_exception=False, SERVER_NAME=host, headers={"x-forwarded-proto": "https", "accept-language": "nl"}
    )
    answer = visitor.get(f"/cijfers/{codes}/profiel.pdf", secure=True)
    if answer.status_code != 200:
        raise Refused("Een PDF maken kan hier niet. Druk de pagina van het gebied af.")
    return answer.content


def _put(say: Say, content: bytes, output: str) -> None:
    if output:
        Path(output).write_bytes(content)
        say(f"Geschreven: {output}")
    else:
        sys.stdout.buffer.write(content + b"\n")
        sys.stdout.buffer.flush()
