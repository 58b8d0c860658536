"""Somebody asks to be forgotten: their words and name go, every proof stays whole."""

import pytest

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions
from samenspel.kernel.journal.models import EntryText
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Person
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.texts.models import Text
from samenspel.stages.profile import actions as profile
from samenspel.stages.proposals import actions as proposals

SECRET = "Mijn buurman Kees drinkt te veel"


@pytest.fixture
def told(cycle: Cycle, cast: Cast) -> Actor:
    """A resident who told a story and handed in a proposal, both published in an edition."""
    story = stories.tell_story(cycle, by=cast.resident, words=SECRET, theme="health", may_show=True, may_quote=True)
    story.refresh_from_db()
    if story.state == "received":
        stories.show_story(story, by=cast.professional)
    proposals.hand_in(
        cycle, by=cast.resident, title="Praatgroep", text=SECRET, name="Alice", contact="alice@example.org"
    )
    profile.publish_edition(cycle, by=cast.professional, reason="eerste", missing="-")
    return cast.resident


def test_erasing_a_person_leaves_a_verifying_journal_and_editions(cycle: Cycle, told: Actor) -> None:
    assert Text.objects.filter(body=SECRET).count() == 2
    people.erase_person(Person.objects.get(pk=told.person or 0), by=told)
    assert not Text.objects.filter(body__contains="Kees").exists()
    assert not Person.objects.filter(name="Alice").exists()
    assert not EntryText.objects.filter(body__contains="Kees").exists()
    assert list(faults(cycle.place_id)) == []
    assert broken_editions(Edition.objects.all()) == []
    assert SECRET not in "".join(Edition.objects.values_list("content", flat=True))
