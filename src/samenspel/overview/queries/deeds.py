"""What a party does: its promises, money and plans, over all rounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.utils.formats import date_format

from samenspel.contracts.actor import Actor
from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.people import queries as people
from samenspel.stages.commissioning import queries as commissioning
from samenspel.stages.pact import queries as pact
from samenspel.ui.figures import Row
from samenspel.ui.numbers import euro

MOST = 50  # of each kind on one page


@dataclass(frozen=True, slots=True)
class Deeds:
    """Everything a party promised, got and does together with others."""

    party: Any
    promises: Any
    promise_rows: list[Row]
    awards: list[Row]
    plans: list[Row]
    pacts: list[Row]


def deeds(place: Any, slug: str) -> Deeds | None:
    """What one party did in all rounds: six queries, however long it takes part."""
    party = people.party(place, slug)
    if party is None:
        return None
    rounds = list(cycles.cycles_of(place))
    promises = pact.promises_by(party)
    return Deeds(
        party, promises, pact.rows_of(promises.commitments[:MOST]),
        [_award(a) for a in _all(commissioning.awards(c, Actor()).filter(party=party) for c in rounds)],
        [_plan(p) for p in _all(commissioning.plans(c, Actor()).filter(partners__party=party) for c in rounds)],
        [_pact(p) for p in pact.pacts_of(party)[:MOST]],
    )  # fmt: skip


def promise_words(place: Any, slug: str) -> str:
    """The promises of a party in one sentence; one query."""
    found = pact.promises_of(place).parties
    return next((row.words for row in found if row.party.slug == slug), "")


def promised_at(place: Any) -> dict[int, Any]:
    """The promises of every party of a place, by its key; one query."""
    return {row.party.pk: row for row in pact.promises_of(place).parties}


def _all(of_rounds: Iterable[Any]) -> list[Any]:
    """The rows of all rounds in one query."""
    found = list(of_rounds)
    return list(reduce(or_, found)[:MOST]) if found else []


def _award(award: Any) -> Row:
    return Row(
        title=award.title, url=award.get_absolute_url(), kicker=euro(award.cents), code=award.code,
        when=date_format(award.given_on, "j F Y"), text=award.get_state_display().capitalize(), reason=award.reason,
    )  # fmt: skip


def _plan(plan: Any) -> Row:
    return Row(
        title=plan.title, url=plan.get_absolute_url(), code=plan.code, kicker=plan.get_state_display().capitalize()
    )


def _pact(found: Any) -> Row:
    return Row(
        title=found.title, url=found.get_absolute_url(), code=found.code, kicker=found.get_state_display().capitalize()
    )
