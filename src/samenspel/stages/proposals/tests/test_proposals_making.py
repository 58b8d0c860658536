"""Makers: handing in, amending, costs, what it answers, stepping back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people import actions as people
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.proposals import actions, queries
from samenspel.stages.proposals.models import CostLine, Proposal
from samenspel.stages.proposals.states import Cost
from samenspel.stages.proposals.tests.conftest import TEXT, TITLE, VISITOR, make_node


def test_anybody_hands_in_without_an_account(anonymous: Proposal) -> None:
    assert (anonymous.state, anonymous.node.public, anonymous.person) == ("handed_in", True, None)
    assert (anonymous.submitter, anonymous.handed_in_on) == ("een bewoner", timezone.localdate())
    assert queries.totals(queries.cost_rows(anonymous)) == {"euro": 125_050, "hours": 40, "m2": 60}


def test_a_name_is_kept_but_only_shown_when_it_may(cycle: Cycle) -> None:
    quiet = actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, name="Wim", contact="06")
    shown = actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, name="Wim", show_name=True)
    assert quiet.person is not None
    assert quiet.person.contact_text == "06"
    assert (quiet.submitter, shown.submitter) == ("een bewoner", "Wim")


def test_a_party_hands_in_under_its_own_name(cycle: Cycle, cast: Cast) -> None:
    party = cast.parties["initiative"]
    acting = replace(cast.initiative, party=party.pk)
    assert actions.hand_in(cycle, by=acting, title=TITLE, text=TEXT).submitter == "Partij Carla"


def test_the_desk_hands_in_for_somebody(cycle: Cycle, cast: Cast) -> None:
    desk = replace(cast.professional, channel=Channel.DESK, on_behalf_of="Fatima", read_back=False)
    made = actions.hand_in(cycle, by=desk, title=TITLE, text=TEXT)
    assert made.person is not None
    assert (made.person.name, made.text.helpers_words) == ("Fatima", True)
    assert made.text.person == made.person_id != cast.professional.person


def test_double_submit_gives_one_proposal_and_its_code(cycle: Cycle) -> None:
    actions.hand_in.run("t1", None, cycle, by=VISITOR, title=TITLE, text=TEXT)
    with pytest.raises(AlreadyDone) as again:
        actions.hand_in.run("t1", None, cycle, by=VISITOR, title=TITLE, text=TEXT)
    assert again.value.code == Proposal.objects.get().code


def test_a_closed_round_takes_nothing(past: Cycle) -> None:
    with pytest.raises(WrongState, match="afgesloten"):
        actions.hand_in(past, by=VISITOR, title=TITLE, text=TEXT)


@pytest.mark.parametrize("title", ["", "   ", "\x00"])
def test_a_proposal_has_a_name(cycle: Cycle, title: str) -> None:
    with pytest.raises(BadInput, match="naam"):
        actions.hand_in(cycle, by=VISITOR, title=title, text=TEXT)


@pytest.mark.parametrize("text", ["woord " * 3000, "نطبخ معا كل أسبوع", "a\x00b", "<b>x</b>"])
def test_any_words_are_kept(cycle: Cycle, text: str) -> None:
    made = actions.hand_in(cycle, by=VISITOR, title=TITLE, text=text)
    assert made.text.body == text.replace("\x00", "").strip()


def test_nobody_hands_in_tomorrow(cycle: Cycle) -> None:
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, on=timezone.localdate() + timedelta(days=1))


@pytest.mark.parametrize("cost", [Cost("euro", -1, "x"), Cost("hours", 0, "x"), Cost("kip", 1, "x")])
def test_costs_that_cannot_be(anonymous: Proposal, cast: Cast, cost: Cost) -> None:
    with pytest.raises(BadInput):
        actions.set_costs(anonymous, by=cast.professional, costs=[cost])
    assert CostLine.objects.count() == 3


def test_costs_without_a_purpose_are_refused(theirs: Proposal, cast: Cast) -> None:
    with pytest.raises(ValidationError):
        actions.set_costs(theirs, by=cast.resident, costs=[Cost("euro", 1, "")])


def test_new_costs_replace_the_old(theirs: Proposal, cast: Cast) -> None:
    actions.set_costs(theirs, by=cast.resident, costs=[Cost("euro", 1, "Thee")])
    actions.set_costs(theirs, by=cast.resident, costs=[Cost("euro", 2, "Koffie"), Cost("euro", 3, "Melk")])
    assert queries.totals(queries.cost_rows(theirs)) == {"euro": 5}


def test_a_draft_is_of_its_maker(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.draft_proposal(cycle, by=VISITOR, title=TITLE, text=TEXT)
    draft = actions.draft_proposal(cycle, by=cast.resident, title=TITLE, text=TEXT)
    assert not draft.node.public
    with pytest.raises(NotAllowed):
        actions.hand_in_draft(draft, by=cast.neighbour)
    ready = actions.hand_in_draft(draft, by=cast.resident)
    assert (ready.state, ready.node.public, ready.handed_in_on) == ("handed_in", True, timezone.localdate())


@pytest.mark.parametrize("who", ["neighbour", "provider", "councillor", "finance"])
def test_others_do_not_change_it(theirs: Proposal, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.amend(theirs, by=getattr(cast, who), title="Anders", text=TEXT)


def test_amending_keeps_one_text(theirs: Proposal, cast: Cast) -> None:
    old = theirs.text
    actions.amend(theirs, by=cast.resident, title="Samen eten", text="Beter plan.", summary="Kort")
    old.refresh_from_db()
    assert old.erased
    now = Proposal.objects.select_related("text").get()
    assert (now.title, now.text.body, now.text.person) == ("Samen eten", "Beter plan.", cast.resident.person)


def test_the_maker_hears_that_somebody_else_changed_it(theirs: Proposal, cast: Cast) -> None:
    actions.amend(theirs, by=cast.professional, title="Samen eten", text=TEXT)
    assert "aangepast" in messages_for(cast.resident.person or 0)[0].text
    assert Proposal.objects.select_related("text").get().text.person == cast.resident.person


def test_two_people_editing(theirs: Proposal, cast: Cast) -> None:
    seen = theirs.version
    actions.amend.run("", seen, theirs, by=cast.resident, title="Een", text=TEXT)
    with pytest.raises(Changed):
        actions.amend.run("", seen, theirs, by=cast.professional, title="Twee", text=TEXT)
    assert Proposal.objects.get().title == "Een"


def test_handing_in_answers_a_priority(cycle: Cycle, priority: Node) -> None:
    made = actions.hand_in(cycle, by=VISITOR, title=TITLE, text=TEXT, priority=priority.code)
    edge = Edge.objects.get()
    assert (edge.source, edge.relation, edge.target) == (priority, "asked_for", made.node)


def test_a_contribution_led_to_it(theirs: Proposal, cycle: Cycle, cast: Cast) -> None:
    wish = make_node(cycle, "contribution", "Samen eten")
    actions.answer(theirs, by=cast.resident, codes=[wish.words], reason="Daar begon het.")
    assert [(e.source, e.relation) for e in queries.links(theirs).before] == [(wish, "led_to")]


@pytest.mark.parametrize("code", ["PT-0000", "zomaar", "VH-7K4R"])
def test_a_code_nobody_knows(theirs: Proposal, cast: Cast, code: str) -> None:
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.answer(theirs, by=cast.resident, codes=[code], reason="Daarom.")


def test_a_story_is_no_reason_for_a_proposal(theirs: Proposal, cycle: Cycle, cast: Cast) -> None:
    story = make_node(cycle, "story", "Verhaal")
    with pytest.raises(BadInput, match="Kies een prioriteit"):
        actions.answer(theirs, by=cast.resident, codes=[story.code], reason="Daarom.")


def test_stepping_back_asks_nothing(theirs: Proposal, cast: Cast) -> None:
    back = actions.withdraw(theirs, by=cast.resident)
    assert (back.state, back.node.public) == ("withdrawn", True)
    with pytest.raises(WrongState):
        actions.amend(back, by=cast.resident, title="Toch", text=TEXT)


def test_the_journal_tells_what_happened(weighed: Proposal) -> None:
    verbs = [entry.verb for entry in entries_about(weighed.code)]
    assert verbs == ["proposals.proposal.hand_in", "proposals.proposal.weigh_provisionally"]


def test_erasing_takes_words_and_name_and_leaves_the_plan(cycle: Cycle, cast: Cast) -> None:
    made = actions.hand_in(
        cycle, by=cast.resident, title=TITLE, text="Ik, Alice", summary="Alice kookt", show_name=True
    )
    draft = actions.draft_proposal(cycle, by=cast.resident, title="Alice haar concept", text="Geheim")
    person = cast.accounts["resident"].person
    assert person is not None
    assert [row["text__body"] for row in queries.own_proposals(person.pk)] == ["Ik, Alice", "Geheim"]
    people.erase_person(person, by=cast.resident)
    row = Proposal.objects.select_related("text", "person").get(pk=made.pk)
    assert (row.title, row.summary, row.text.body) == ("Een voorstel van een bewoner", "", "")
    assert row.submitter == "een bewoner"
    assert Proposal.objects.get(pk=draft.pk).title == "Een voorstel van een bewoner"


def test_alike_is_seen_across_words() -> None:
    assert queries.likeness("Buurttuin voor kinderen", "Tuinen voor elk kind in de buurt") > 40
    assert queries.likeness("Samen koken in de Meevaart", "Wij koken samen, Meevaart") > 80
    assert queries.likeness("Samen koken", "Fietsenstalling op het plein") < 40
    assert queries.likeness("", "Samen koken") == 0


def test_alike_shows_public_ones_only(cycle: Cycle, cast: Cast, anonymous: Proposal) -> None:
    actions.draft_proposal(cycle, by=cast.resident, title=TITLE, text=TEXT)
    found = queries.similar(cycle, "Koken, samen in de Meevaart")
    assert [s.code for s in found] == [anonymous.code]


def test_an_actor_without_a_place_has_no_say(theirs: Proposal) -> None:
    with pytest.raises(NotAllowed):
        actions.withdraw(theirs, by=Actor(person=None))
