"""Many at once at every act that counts once a person or once at all: one effect, and an answer for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel.instruments.ballots.models import Envelope
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.money.queries import balances, total_is_zero
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.names import name_key
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions
from samenspel.stages.commissioning.models import ConsentMark, JointPlan
from samenspel.stages.consultation.models import Contribution
from samenspel.stages.pact.models import Signature as PactSignature
from samenspel.stages.proposals.models import Proposal
from samenspel.stages.quality.models import Signature
from tests.journeys.ballot import choose, open_vote
from tests.journeys.walker import Walker
from tests.journeys.world import World
from tests.security import planting
from tests.security.crowd import MANY, Crowd, crowd_for

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db: None, cycle: Cycle, cast: Cast) -> World:
    return World(cast, cycle)


@pytest.fixture
def crowd(transactional_db: None, tmp_path: Path) -> Crowd:
    return crowd_for(tmp_path)


def people(world: World, who: str, page: str) -> list[Walker]:
    """One person with many browsers, each on a fresh page with a token of its own."""
    return [Walker(world.cast.accounts.get(who)).go(page) for _number in range(MANY)]


def twin(page: Walker) -> Walker:
    """The same browser with the same form, hidden token included."""
    again = Walker()
    again.client.cookies, again.page, again.url = page.client.cookies, page.page, page.url
    return again


def press(crowd: Crowd, walkers: list[Walker], button: str = "", **values: object) -> list[Walker]:
    return crowd.press(walkers, button, [dict(values) for _walker in walkers])


def whole(crowd: Crowd, world: World, verb: str) -> int:
    """How often the act is in the journal, which holds together."""
    assert crowd.ask(lambda: list(faults(world.cycle.place_id))) == []
    return crowd.ask(lambda: Entry.objects.filter(verb=verb).count())


def test_one_code_at_many_phones_is_one_ballot(world: World, crowd: Crowd) -> None:
    vote = open_vote(world.cycle, world.cast, codes=1)
    ready = [choose(vote.voter().send("Verder", {"Uw code": vote.codes[0]}), "Samen koken") for _n in range(MANY)]
    done = press(crowd, ready, "Ja, dit is mijn stem")
    assert all(page.has("Dank u wel.") for page in done)
    assert crowd.ask(Envelope.objects.count) == 1


def test_one_form_sent_many_times_is_one_proposal(world: World, crowd: Crowd) -> None:
    page = world("visitor", "voorstellen/inleveren/")
    page.send("Ga verder", {"Hoe heet uw voorstel?": "Samen koken", "Wat wilt u doen?": "Koken."})
    page.send("Ga verder").send("Ga verder")
    press(crowd, [twin(page) for _number in range(MANY)], "Lever het voorstel in")
    assert crowd.ask(Proposal.objects.count) == 1
    assert whole(crowd, world, "proposals.proposal.hand_in") == 1


def test_a_party_signs_a_pact_once(world: World, crowd: Crowd) -> None:
    url = planting.pact(world, "Pact van de tuin", "Een tuin voor iedereen.").url
    done = press(crowd, people(world, "initiative", url + "tekenen/"), **{"Namens welke partij?": "Partij Carla"})
    assert crowd.ask(PactSignature.objects.count) == 1 == whole(crowd, world, "pact.pact.sign")
    assert all(page.complaints() or page.status == 409 for page in done if page.url.endswith("/tekenen/"))


def test_a_party_signs_what_is_good_once(world: World, crowd: Crowd) -> None:
    url = planting.quality(world, "Goede tuin", "iedereen een plek heeft.").url
    press(crowd, people(world, "initiative", url + "tekenen/"), **{"Namens welke partij?": "Partij Carla"})
    assert crowd.ask(Signature.objects.count) == 1 == whole(crowd, world, "quality.definition.sign")


def test_somebody_joins_a_group_once(world: World, crowd: Crowd) -> None:
    party = world.cast.parties["initiative"]
    before = Membership.objects.count()
    press(crowd, people(world, "resident", party.get_absolute_url() + "meedoen/"))
    assert crowd.ask(Membership.objects.count) == before + 1
    assert whole(crowd, world, "people.party.join") == 1


def test_two_officials_answer_one_proposal_once(world: World, crowd: Crowd) -> None:
    page = planting.proposal(world, "Samen koken", "Koken.")
    official = world("official", page.url.removesuffix("bewijs/"))
    official.click("Voorlopig wegen").send(values={"Wat is het antwoord?": "Ja", "Waarom?": "Het kan."})
    official.click("Eerst aan de maker vertellen").send(values={"Hoe ging dat?": "Gebeld."})
    ready = people(world, "official", official.url + "antwoord/")
    words = [{"Wat is het antwoord?": "Ja" if n % 2 else "Nee", "Waarom?": f"Reden {n}.",
              "Bij een nee: wat kan er wel?": "Vraag de buren."} for n in range(MANY)]  # fmt: skip
    crowd.press(ready, "", words)
    assert whole(crowd, world, "proposals.proposal.decide") == 1
    assert crowd.ask(lambda: Proposal.objects.get().state) in ("accepted", "declined")


def test_a_story_becomes_one_contribution(world: World, crowd: Crowd) -> None:
    planting.story(world, "Oma", "In de tuin is het fijn.")
    page = world("professional", "profiel/verhalen/te-lezen/").send("Toon dit verhaal")
    link = page.go(f"{world.round}ophalen/te-lezen/").click("Maak er een bijdrage van").url
    press(crowd, people(world, "professional", link), **{"Wat is het?": "need"})
    assert crowd.ask(Contribution.objects.count) == 1


def test_a_partner_answers_a_joint_plan_once(world: World, crowd: Crowd) -> None:
    page = world("initiative", "buurtbesteden/nieuw/plan/")
    page.send(values={"Hoe heet het plan?": "De tuin", "Wat gaan we samen doen?": "Schoffelen.",
                      "Namens welke groep begint u?": "Partij Carla"})  # fmt: skip
    for party in ("Partij Carla", "Partij Ina"):
        page.click("Partner in het plan zetten").send(values={
            "Welke groep doet mee?": party, "Wat doet deze groep?": "Schoffelen."})  # fmt: skip
    page.click("De partners om hun antwoord vragen").send()
    link = page.click("Antwoord geven Partij Carla").url
    press(crowd, people(world, "initiative", link), **{"Kan uw groep met dit plan leven?": "yes"})
    assert crowd.ask(ConsentMark.objects.count) == 1


def test_two_groups_with_one_name_are_one(world: World, crowd: Crowd) -> None:
    page = f"/{world.cycle.place.slug}/groep/nieuw/"
    names = ["De Kas", "de  kas", "DE KÁS", "De\u200b Kas"] * (MANY // 4)
    done = crowd.press(people(world, "resident", page), "", [{"Hoe heet uw groep?": name} for name in names])
    assert crowd.ask(lambda: Party.objects.filter(name_key=name_key("De Kas")).count()) == 1
    assert sum("al een groep met deze naam" in " ".join(page.complaints()) for page in done) == MANY - 1
    assert whole(crowd, world, "people.party.found") == 1 + len(world.cast.parties)


def carried_plan(world: World, cents: int) -> JointPlan:
    """A joint plan that everybody carries, with money in its pot."""
    one, other, parties = world.cast.initiative, world.cast.provider, world.cast.parties
    plan = actions.draft_plan(world.cycle, by=one, title="De tuin", what="Graven.", convener=parties["initiative"])
    for name in ("initiative", "provider"):
        actions.join_plan(plan, by=one, party=parties[name], task="Graven")
    plan = actions.ask_partners(plan, by=one)
    for partner, by in zip(plan.partners.order_by("pk"), (one, other), strict=True):
        actions.answer_plan(partner, by=by, answer="yes")
    plan = actions.carry_plan(plan, by=one)
    return actions.fund_plan(plan, by=world.cast.finance, source="Welzijn", cents=cents)


def test_many_awards_leave_a_pot_at_zero_or_more(world: World, crowd: Crowd) -> None:
    plan = carried_plan(world, 500_00)
    ready = people(world, "board", f"{world.round}buurtbesteden/plan/{plan.code}/toekennen/")
    done = press(crowd, ready, **{"Of aan wie anders?": "De makers", "Hoeveel?": "200", "Reden": "Allen dragen het."})
    assert sum("te weinig" in " ".join(page.complaints()) for page in done) == MANY - 2
    pots = crowd.ask(lambda: [b.cents for b in balances(world.cycle.place_id) if b.account.kind == "pot"])
    assert pots == [100_00] and crowd.ask(total_is_zero)
    assert whole(crowd, world, "commissioning.award.give") == 2
