"""grants.csv: grants of city district Oost 2016-2020, brought down to the Indische Buurt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from demo.extracting.common import KWB, OLD, by_code, content, written
from samenspel_sources.subsidies import Grant, read_register
from samenspel_sources.subsidies.read import LOCAL

FILE = "finance/amsterdam_subsidieregister_2020-03-09.csv.gz"
DISTRICT = "stadsdeel Oost"
# Places and organisations that are only in the Indische Buurt.
HERE = re.compile(
    r"indische ?buurt|meevaart|buurthuis archipel|\barchipel\b|javastraat|javaplein|makassar|bogortuin|bogor|flevopark"
    r"|flevohuis|timorplein|celebes|sumatra|ambonplein|molukken|insulinde|soembawa|borneostraat|balistraat"
    r"|niasstraat|lombokstraat|jeugdland|batjan|kramatweg|madura|ceramstraat|halmahera|padangstraat|obiplein"
    r"|djambi|palembang|tidore|ternate|menado|riouwstraat|langkat|valentijnkade|boeroestraat|billiton"
    r"|delistraat|tomini|gorontalo"
)
# Places elsewhere in the district: a grant that names one is not shared out.
ELSEWHERE = re.compile(
    r"ijburg|zeeburgereiland|dapper|transvaal|oosterpark|oosterparkbuurt|watergraafsmeer|betondorp|middenmeer"
    r"|jeruzalem|park de meer|frankendael|weesperzijde|oostelijk havengebied|java-?eiland|knsm|oostpoort"
    r"|science ?park|amsteldorp|rivierenbuurt|joubert|beukenplein|krugerplein|galileiplein|linnaeus|haveneiland"
    r"|borneo-?eiland|sporenburg|cruquius|rieteiland|steigereiland|don bosco|julianapark|bredeweg|oud-?oost"
    r"|wibaut|parooldriehoek|overamstel|amstelkwartier|badhuis|batavia"
)
WARDS_OF_THE_DISTRICT = tuple(f"WK0363{n}" for n in (*range(27, 36), 50, 51, *range(55, 59)))


def grants(folder: Path) -> bytes:
    """Grants that name a place here one by one; of the others one line a year, by inhabitants."""
    register = read_register(content(folder / FILE))
    district = [grant for grant in register if grant.department == DISTRICT]
    here = [grant for grant in district if HERE.search(words(grant))]
    rest = [grant for grant in district if not HERE.search(words(grant))]
    people = by_code(folder / KWB.format(year=2020), "Area_Code", ["Population_Total"])
    ours, every = (sum(int(people[w]["Population_Total"]) for w in wards) for wards in (OLD, WARDS_OF_THE_DISTRICT))
    rows = [one(grant) for grant in here]
    rows.extend(shared(rest, ours, every))
    return written(LOCAL, sorted(rows, key=lambda row: (row[1], row[0])))


def words(grant: Grant) -> str:
    """The text in which a place may be named."""
    return f"{grant.project} {grant.recipient} {grant.scheme}".casefold()


def one(grant: Grant) -> tuple[object, ...]:
    """A grant by location. What a person asked money for stays out: it may say who they are."""
    purpose = "" if grant.person else grant.project
    amounts = (blank(amount) for amount in (grant.asked, grant.granted, grant.settled))
    place, other = HERE.search(words(grant)), ELSEWHERE.search(words(grant))
    note = f"Genoemd: {place.group() if place else ''}."
    if other:
        note += f" Noemt ook {other.group()}: het hele bedrag staat hier."
    head = (grant.number, grant.year, grant.recipient, grant.scheme, purpose)
    return (*head, *amounts, "by location", "estimated" if other else "measured", note)


def shared(rest: Sequence[Grant], ours: int, every: int) -> Iterator[tuple[object, ...]]:
    """Per year, our part by inhabitants of the grants that name no place."""
    for year in sorted({grant.year for grant in rest}):
        of_year = [grant for grant in rest if grant.year == year]
        placeless = [grant for grant in of_year if not ELSEWHERE.search(words(grant))]
        amounts = (
            part(total(grant.asked for grant in placeless), ours, every),
            part(total(grant.granted for grant in placeless), ours, every),
            part(total(grant.settled for grant in placeless), ours, every),
        )
        note = (
            f"{ours} van {every} inwoners in 2020. Deel van {len(placeless)} subsidies zonder plaatsnaam; "
            f"{len(of_year) - len(placeless)} subsidies voor andere buurten tellen niet mee."
        )
        head = (f"OOST-{year}", year, "(Verdeeld over het stadsdeel)", DISTRICT, "")
        yield (*head, *amounts, "per resident", "allocated", note)


def total(amounts: Iterable[int | None]) -> int:
    """What is known, added up."""
    return sum(amount for amount in amounts if amount is not None)


def part(amount: int, ours: int, every: int) -> int:
    """Our part in whole cents, rounded to the nearest."""
    return (2 * amount * ours + every) // (2 * every)


def blank(amount: int | None) -> object:
    """An unknown amount is empty, never zero."""
    return "" if amount is None else amount
