"""What the agenda does: states, limits, reasons, and who may do it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, Changed, NotAllowed, WrongState
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.queries import entries_about, messages_for
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.agenda import actions, queries, rules
from samenspel.stages.agenda.models import Dissent, Priority, Reason
from samenspel.stages.agenda.tests.conftest import STATEMENT, TITLE, Many, hide_node, make_node


def test_a_draft_is_hidden_and_an_open_one_is_not(draft: Priority, cast: Cast) -> None:
    assert not draft.node.public
    opened = actions.open_priority(draft, by=cast.organiser)
    assert (opened.state, opened.node.public, opened.rank) == ("open", True, 1)


def test_nothing_lies_open_without_words(cycle: Cycle, cast: Cast) -> None:
    bare = actions.draft_priority(cycle, by=cast.organiser, title="Leeg")
    with pytest.raises(BadInput, match="één zin"):
        actions.open_priority(bare, by=cast.organiser)


@pytest.mark.parametrize("who", ["resident", "official", "councillor", "provider"])
def test_only_writers_draft(cycle: Cycle, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.draft_priority(cycle, by=getattr(cast, who), title=TITLE, statement=STATEMENT)


def test_a_closed_round_takes_nothing(past: Cycle, cast: Cast) -> None:
    with pytest.raises(WrongState, match="afgesloten"):
        actions.draft_priority(past, by=cast.organiser, title=TITLE, statement=STATEMENT)


def test_adopting_needs_a_linked_reason(opened: Priority, cast: Cast) -> None:
    with pytest.raises(BadInput, match="geen reden gekozen"):
        actions.adopt_priority(opened, by=cast.organiser, reason="Omdat het kan.")


def test_a_withdrawn_story_is_no_reason_any_more(opened: Priority, story: Node, cast: Cast) -> None:
    actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    hide_node(story)
    with pytest.raises(BadInput, match="geen reden gekozen"):
        actions.adopt_priority(opened, by=cast.organiser, reason="Omdat het kan.")


def test_adopting_needs_a_reason_in_words(opened: Priority, cast: Cast) -> None:
    with pytest.raises(BadInput, match="Geef een reden"):
        actions.adopt_priority(opened, by=cast.organiser, reason="  ")


def test_adopted_says_when_why_and_by_whom(adopted: Priority) -> None:
    assert adopted.adopted_on == timezone.localdate()
    assert (adopted.state, adopted.reason, adopted.adopted_by) == ("adopted", "Iedereen wil dit.", "42 mensen")


def test_nobody_adopts_in_the_future(opened: Priority, story: Node, cast: Cast) -> None:
    actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(BadInput, match="Deze dag komt nog"):
        actions.adopt_priority(opened, by=cast.organiser, reason="Ja", adopted_on=tomorrow)


def test_the_seventh_is_refused_in_plain_words(cycle: Cycle, story: Node, cast: Cast, many: Many) -> None:
    rows = many(7)
    for row in rows:
        actions.add_reasons(row, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    for row in rows[:6]:
        actions.adopt_priority(row, by=cast.organiser, reason="Ja")
    with pytest.raises(BadInput, match="al zes prioriteiten"):
        actions.adopt_priority(rows[6], by=cast.organiser, reason="Ja")


def test_an_adopted_text_is_not_changed_any_more(adopted: Priority, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.describe_priority(adopted, by=cast.organiser, title="Anders")


def test_set_aside_and_back_again(adopted: Priority, cast: Cast) -> None:
    aside = actions.set_aside_priority(adopted, by=cast.organiser, reason="Later.")
    assert (aside.state, aside.rank, aside.node.public) == ("set_aside", 0, True)
    again = actions.reopen_priority(aside, by=cast.organiser, reason="Toch wel.")
    assert (again.state, again.adopted_on, again.reason) == ("open", None, "")


def test_a_reason_is_a_link_with_words_and_a_channel(opened: Priority, story: Node, cast: Cast) -> None:
    (made,) = actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    edge = Edge.objects.get(target=opened.node)
    assert (edge.source, edge.relation, edge.reason) == (story, "supports", "Veel afval.")
    assert made.channel == "table"


@pytest.mark.parametrize("kind", ["figure", "asset", "contribution", "lesson"])
def test_every_kind_of_reason(opened: Priority, cycle: Cycle, cast: Cast, kind: str) -> None:
    node = make_node(cycle, kind, "Iets")
    actions.add_reasons(opened, by=cast.organiser, codes=[node.code.lower()], reason="Daarom.")
    assert Reason.objects.get().source == node


def test_the_same_reason_twice_says_so(opened: Priority, story: Node, cast: Cast) -> None:
    actions.add_reasons(opened, by=cast.organiser, codes=[story.code, story.code], reason="Veel afval.")
    with pytest.raises(BadInput, match="staan er al bij"):
        actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Veel afval.")
    assert Reason.objects.count() == 1


def test_a_slip_in_a_code_gets_a_suggestion(opened: Priority, story: Node, cast: Cast) -> None:
    wrong = story.code[:-1] + ("A" if story.code[-1] != "A" else "B")
    assert look_up(wrong).node is None
    with pytest.raises(BadInput, match=story.code):
        actions.add_reasons(opened, by=cast.organiser, codes=[wrong], reason="Veel afval.")
    assert not Reason.objects.exists()


def test_a_proposal_is_no_reason(opened: Priority, cycle: Cycle, cast: Cast) -> None:
    node = make_node(cycle, "proposal", "Bakken")
    with pytest.raises(BadInput, match="voorstel"):
        actions.add_reasons(opened, by=cast.organiser, codes=[node.code], reason="Daarom.")


def test_a_hidden_thing_is_no_reason(opened: Priority, cycle: Cycle, cast: Cast) -> None:
    node = make_node(cycle, "story", "Geheim", public=False)
    with pytest.raises(BadInput, match="kennen wij niet"):
        actions.add_reasons(opened, by=cast.organiser, codes=[node.code], reason="Daarom.")


def test_ranking_moves_the_others(cycle: Cycle, cast: Cast, many: Many) -> None:
    first, second, third = many(3)
    actions.rank_priority(third, by=cast.organiser, rank=1)
    assert [p.title for p in queries.live(cycle)] == ["Punt 2", "Punt 0", "Punt 1"]
    assert [p.rank for p in queries.live(cycle)] == [1, 2, 3]
    with pytest.raises(BadInput):
        actions.rank_priority(first, by=cast.organiser, rank=0)
    assert second.title == "Punt 1"


def test_a_resident_is_heard_with_words_that_can_go(opened: Priority, cast: Cast) -> None:
    row = actions.record_dissent(opened, by=cast.resident, words="Ik wil eerst bankjes.")
    assert (row.person, row.who) == (cast.resident.person, "een bewoner")
    assert row.text.person == cast.resident.person


def test_words_from_the_table_belong_to_nobody(opened: Priority, cast: Cast) -> None:
    row = actions.record_dissent(opened, by=cast.organiser, words="Liever bakken.", said_by="Drie winkels")
    assert (row.person, row.text.person, row.who) == (None, None, "Drie winkels")


def test_a_visitor_cannot_put_words_on_the_page(opened: Priority) -> None:
    with pytest.raises(NotAllowed):
        actions.record_dissent(opened, by=Actor(), words="Reclame")


def test_nobody_thinks_otherwise_about_a_draft(draft: Priority, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.record_dissent(draft, by=cast.resident, words="Nee")


def test_taking_away_is_for_editors_with_a_reason(opened: Priority, cast: Cast) -> None:
    row = actions.record_dissent(opened, by=cast.resident, words="Buurman X deugt niet.")
    with pytest.raises(NotAllowed):
        actions.hide_dissent(row, by=cast.resident, reason="Weg")
    hidden = actions.hide_dissent(row, by=cast.organiser, reason="Noemt iemand bij naam.")
    assert hidden.state == "hidden"


def test_double_submit_is_harmless(cycle: Cycle, cast: Cast) -> None:
    actions.draft_priority.run("t1", None, cycle, by=cast.organiser, title=TITLE, statement=STATEMENT)
    with pytest.raises(AlreadyDone) as again:
        actions.draft_priority.run("t1", None, cycle, by=cast.organiser, title=TITLE, statement=STATEMENT)
    assert Priority.objects.count() == 1
    assert again.value.code == Priority.objects.get().code


def test_two_people_editing(draft: Priority, cast: Cast) -> None:
    actions.describe_priority.run("", draft.version, draft, by=cast.organiser, title="Een")
    with pytest.raises(Changed):
        actions.describe_priority.run("", draft.version, draft, by=cast.professional, title="Twee")
    draft.refresh_from_db()
    assert Priority.objects.get().title == "Een"


def test_a_pair_is_two_people(opened: Priority, cast: Cast) -> None:
    with pytest.raises(BadInput, match="beide namen"):
        actions.name_duo(opened, by=cast.organiser, resident_name="Samira")
    named = actions.name_duo(opened, by=cast.organiser, resident_name="Samira", professional_name="Jan")
    assert [seat.name for seat in queries.pair(named)] == ["Samira", "Jan"]


def test_the_pair_may_describe_and_hears_the_decision(opened: Priority, story: Node, cast: Cast) -> None:
    person = cast.accounts["resident"].person
    actions.name_duo(opened, by=cast.organiser, resident=person, professional_name="Jan")
    actions.describe_priority(opened, by=cast.resident, title="Schonere straten", statement="Samen vegen.")
    actions.add_reasons(opened, by=cast.resident, codes=[story.code], reason="Veel afval.")
    actions.adopt_priority(opened, by=cast.organiser, reason="Mooi.")
    texts = [n.text for n in messages_for(cast.resident.person or 0)]
    assert "nam ‘Schonere straten’ aan" in texts[0]


def test_the_journal_tells_what_happened(adopted: Priority) -> None:
    verbs = [entry.verb for entry in entries_about(adopted.code)]
    assert verbs == ["agenda.priority.draft", "agenda.priority.open", "agenda.reason.add", "agenda.priority.adopt"]


def test_building_blocks(cycle: Cycle, cast: Cast) -> None:
    actions.mark_block(cycle, by=cast.organiser, block="scan", progress="busy")
    actions.mark_block(cycle, by=cast.professional, block="scan", progress="done", note="Rondje gelopen")
    shown = {block.value: row for block, _help, row in queries.blocks(cycle)}
    assert len(shown) == 7
    assert (shown["scan"].state, shown["scan"].note, shown["urgency"].state) == ("done", "Rondje gelopen", "to_do")


def test_erasing_takes_words_and_leaves_that_somebody_was_heard(opened: Priority, cast: Cast) -> None:
    from samenspel.kernel.people import actions as people

    actions.record_dissent(opened, by=cast.resident, words="Ik, Alice, wil bankjes.", said_by="Alice")
    person = cast.accounts["resident"].person
    assert person is not None
    assert queries.own_dissents(person.pk)[0]["text__body"] == "Ik, Alice, wil bankjes."
    people.erase_person(person, by=cast.resident)
    row = Dissent.objects.select_related("text").get()
    assert (row.text.body, row.text.erased, row.said_by, row.person) == ("", True, "", None)


def test_nothing_chosen_is_no_reason(opened: Priority, cast: Cast) -> None:
    with pytest.raises(BadInput, match="minstens één"):
        actions.add_reasons(opened, by=cast.organiser, codes=[" ", ""], reason="Zo maar.")


def test_a_thing_of_another_neighbourhood_is_no_reason(opened: Priority, cast: Cast, elsewhere: Place) -> None:
    theirs = make_node(cycles.open_cycle(elsewhere, by=STAFF, slug="2026", title="Ronde"), "story", "Van hen")
    with pytest.raises(BadInput, match="andere buurt"):
        actions.add_reasons(opened, by=cast.organiser, codes=[theirs.code], reason="Zo maar.")


def test_building_blocks_of_a_closed_round_stay(past: Cycle, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.mark_block(past, by=cast.organiser, block="scan", progress="done")


def test_an_open_priority_may_be_ranked_and_a_draft_may_not(draft: Priority, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.rank_priority(draft, by=cast.organiser, rank=1)
    opened = actions.open_priority(draft, by=cast.organiser)
    assert actions.rank_priority(opened, by=cast.organiser, rank=1).rank == 1


def test_other_opinions_are_hidden_with_the_priority(opened: Priority, cast: Cast) -> None:
    actions.record_dissent(opened, by=cast.resident, words="Ik niet.")
    hide_node(opened.node)
    readers = (cast.organiser, cast.neighbour, cast.official, Actor())
    assert [Dissent.objects.filter(rules.dissents_visible_to(who)).count() for who in readers] == [1, 0, 0, 0]


def test_erasing_takes_the_words_of_a_reason(opened: Priority, story: Node, cast: Cast) -> None:
    actions.add_reasons(opened, by=cast.organiser, codes=[story.code], reason="Ik zag het zelf.")
    person = cast.accounts["organiser"].person
    assert person is not None
    erase_person(person, by=cast.organiser)
    assert "zelf" not in Reason.objects.get(priority=opened).words
