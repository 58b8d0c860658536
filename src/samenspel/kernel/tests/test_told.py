"""What people are told, and what goes when they take it back."""

from collections.abc import Iterator

import pytest

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.chain import canonical, new_salt
from samenspel.kernel.journal.clock import now
from samenspel.kernel.journal.models import Entry, EntryText, Notice
from samenspel.kernel.journal.notices import TELLERS, Event, Message, notice, tell
from samenspel.kernel.journal.writing import erase_words, rename_in_messages
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.texts.actions import LONGEST, erase_text, write_text


@pytest.fixture
def happened(place: Place) -> Iterator[Event]:
    """Somebody did something of which two people want to hear, one of them who did it."""

    @notice("test.thing.do")
    def both(event: Event) -> list[Message]:
        return [Message(1, "Anna deed iets."), Message(2, "Anna deed iets.")]

    yield Event("test.thing.do", "PR-1", place.pk, None, Actor(person=1), "", now())
    del TELLERS["test.thing.do"]


def test_everybody_hears_but_who_did_it(happened: Event) -> None:
    with acting():
        assert tell(happened) == 1
    told = Notice.objects.get()
    assert (told.person, told.subject, told.text, told.at) == (2, "PR-1", "Anna deed iets.", happened.at)


def test_a_name_that_was_taken_back_goes_from_messages_about_that_thing(happened: Event) -> None:
    with acting():
        tell(happened)
        rename_in_messages(["PR-2"], "Anna", "Iemand")
        assert Notice.objects.get().text == "Anna deed iets."
        rename_in_messages(["PR-1"], "Anna", "Iemand")
    assert Notice.objects.get().text == "Iemand deed iets."


def test_who_is_erased_is_nowhere_in_the_journal(happened: Event, cycle: Cycle, cast: Cast) -> None:
    with acting():
        tell(happened)
        erase_words(2)
        person = cast.resident.person or 0
        Entry.objects.filter(pk=Entry.objects.latest("pk").pk).update(person=person)
        erase_words(person)
    assert not Notice.objects.filter(person=2).exists() and not Entry.objects.filter(person=person).exists()
    assert not EntryText.objects.filter(person=person, erased_at=None).exists()


def test_anybody_can_repeat_the_text_under_a_hash() -> None:
    assert canonical({"b": 1, "a": "café €"}) == '{"a":"café €","b":1}'


def test_salt_has_128_bits_and_is_never_the_same() -> None:
    assert len({new_salt() for _n in range(50)}) == 50 and len(bytes.fromhex(new_salt())) == 16


def test_a_text_may_be_exactly_as_long_as_we_say(db: None) -> None:
    with acting():
        assert len(write_text("a" * LONGEST, by=Actor()).body) == LONGEST
        with pytest.raises(BadInput, match="te lang"):
            write_text("a" * (LONGEST + 1), by=Actor())


def test_one_text_is_taken_back_and_the_others_stay(db: None) -> None:
    with acting():
        mine, other = (write_text(body, by=Actor(), person=5) for body in ("weg", "blijft"))
        erase_text(mine)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert (mine.body, mine.salt, mine.person) == ("", "", None) and mine.erased_at is not None and mine.digest
    assert (other.body, other.person, other.erased_at) == ("blijft", 5, None)
