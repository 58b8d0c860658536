"""A small box for the tests: four plans in two themes, open, with three codes."""

from dataclasses import dataclass, field

import pytest
from django.db import transaction

from samenspel.contracts.actor import Actor, Channel, Mandate, Role
from samenspel.instruments.ballots import actions
from samenspel.instruments.ballots.models import BallotBox, KeyHolder
from samenspel.instruments.ballots.rules.codes import digest_of
from samenspel.kernel.action.guard import acting
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.memory import remembered
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
    parts: dict[int, str]  # person -> what is on paper
    organiser: Actor
    codes: list[str] = field(default_factory=list)

    def cast(self, code: str, *picks: str, by: Actor = VOTER) -> actions.Slip:
        filled = actions.fill_envelope(self.box, by=by, digest=digest_of(self.box.pk, code), picks=picks)
        return actions.cast_ballot(self.box, by=by, filled=filled)

    def count(self) -> BallotBox:
        with transaction.atomic(), acting():
            self.box.refresh_from_db()
            actions.close_box(self.box)
        return self.open()

    def open(self) -> BallotBox:
        """Two holders hand in what they have, one after the other."""
        (first, waiting), (second, share) = list(self.parts.items())[:2]
        hand_in(self.box, first, waiting)
        with transaction.atomic(), acting():
            self.box.refresh_from_db()
            return actions.count_box(self.box, by=Actor(person=second), share=share)


def hand_in(box: BallotBox, person: int, share: str) -> KeyHolder:
    holder = KeyHolder.objects.get(subject=box.subject, person=person)
    return actions.hand_in_part(holder, by=Actor(person=person), share=share)


def give_parts(place: Place, subject: str) -> dict[int, str]:
    """Three people are named and take their part, as they do on their own page."""
    parts = {}
    with acting():
        people = [note_person(name=f"Houder {n}", channel=Channel.DESK, place=place) for n in (1, 2, 3)]
        actions.name_holders(place, subject, people)
    for holder in KeyHolder.objects.filter(subject=subject).order_by("number"):
        by = Actor(person=holder.person_id)
        shown = actions.show_part(holder, by=by)
        parts[shown.person_id or 0] = shown.part
        actions.take_part(holder, by=by)
    return parts


def make_vote(place: Place, codes: int = 3) -> Vote:
    organiser = Actor(person=1, mandates=frozenset({Mandate(Role.ORGANISER, place.pk)}))
    with acting():
        box = actions.prepare_box(place, "RN-TEST", "Proef", budget_cents=100_00, rules=RULES, choices=CHOICES)
    parts = give_parts(place, box.subject)
    with acting():
        actions.open_box(box)
    issued = actions.issue_codes(box, by=organiser, count=codes, reason="brieven")
    return Vote(box, parts, organiser, [i.code for i in issued])


@pytest.fixture
@remembered
def vote(place: Place) -> Vote:
    return make_vote(place)


@pytest.fixture
def desk(place: Place) -> Actor:
    return Actor(person=2, mandates=frozenset({Mandate(Role.DESK, place.pk)}), channel=Channel.PAPER)
