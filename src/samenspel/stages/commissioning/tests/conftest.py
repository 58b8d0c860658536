"""The real vote of 2020, and a small vote of our own."""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest
from django.conf import settings

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.rules.codes import digest_of
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.models import Call, JointPlan
from samenspel.stages.commissioning.tasks import count_votes
from samenspel_methods.allocation import RuleSet

VOTER = Actor()
RULES = RuleSet("Proef", ballot="limited", max_cost_per_category={"Groen": 60_00, "Samen": 70_00})


@lru_cache
def vote_2020() -> bytes:
    return gzip.decompress((settings.ROOT / "demo" / "data" / "vote-2020.pb.gz").read_bytes())


def small_file(voters: int = 3) -> bytes:
    """A whole `.pb` file with three plans."""
    votes = "\n".join(f"{n};1,2" for n in range(1, voters)) + f"\n{voters};3\n"
    return (
        f"META\nkey;value\nnum_projects;3\nnum_votes;{voters}\nbudget;100\nvote_type;approval\n"
        f"PROJECTS\nproject_id;cost;name;category\n1;60;Bankje;Groen\n2;50;Boom;Groen\n3;40;Feest;Samen\n"
        f"VOTES\nvoter_id;vote\n{votes}"
    ).encode()


def read(file: bytes) -> actions.VoteFile:
    """A file as the form reads it, before anything is written."""
    return actions.read_vote(file, "Proef")


@pytest.fixture
@remembered
def real_vote(past: Cycle, cast: Cast) -> Call:
    facts: dict[str, Any] = {"title": "Buurtbudget 2020", "body": "Het dagelijks bestuur", "source": "Pabulib 335"}
    call = actions.import_vote(past, by=cast.organiser, vote=read(vote_2020()), funder="Stadsdeel Oost", **facts)
    return counted(actions.count_call(call, by=cast.organiser))


@dataclass
class Voting:
    """An open vote with codes and key holders."""

    call: Call
    codes: list[str]
    parts: dict[int, str]  # person -> what is on paper

    def cast(self, code: str, *picks: str) -> ballots.Slip:
        assert self.call.box
        digest = digest_of(self.call.box.pk, code)
        box = self.call.box
        filled = ballots.fill_envelope(box, by=VOTER, digest=digest, picks=picks)
        return ballots.cast_ballot(box, by=VOTER, filled=filled)


HOLDERS = ("resident", "neighbour", "councillor")


def give_parts(call: Call, cast: Cast) -> dict[int, str]:
    """Three people are named; each takes the own part."""
    people = [person for name in HOLDERS if (person := cast.accounts[name].person)]
    actions.name_holders(call, by=cast.organiser, holders=people)
    parts = {}
    for name, holder in zip(HOLDERS, boxes.holders(call.code), strict=True):
        by = cast.actors[name]
        parts[by.person or 0] = ballots.show_part(holder, by=by).part
        ballots.take_part(holder, by=by)
    return parts


def open_vote(cycle: Cycle, cast: Cast, **facts: Any) -> Call:
    """A vote whose three holders have their part, open."""
    call = draft_vote(cycle, cast.organiser, **facts)
    give_parts(call, cast)
    return actions.open_call(call, by=cast.organiser)


def count(voting: "Voting", call: Call) -> Call:
    """Two holders hand in their part; the second one opens the box."""
    (first, waiting), (second, share) = list(voting.parts.items())[:2]
    holder = next(h for h in boxes.holders(call.code) if h.person_id == first)
    ballots.hand_in_part(holder, by=Actor(person=first), share=waiting)
    return counted(actions.unlock_call(call, by=Actor(person=second), share=share))


def counted(call: Call) -> Call:
    """What the worker does, here and now."""
    count_votes.func()
    return Call.objects.select_related("node", "box").get(pk=call.pk)


def draft_vote(cycle: Cycle, by: Actor, **facts: Any) -> Call:
    given: dict[str, Any] = {
        "title": "Buurtbudget",
        "budget_cents": 100_00,
        "body": "Het dagelijks bestuur",
        "rule_set": RULES,
    }
    call = actions.draft_call(cycle, by=by, **{**given, **facts})
    for title, cents, theme in (("Bankje", 60_00, "Groen"), ("Boom", 50_00, "Groen"), ("Feest", 40_00, "Samen")):
        actions.add_option(call, by=by, title=title, cents=cents, category=theme)
    return call


@pytest.fixture
@remembered
def voting(cycle: Cycle, cast: Cast) -> Voting:
    call = draft_vote(cycle, cast.organiser, funder="Stadsdeel")
    parts = give_parts(call, cast)
    call = actions.open_call(call, by=cast.organiser)
    assert call.box
    issued = ballots.issue_codes(call.box, by=cast.organiser, count=3, reason="brieven")
    return Voting(call, [i.code for i in issued], parts)


@pytest.fixture
@remembered
def plan(cycle: Cycle, cast: Cast) -> JointPlan:
    """A joint plan with two partners, not yet on the table."""
    made = actions.draft_plan(
        cycle, by=cast.initiative, title="Samen eten", what="Elke week koken.", cents=500_00,
        convener=cast.parties["initiative"],
    )  # fmt: skip
    for name, task in (("initiative", "koken"), ("provider", "keuken")):
        actions.join_plan(made, by=cast.initiative, party=cast.parties[name], task=task)
    return made
