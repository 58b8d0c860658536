"""A small box for the tests: four plans in two themes, open, with three codes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from django.db import transaction

from samenspel.contracts.actor import Actor, Channel, Mandate, Role
from samenspel.instruments.ballots import actions
from samenspel.instruments.ballots.models import BallotBox
from samenspel.instruments.ballots.rules.codes import digest_of
from samenspel.kernel.action.guard import acting
from samenspel.kernel.places.models import Place
from samenspel_methods.allocation import RuleSet

VOTER = Actor()
CHOICES = (
    actions.Choice("1", "Bankje", 60_00, "Groen"),
    actions.Choice("2", "Boom", 50_00, "Groen"),
    actions.Choice("3", "Feest", 40_00, "Samen"),
    actions.Choice("4", "Soep", 30_00, "Samen"),
)
RULES = RuleSet("Proef", ballot="limited", max_cost_per_category={"Groen": 60_00, "Samen": 70_00})


@dataclass
class Vote:
    """An open box with its key holders and codes."""

    box: BallotBox
    shares: Sequence[str]
    organiser: Actor
    codes: list[str] = field(default_factory=list)

    def cast(self, code: str, *picks: str, by: Actor = VOTER) -> actions.Slip:
        return actions.cast_ballot(self.box, by=by, digest=digest_of(self.box.pk, code), picks=picks)

    def count(self) -> BallotBox:
        with transaction.atomic(), acting():
            self.box.refresh_from_db()
            actions.close_box(self.box)
            return actions.count_box(self.box, self.shares[:2])


def make_vote(place: Place, codes: int = 3) -> Vote:
    organiser = Actor(person=1, mandates=frozenset({Mandate(Role.ORGANISER, place.pk)}))
    with acting():
        box = actions.prepare_box(place, "RN-TEST", "Proef", budget_cents=100_00, rules=RULES, choices=CHOICES)
        shares = actions.open_box(box)
    issued = actions.issue_codes(box, by=organiser, count=codes, batch="brieven")
    return Vote(box, shares, organiser, [i.code for i in issued])


@pytest.fixture
def vote(place: Place) -> Vote:
    return make_vote(place)


@pytest.fixture
def desk(place: Place) -> Actor:
    return Actor(person=2, mandates=frozenset({Mandate(Role.DESK, place.pk)}), channel=Channel.PAPER)
