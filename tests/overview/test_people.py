"""Deeds of a party, the work list and the page for the council."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samenspel.instruments.questions import actions as questions
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.consultation import actions as consultation
from samenspel.stages.proposals import actions as proposals


@pytest.fixture
def promised(cycle: Cycle, cast: Cast) -> Cycle:
    """A round in which a group promised something that is due soon, and two texts wait to be read."""
    from samenspel.stages.pact import actions as pact

    pact.promise(
        cycle, by=cast.initiative, giver=cast.parties["initiative"], what="De tuin open", receiver_name="de buurt",
        due=timezone.localdate() + timedelta(days=5),
    )  # fmt: skip
    stories.tell_story(cycle, by=cast.resident, words="Ik woon hier graag", may_show=True)
    consultation.give_contribution(cycle, by=cast.resident, kind="wish", words="Meer banken")
    return cycle


@dataclass(frozen=True)
class Reader:
    """A browser in which somebody of the cast is logged in."""

    cast: Cast

    def page(self, name: str, path: str) -> str:
        """The page as this person sees it."""
        client = Client()
        client.force_login(self.cast.accounts[name])
        return client.get(path).content.decode()


@pytest.fixture
def reader(cast: Cast) -> Reader:
    """Somebody of the cast."""
    return Reader(cast)


def test_the_page_of_a_group_tells_its_promises(promised: Cycle, cast: Cast) -> None:
    group = cast.parties["initiative"]
    html = Client().get(group.get_absolute_url()).content.decode()
    assert "1 belofte: 1 loopt nog." in html and f"/groep/{group.slug}/daden/" in html
    assert "De tuin open" in Client().get(f"/{promised.place.slug}/groep/{group.slug}/daden/").content.decode()


def test_deeds_of_an_unknown_group_are_not_there(cycle: Cycle) -> None:
    assert Client().get(f"/{cycle.place.slug}/groep/niemand/daden/").status_code == 404


def test_work_waits_for_who_may_do_it(promised: Cycle, reader: Reader) -> None:
    path = f"/{promised.place.slug}/wacht-op-u/"
    editor, speaker = reader.page("professional", path), reader.page("initiative", path)
    assert "Bijdragen om te lezen" in editor and "Beloften binnen twee weken" not in editor
    assert "Beloften binnen twee weken" in speaker and "Bijdragen om te lezen" not in speaker


def test_nothing_waits_for_a_visitor(cycle: Cycle, reader: Reader) -> None:
    path = f"/{cycle.place.slug}/wacht-op-u/"
    assert Client().get(path).status_code == 302
    assert "Er wacht nu niets op u." in reader.page("resident", path)


def test_my_page_keeps_the_menu_of_my_neighbourhood(cycle: Cycle, reader: Reader) -> None:
    html = reader.page("resident", "/mijn/")
    assert f"/{cycle.place.slug}/wacht-op-u/" in html and f'href="/{cycle.place.slug}/geld/"' in html


@pytest.mark.parametrize("path", ["/mijn/", "/{}/wie-mag-wat/"])
def test_who_has_an_interest_finds_where_to_say_so(cycle: Cycle, reader: Reader, path: str) -> None:
    html = reader.page("resident", path.format(cycle.place.slug))
    assert f'href="/{cycle.place.slug}/belang/"' in html and "Ik heb een eigen belang" in html


@pytest.mark.parametrize(("name", "path", "most"), [
    ("professional", "wacht-op-u/", 12), ("official", "wacht-op-u/", 12), ("", "raad/", 8),
    ("", "groep/{group}/", 8), ("", "groep/{group}/daden/", 8),
])  # fmt: skip
def test_these_pages_cost_few_queries(
    promised: Cycle, cast: Cast, name: str, path: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client()
    if name:
        client.force_login(cast.accounts[name])
    where = f"/{promised.place.slug}/{path.format(group=cast.parties['initiative'].slug)}"
    with django_assert_max_num_queries(most):
        assert client.get(where).status_code == 200


@pytest.mark.parametrize(("name", "kind", "status"), [
    ("resident", "initiative", 302), ("resident", "municipality", 200), ("resident", "institution", 200),
    ("organiser", "municipality", 302), ("official", "institution", 200),
])  # fmt: skip
def test_nobody_calls_themselves_the_municipality(cast: Cast, name: str, kind: str, status: int) -> None:
    client = Client()
    client.force_login(cast.accounts[name])
    answer = client.post("/testbuurt/groep/nieuw/", {"name": "Gemeente Verzonnen", "kind": kind})
    assert answer.status_code == status


@pytest.fixture
def told(promised: Cycle) -> str:
    """The code of what a visitor says came of the promise of a group."""
    from samenspel.contracts.actor import Actor
    from samenspel.kernel.lineage.queries import nodes_of
    from samenspel.stages.monitoring import actions as monitoring

    code = nodes_of(promised.pk, "commitment").get().code
    return monitoring.record_outcome(
        promised, by=Actor(), of=code, what_came="De poort bleef dicht.", judged_by="wie langs loopt", verdict="worse"
    ).code


def test_the_group_that_promised_reads_first_what_came_of_it(told: str, promised: Cycle, reader: Reader) -> None:
    work, page = f"/{promised.place.slug}/wacht-op-u/", f"/{promised.place.slug}/{promised.slug}/opbrengst/{told}/"
    assert "Wat mensen vertellen over uw beloften" in reader.page("initiative", work)
    assert "De poort bleef dicht." in reader.page("initiative", page) and "klopt/" in reader.page("initiative", page)
    assert "De poort bleef dicht." not in reader.page("provider", page)
    assert "Wat mensen vertellen" not in reader.page("provider", work)
    assert "Iemand vertelt wat er kwam van" in reader.page("initiative", "/mijn/")


def test_a_group_can_say_it_differently_and_is_done(told: str, promised: Cycle, cast: Cast, reader: Reader) -> None:
    from samenspel.stages.monitoring.models import Outcome

    of = Outcome.objects.get(node__code=told).of.code
    room = f"/{promised.place.slug}/{promised.slug}/opbrengst/"
    form = f"{room}vertellen/?van={of}&amp;namens={cast.parties['initiative'].pk}"
    assert form in reader.page("initiative", f"{room}{told}/")
    assert of in reader.page("initiative", form.replace("&amp;", "&"))
    client = Client()
    client.force_login(cast.accounts["initiative"])
    sent = {"of": of, "what_came": "De poort was zaterdag open.", "judged_by": "onze groep", "verdict": "same",
            "party": cast.parties["initiative"].pk}  # fmt: skip
    assert client.post(f"{room}vertellen/", sent).status_code == 302
    work = reader.page("initiative", f"/{promised.place.slug}/wacht-op-u/")
    assert "Wat mensen vertellen over uw beloften" not in work


def test_an_ended_pact_stays_among_the_deeds_of_a_group(cycle: Cycle, cast: Cast) -> None:
    from samenspel.stages.pact import actions as pact

    mine, other = cast.parties["initiative"], cast.parties["provider"]
    made = pact.convene(
        cycle, by=cast.initiative, title="Samen de tuin open", party=mine, parties=[other],
        starts=date(2026, 1, 1), ends=date(2026, 12, 31), ambitions="Een open tuin",
    )  # fmt: skip
    path = f"/{cycle.place.slug}/groep/{other.slug}/daden/"
    assert made.title not in Client().get(path).content.decode()
    made = pact.end(pact.open_pact(made, by=cast.initiative), by=cast.initiative, reason="Het is klaar.")
    shown = Client().get(path).content.decode()
    assert made.title in shown and "Afgelopen" in shown


def test_a_question_waits_for_who_was_asked_before_it_is_late(cycle: Cycle, cast: Cast, reader: Reader) -> None:
    who = cast.parties["official"]
    questions.ask(cycle, by=cast.professional, title="Waar is de kraan?", body="Het is warm.", addressee=who)
    path = f"/{cycle.place.slug}/wacht-op-u/"
    assert "Vragen die op uw antwoord wachten" in reader.page("official", path)


def test_a_letter_to_the_council_waits_for_the_council_alone(cycle: Cycle, cast: Cast, reader: Reader) -> None:
    questions.ask(cycle, by=cast.professional, title="Groene daken", body="Tel ze mee.", kind="petition",
                  addressee_name="Gemeenteraad")  # fmt: skip
    path, words = f"/{cycle.place.slug}/wacht-op-u/", "Brieven aan de raad die op antwoord wachten"
    assert words in reader.page("councillor", path) and words not in reader.page("official", path)


@pytest.mark.parametrize(("who", "party"), [("resident", ""), ("initiative", "initiative")])
def test_an_answer_waits_for_who_asked(cycle: Cycle, cast: Cast, reader: Reader, who: str, party: str) -> None:
    asked = questions.ask(cycle, by=getattr(cast, who), party=cast.parties.get(party), title="Waar is de kraan?",
                          body="Het is warm.", addressee=cast.parties["official"])  # fmt: skip
    path, page = f"/{cycle.place.slug}/wacht-op-u/", f'href="/testbuurt/{cycle.slug}/geld/vraag/{asked.code}/oordeel/"'
    assert page not in reader.page(who, path)
    asked = questions.answer(asked, by=cast.official, text="Bij de school.", name="Esra")
    assert page in reader.page(who, path) and "Waar is de kraan?" in reader.page(who, path)
    assert page not in reader.page("professional", path)
    questions.judge(asked, by=getattr(cast, who), satisfied=True)
    assert page not in reader.page(who, path)


def test_proposals_to_tell_and_to_decide_lead_to_just_those(cycle: Cycle, cast: Cast, reader: Reader) -> None:
    made = [proposals.hand_in(cycle, by=cast.resident, title=f"Plan {n}", text="Een bank.") for n in "ABC"]
    weighed = [proposals.weigh_provisionally(p, by=cast.official, positive=True, why="Het past.") for p in made[:2]]
    proposals.tell_submitter(weighed[0], by=cast.professional, how="Gebeld")
    work = reader.page("official", f"/{cycle.place.slug}/wacht-op-u/")
    for state, title in (("handed_in", "Plan C"), ("weighed", "Plan B"), ("told", "Plan A")):
        to = f"/{cycle.place.slug}/{cycle.slug}/voorstellen/?state={state}"
        shown = reader.page("official", to)
        assert (f'href="{to}"' in work) and [t for t in ("Plan A", "Plan B", "Plan C") if t in shown] == [title]
