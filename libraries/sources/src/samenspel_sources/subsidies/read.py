"""Reading the register as the city exports it, and the csv of grants of one neighbourhood."""

import re
from collections.abc import Iterator

from samenspel_sources import SourceError, csv_records
from samenspel_sources.subsidies.model import Confidence, Grant, LocalGrant

REGISTER = (
    "DOSSIERNUMMER,AANVRAGER,REGELINGNAAM,BELEIDSTERREIN,ORGANISATIEONDERDEEL,PROJECT_NAAM,TYPE_PERIODICITEIT,"
    "BEDRAG_AANGEVRAAGD,BEDRAG_VERLEEND,BEDRAG_VASTGESTELD,SUBSIDIEJAAR"
)
LOCAL = "number,year,recipient,scheme,purpose,asked_cents,granted_cents,settled_cents,method,confidence,note"
_TOLD = re.compile(r"\((\d+) rows affected\)")


def read_register(data: bytes) -> tuple[Grant, ...]:
    """All grants of an export of the Amsterdam register; its own count must match ours."""
    grants: list[Grant] = []
    stated = None
    for line, row in csv_records("subsidies", data, REGISTER.split(",")):
        first = next(iter(row.values()))
        if told := _TOLD.fullmatch(first):
            stated = int(told[1])
        elif not set(first) <= {"-"}:
            grants.append(_grant(line, row))
    if stated is not None and stated != len(grants):
        raise SourceError("subsidies", "wrong_count", stated=stated, counted=len(grants))
    return tuple(grants)


def read_local(data: bytes) -> tuple[LocalGrant, ...]:
    """Grants of one neighbourhood, with method and confidence."""
    return tuple(_local(data))


def _local(data: bytes) -> Iterator[LocalGrant]:
    for line, row in csv_records("subsidies", data, LOCAL.split(",")):
        if row["confidence"] not in list(Confidence):
            params = {"column": "confidence", "value": row["confidence"]}
            raise SourceError("subsidies", "bad_word", line=line, **params)
        texts = ("number", "recipient", "scheme", "purpose", "method", "note")
        yield LocalGrant(
            **{name: row[name] for name in texts},
            year=_whole(line, row, "year"),
            asked=_whole(line, row, "asked_cents") if row["asked_cents"] else None,
            granted=_whole(line, row, "granted_cents") if row["granted_cents"] else None,
            settled=_whole(line, row, "settled_cents") if row["settled_cents"] else None,
            confidence=Confidence(row["confidence"]),
        )


def _grant(line: int, row: dict[str, str]) -> Grant:
    return Grant(
        number=row["DOSSIERNUMMER"],
        year=_whole(line, row, "SUBSIDIEJAAR"),
        recipient=row["AANVRAGER"],
        scheme=row["REGELINGNAAM"],
        field=row["BELEIDSTERREIN"],
        department=row["ORGANISATIEONDERDEEL"],
        project=" ".join(row["PROJECT_NAAM"].split()),
        periodic=row["TYPE_PERIODICITEIT"] == "Periodiek",
        asked=_cents(line, row, "BEDRAG_AANGEVRAAGD"),
        granted=_cents(line, row, "BEDRAG_VERLEEND"),
        settled=_cents(line, row, "BEDRAG_VASTGESTELD"),
    )


def _cents(line: int, row: dict[str, str], column: str) -> int | None:
    """An amount with a decimal point; NULL and nothing are not zero."""
    text = row[column]
    if text in ("", "NULL"):
        return None
    if not (match := re.fullmatch(r"(-?)(\d*)(?:\.(\d{1,2})0*)?", text)) or not any(match.groups()[1:]):
        raise SourceError("subsidies", "bad_amount", line=line, column=column, value=text)
    sign, whole, rest = match.groups()
    cents = int(whole or 0) * 100 + int((rest or "").ljust(2, "0"))
    return -cents if sign else cents


def _whole(line: int, row: dict[str, str], column: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", row[column]):
        raise SourceError("subsidies", "bad_number", line=line, column=column, value=row[column])
    return int(row[column])
