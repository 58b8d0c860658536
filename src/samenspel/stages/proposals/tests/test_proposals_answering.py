"""The others: checks, weighing, telling, answering, merging, taking away, publishing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from samenspel.contracts.proposals import Proposal as Published
from samenspel.kernel.action import BadInput, NotAllowed, WrongState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.models import Entry, EntryText
from samenspel.kernel.journal.queries import messages_for
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.people.queries import contact_for
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.proposals import actions, queries
from samenspel.stages.proposals.models import Proposal
from samenspel.stages.proposals.tests.conftest import COSTS, TEXT, VISITOR

TODAY = timezone.localdate


def test_weighing_has_a_reason_a_role_and_a_date(weighed: Proposal) -> None:
    assert (weighed.state, weighed.weighed_yes, weighed.weighed_on) == ("weighed", False, TODAY())
    assert weighed.weighed_by == "gebiedsteam van de gemeente"


def test_weighing_without_a_reason_is_refused(theirs: Proposal, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.weigh_provisionally(theirs, by=cast.official, positive=True, why=" ")


@pytest.mark.parametrize("who", ["resident", "professional", "organiser", "board", "finance"])
def test_only_the_area_team_weighs(theirs: Proposal, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.weigh_provisionally(theirs, by=getattr(cast, who), positive=True, why="Ja")


def test_who_has_an_interest_steps_aside(theirs: Proposal, cast: Cast) -> None:
    involved = replace(cast.official, conflicts=frozenset({theirs.code}))
    with pytest.raises(NotAllowed):
        actions.weigh_provisionally(theirs, by=involved, positive=True, why="Ja")


def test_the_maker_hears_the_weighing_and_the_answer(told: Proposal, cast: Cast) -> None:
    actions.decide(told, by=cast.board, accept=False, reason="Te duur.", next_step="Vraag het fonds.")
    texts = [n.text for n in messages_for(cast.resident.person or 0)]
    assert "Wat er wel kan: Vraag het fonds." in texts[0]
    assert "voorlopig een nee" in texts[1]


def test_no_answer_before_a_person_told_it(weighed: Proposal, cast: Cast) -> None:
    with pytest.raises(BadInput, match="eerst zelf aan de maker"):
        actions.decide(weighed, by=cast.board, accept=True, reason="Ja")


def test_weighing_again_means_telling_again(told: Proposal, cast: Cast) -> None:
    again = actions.weigh_provisionally(told, by=cast.official, positive=True, why="Er is een andere keuken.")
    assert (again.state, again.told_first_on, again.public_reason) == ("weighed", None, "")


def test_a_provisional_no_has_a_next_step(theirs: Proposal, cast: Cast) -> None:
    with pytest.raises(BadInput, match="wat er wel kan"):
        actions.weigh_provisionally(theirs, by=cast.official, positive=False, why="De keuken is vol.")


def test_telling_opens_the_weighing(weighed: Proposal, cast: Cast) -> None:
    told = actions.tell_submitter(weighed, by=cast.official, how="Gebeld")
    assert (told.state, told.public_reason) == ("provisional_no", "De keuken is vol.")
    with pytest.raises(WrongState):
        actions.tell_submitter(told, by=cast.official, how="Nog eens gebeld")


def test_the_journal_and_the_edition_wait_for_the_maker(weighed: Proposal, cycle: Cycle, cast: Cast) -> None:
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="Jongeren")
    (found,) = latest(Published, cycle)
    assert (found.state, found.verdict, found.reason) == ("weighed", "", "")
    assert "De keuken is vol." not in edition.content
    entry = Entry.objects.get(verb="proposals.proposal.weigh_provisionally")
    assert '"provisional_no"' not in entry.canonical
    assert not EntryText.objects.filter(body__contains="De keuken is vol.").exists()


def test_telling_needs_how(weighed: Proposal, cast: Cast) -> None:
    with pytest.raises(BadInput, match="hoe u het verteld heeft"):
        actions.tell_submitter(weighed, by=cast.official, how=" ")


def test_a_no_has_a_next_step(theirs: Proposal, cast: Cast) -> None:
    weighed = actions.weigh_provisionally(theirs, by=cast.official, positive=True, why="Mooi.")
    told = actions.tell_submitter(weighed, by=cast.official, how="Gebeld")
    with pytest.raises(BadInput, match="wat er wel kan"):
        actions.decide(told, by=cast.board, accept=False, reason="Te duur.")


def test_the_answer_says_who_why_and_when(told: Proposal, cast: Cast) -> None:
    done = actions.decide(told, by=cast.board, accept=True, reason="Goed plan.", decided_by="Dagelijks bestuur")
    assert (done.state, done.decided_by, done.decided_on) == ("accepted", "Dagelijks bestuur", TODAY())
    with pytest.raises(WrongState):
        actions.decide(done, by=cast.board, accept=False, reason="Nee", next_step="x")


@pytest.mark.parametrize("days", [-400, 1])
def test_days_that_cannot_be(theirs: Proposal, cast: Cast, days: int) -> None:
    day = TODAY() + timedelta(days=days)
    with pytest.raises(BadInput, match="Deze dag"):
        actions.weigh_provisionally(theirs, by=cast.official, positive=True, why="Ja", on=day)


def test_days_of_telling_and_answering_follow_each_other(weighed: Proposal, cast: Cast) -> None:
    yesterday = TODAY() - timedelta(days=1)
    with pytest.raises(BadInput, match="voor de voorlopige weging"):
        actions.tell_submitter(weighed, by=cast.official, how="Gebeld", on=yesterday)
    told = actions.tell_submitter(weighed, by=cast.official, how="Gebeld")
    with pytest.raises(BadInput, match="voor het gesprek"):
        actions.decide(told, by=cast.board, accept=True, reason="Ja", on=yesterday)


def test_ten_checks(theirs: Proposal, cast: Cast) -> None:
    actions.check_feasibility(theirs, by=cast.official, answers={"law": ("yes", ""), "permit": ("no", "Nog vragen")})
    actions.check_feasibility(theirs, by=cast.professional, answers={"permit": ("yes", "Is er")})
    rows = {row.check_name: (row.answer, row.note) for row in queries.feasibility(theirs)}
    assert len(rows) == 10
    assert (rows["permit"], rows["budget"]) == (("yes", "Is er"), ("unknown", ""))


def test_a_named_contact_and_a_stand_in(theirs: Proposal, cast: Cast) -> None:
    actions.name_contact(theirs, by=cast.official, name="Els", reach="020 1", stand_in="Ali")
    actions.name_contact(theirs, by=cast.official, name="Els B.", reach="020 1", stand_in="Ali")
    point = contact_for(theirs.code)
    assert point is not None
    assert (point.person.name, point.stand_in and point.stand_in.name) == ("Els B.", "Ali")


def test_merging_needs_both_makers(theirs: Proposal, anonymous: Proposal, cast: Cast) -> None:
    facts = {"into": anonymous.code, "agreed": "Samen aan tafel"}
    with pytest.raises(BadInput, match="beide makers"):
        actions.merge(theirs, by=cast.professional, maker_agrees=True, other_maker_agrees=False, **facts)
    merged = actions.merge(theirs, by=cast.professional, maker_agrees=True, other_maker_agrees=True, **facts)
    assert (merged.state, Edge.objects.get().relation) == ("merged", "merged_into")


@pytest.mark.parametrize("into", ["PR-0000", ""])
def test_merging_with_nothing(theirs: Proposal, cast: Cast, into: str) -> None:
    for code in (into, theirs.code):
        with pytest.raises(BadInput, match="kennen wij niet"):
            actions.merge(
                theirs, by=cast.professional, into=code, agreed="Ja", maker_agrees=True, other_maker_agrees=True
            )


def test_taking_away_and_putting_back(theirs: Proposal, cast: Cast) -> None:
    gone = actions.hide_proposal(theirs, by=cast.organiser, reason="Noemt iemand bij naam.")
    assert (gone.hidden, gone.node.public) == (True, False)
    assert "weg" in messages_for(cast.resident.person or 0)[0].text
    back = actions.show_proposal(gone, by=cast.organiser, reason="Het klopte toch.")
    assert (back.hidden, back.node.public) == (False, True)


def test_a_hidden_draft_stays_a_draft(cycle: Cycle, cast: Cast) -> None:
    draft = actions.draft_proposal(cycle, by=cast.resident, title="Concept", text=TEXT)
    gone = actions.hide_proposal(draft, by=cast.organiser, reason="Fout.")
    assert not actions.show_proposal(gone, by=cast.organiser, reason="Toch niet.").node.public


def test_the_edition_has_answers_and_no_names(cycle: Cycle, cast: Cast, priority: Node) -> None:
    made = actions.hand_in(
        cycle, by=VISITOR, title="Koken", text="Mijn woorden", summary="Samen eten.", name="Fatima", show_name=True,
        priority=priority.code, costs=COSTS,
    )  # fmt: skip
    gone = actions.hand_in(cycle, by=VISITOR, title="Reclame", text=TEXT)
    actions.hide_proposal(gone, by=cast.organiser, reason="Reclame.")
    made = actions.weigh_provisionally(made, by=cast.official, positive=True, why="Mooi.")
    actions.tell_submitter(made, by=cast.official, how="Gebeld")
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="Klaar", missing="Jongeren")
    (found,) = latest(Published, cycle)
    assert (found.code, found.cents, found.hours, found.square_metres) == (made.code, 125_050, 40, 60)
    assert (found.verdict, found.reason, found.priorities) == ("provisional_yes", "Mooi.", (priority.code,))
    assert not any(words in edition.content for words in ("Fatima", "Mijn woorden", "Reclame"))
