"""Bringing in, moderating, harvesting: by every channel, with reasons, without names."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from samenspel.contracts.actor import Actor, Channel
from samenspel.contracts.consultation import Contribution as Handed
from samenspel.contracts.consultation import Harvest as HandedHarvest
from samenspel.contracts.consultation import Heard
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.journal.models import Notice
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Edge
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.consultation import actions, queries, rules
from samenspel.stages.consultation.actions import Line
from samenspel.stages.consultation.models import Contribution, Harvest, HeardGroup

VISITOR = Actor()


def give(cycle: Cycle, by: Actor = VISITOR, **more: Any) -> Contribution:
    return actions.give_contribution(cycle, by=by, **{"words": "Een bankje op het plein.", "theme": "green", **more})


def shown(cycle: Cycle, cast: Cast, **more: Any) -> Contribution:
    return actions.show_contribution(give(cycle, **more), by=cast.professional)


def helper(cast: Cast, channel: Channel = Channel.TABLE, **more: Any) -> Actor:
    who = cast.professional
    return Actor(person=who.person, mandates=who.mandates, channel=channel, on_behalf_of="een bewoner", **more)


def test_anybody_brings_something_in(cycle: Cycle) -> None:
    made = give(cycle)
    assert (made.state, made.theme, made.person, made.title) == ("received", "green", None, "Wens over groen en schoon")


@pytest.mark.parametrize("wrong", [{"words": " "}, {"kind": "eis"}])
def test_what_cannot_be_brought_in(cycle: Cycle, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        give(cycle, **wrong)
    assert not Contribution.objects.exists()


def test_a_lesson_asks(cycle: Cycle, past: Cycle) -> None:
    with acting():
        lesson = new_node("lesson", "Begin eerder", cycle=past, public=True)
    made = give(cycle, lesson=lesson.code)
    assert Edge.objects.get(source=lesson).target == made.node


def test_a_sheet_goes_in_whole(cycle: Cycle, cast: Cast) -> None:
    lines = [Line("Een bankje", theme="green"), Line("  "), Line("Nederlandse les", "need", "education")]
    made = actions.enter_sheet(cycle, by=helper(cast, at="tafel 4"), lines=lines, sheet="tafel 4")
    assert [(c.kind, c.theme, c.channel, c.sheet) for c in made] == [
        ("wish", "green", "table", "tafel 4"), ("need", "education", "table", "tafel 4"),
    ]  # fmt: skip


def test_a_sheet_with_a_mistake_stays_out_whole(cycle: Cycle, cast: Cast) -> None:
    lines = [Line("Een bankje"), Line("Iets", "eis")]
    with pytest.raises(BadInput):
        actions.enter_sheet(cycle, by=helper(cast), lines=lines, sheet="tafel 4")
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("lines", [[], [Line(" ")], [Line("x")] * 41])
def test_an_empty_or_endless_sheet_is_refused(cycle: Cycle, cast: Cast, lines: list[Line]) -> None:
    with pytest.raises(BadInput, match="blad"):
        actions.enter_sheet(cycle, by=helper(cast), lines=lines, sheet="tafel 4")


def test_a_resident_enters_no_sheets(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.enter_sheet(cycle, by=cast.resident, lines=[Line("Een bankje")], sheet="x")


def test_hiding_has_a_public_reason_and_can_be_undone(cycle: Cycle, cast: Cast) -> None:
    made = actions.hide_contribution(shown(cycle, cast), by=cast.professional, reason="Scheldt.")
    assert list(queries.hidden(cycle)) == [made] and made.hidden_reason == "Scheldt." and not made.node.public
    again = actions.show_contribution(made, by=cast.professional)
    assert again.hidden_reason == "" and again.node.public


def test_who_brought_it_in_hears_why(cycle: Cycle, cast: Cast) -> None:
    made = give(cycle, cast.resident)
    actions.hide_contribution(made, by=cast.professional, reason="Scheldt.")
    assert "Scheldt." in Notice.objects.get(person=cast.resident.person or 0).text


def test_sorting_gives_another_title(cycle: Cycle, cast: Cast) -> None:
    made = actions.sort_contribution(give(cycle, theme=""), by=cast.professional, theme="safety", kind="need")
    assert (made.theme, made.title) == ("safety", "Behoefte over veiligheid")


def test_taking_back_erases_the_words(cycle: Cycle, cast: Cast) -> None:
    made = give(cycle, cast.resident)
    with pytest.raises(NotAllowed):
        actions.withdraw_contribution(made, by=cast.neighbour)
    actions.withdraw_contribution(made, by=cast.resident)
    made.refresh_from_db()
    assert (made.state, made.words.body, made.person) == ("hidden", "", None) and not list(faults(cycle.place_id))
    with pytest.raises(BadInput, match="ingetrokken"):
        actions.show_contribution(made, by=cast.professional)


def test_erasing_a_person_takes_everything_back(cycle: Cycle, cast: Cast) -> None:
    made = give(cycle, cast.resident)
    erase_person(Person.objects.get(pk=cast.resident.person or 0), by=cast.resident)
    made.refresh_from_db()
    assert (made.state, made.words.body, made.person) == ("hidden", "", None)


def story_of(cycle: Cycle, **more: Any) -> Story:
    return stories.tell_story(cycle, by=VISITOR, words="Ik zit graag buiten.", theme="green", may_show=True, **more)


def test_a_story_becomes_a_contribution(cycle: Cycle, cast: Cast) -> None:
    made = actions.contribution_from_story(story_of(cycle), by=cast.professional, kind="need")
    assert made.words.body == "Ik zit graag buiten." and made.theme == "green"
    assert Edge.objects.get(target=made.node).relation == "became"


def test_a_story_becomes_one_contribution(cycle: Cycle, cast: Cast) -> None:
    story = story_of(cycle)
    actions.contribution_from_story(story, by=cast.professional, kind="need")
    with pytest.raises(AlreadyDone):
        actions.contribution_from_story(story, by=cast.professional, kind="wish")
    assert Contribution.objects.count() == 1 and Edge.objects.count() == 1


def test_what_a_teller_keeps_inside_stays_inside(cycle: Cycle, cast: Cast) -> None:
    story = stories.tell_story(cycle, by=VISITOR, words="Niet voor iedereen.")
    made = actions.contribution_from_story(story, by=cast.professional, kind="need")
    with pytest.raises(BadInput, match="wil niet"):
        actions.show_contribution(made, by=cast.professional)


def test_a_story_that_was_taken_back_becomes_nothing(cycle: Cycle, cast: Cast) -> None:
    story = stories.tell_story(cycle, by=cast.resident, words="Toch niet.")
    stories.withdraw_story(story, by=cast.resident)
    story.refresh_from_db()
    with pytest.raises(BadInput, match="ingetrokken"):
        actions.contribution_from_story(story, by=cast.professional, kind="need")


def test_public_counts_hold_only_what_everybody_can_read(cycle: Cycle, cast: Cast) -> None:
    shown(cycle, cast)
    actions.show_contribution(give(cycle, helper(cast)), by=cast.professional)
    give(cycle)
    actions.hide_contribution(give(cycle), by=cast.professional, reason="Scheldt.")
    theme = queries.themes_heard(cycle)[0]
    assert (theme.key, theme.total, dict(theme.channels)) == ("green", 2, {"web": 1, "table": 1})


def test_a_harvest_rests_on_shown_contributions_only(cycle: Cycle, cast: Cast) -> None:
    good, inside = shown(cycle, cast), give(cycle)
    codes = [good.code, inside.code]
    actions.write_harvest(cycle, by=cast.professional, theme="green", summary="Bankjes.", contributions=codes)
    actions.write_harvest(cycle, by=cast.professional, theme="green", summary="Meer bankjes.", contributions=codes)
    harvest = Harvest.objects.get()
    assert harvest.summary == "Meer bankjes." and list(harvest.contributions.all()) == [good]


def test_a_harvest_needs_words(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(ValidationError):
        actions.write_harvest(cycle, by=cast.professional, theme="green", summary=" ")


def count(cycle: Cycle, cast: Cast, group: str, n: int, occasion: str = "tafel") -> HeardGroup:
    return actions.count_group(cycle, by=cast.professional, dimension="age", group=group, occasion=occasion, count=n)


def test_small_counts_are_hidden_and_cannot_be_worked_out(cycle: Cycle, cast: Cast) -> None:
    for group, n in (("12 tot 18", 3), ("18 tot 65", 20), ("65 en ouder", 8)):
        count(cycle, cast, group, n)
    assert [(h.group, h.count) for h in queries.who_was_heard(cycle)] == [
        ("12 tot 18", None), ("18 tot 65", 20), ("65 en ouder", None),
    ]  # fmt: skip


def test_counting_again_corrects_and_occasions_add_up(cycle: Cycle, cast: Cast) -> None:
    count(cycle, cast, "65 en ouder", 8)
    count(cycle, cast, "65 en ouder", 9)
    count(cycle, cast, "65 en ouder", 2, "straat")
    assert queries.who_was_heard(cycle)[0].count == 11
    rows = list(plain_rows(registered()["heard_groups"], VISITOR, cycle.place_id))
    assert sorted(row[4] or 0 for row in rows) == [0, 9]


def test_the_edition_has_digests_and_no_words(cycle: Cycle, cast: Cast) -> None:
    good = shown(cycle, cast)
    give(cycle)
    actions.write_harvest(cycle, by=cast.professional, theme="green", summary="Bankjes.", contributions=[good.code])
    count(cycle, cast, "12 tot 18", 3)
    edition = actions.publish_edition(cycle, by=cast.organiser, reason="Klaar.", missing="Jongeren")
    assert [c.digest for c in latest(Handed, cycle)] == [good.words.digest] and "bankje op" not in edition.content
    assert latest(HandedHarvest, cycle)[0].by_channel == ("web: 1",)
    assert latest(Heard, cycle) == (Heard("12 tot 18", None),)


def test_a_resident_does_not_publish(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        actions.publish_edition(cycle, by=cast.resident, reason="Klaar.", missing="x")


@pytest.mark.parametrize(("who", "n"), [("", 1), ("resident", 2), ("neighbour", 1), ("professional", 3)])
def test_who_sees_what(cycle: Cycle, cast: Cast, who: str, n: int) -> None:
    shown(cycle, cast)
    give(cycle, cast.resident)
    give(cycle)
    assert Contribution.objects.filter(rules.visible_to(cast.actors.get(who, VISITOR))).count() == n


def test_shown_twice_is_too_late(cycle: Cycle, cast: Cast) -> None:
    made = shown(cycle, cast)
    with pytest.raises(WrongState):
        actions.show_contribution(made, by=cast.professional)


def test_a_sheet_has_its_own_name_else_that_of_the_table(cycle: Cycle, cast: Cast) -> None:
    at_table = helper(cast, at="tafel 4")
    assert [give(cycle, at_table).sheet, give(cycle, at_table, sheet="vel 12").sheet] == ["tafel 4", "vel 12"]


def test_only_whoever_looks_after_this_place_reads_what_is_not_shown(cycle: Cycle, cast: Cast) -> None:
    give(cycle)
    readers = (cast.organiser, cast.official, cast.resident, VISITOR)
    assert [Contribution.objects.filter(rules.visible_to(who)).count() for who in readers] == [1, 0, 0, 0]
