"""Telling a story: typed, said aloud, or written down by a helper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key, theme_name
from samenspel.instruments.stories import rules
from samenspel.instruments.stories.actions.forgetting import drop_recording
from samenspel.instruments.stories.actions.recordings import keep_recording
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.states import AgeGroup, StoryState
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.ui.sounds import Sound

YEAR = 365  # days
LEFT_OUT = "[…]"
SHORTEST_PIECE = 2


def _title(theme: str) -> str:
    """Never the words of a person: a title stays when words are taken back."""
    if not theme:
        return __("Verhaal van een bewoner")
    return __("Verhaal over %(theme)s") % {"theme": theme_name(theme).lower()}


def _teller(by: Actor, place: Place, name: str, contact: str) -> Person | None:
    """The one who told it: who is helped, else who is logged in, else who left a name, else nobody we know."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the teller agrees to: who may read it, what for, and until when."""

    may_show: bool = False
    may_quote: bool = False
    keep_years: int = 0  # 0 is: until the teller takes it back
    carer_agrees: bool = False

    def facts(self, on: date) -> dict[str, object]:
        """As it is kept with the story."""
        until = on + timedelta(days=YEAR * self.keep_years) if self.keep_years else None
        return {
            "may_show": self.may_show, "may_quote": self.may_quote and self.may_show, "show_until": until,
            "carer_agrees": self.carer_agrees,
        }  # fmt: skip


def _area(place: Place, slug: str) -> Place | None:
    """A piece of the neighbourhood; anything else is left aside."""
    return Place.objects.filter(slug=slug, wholes__whole=place).first() if slug else None


def _told(
    cycle: Cycle, by: Actor, words: str, theme: str, language: str, agreed: Agreed, *, name: str, contact: str,
    area: str, place_text: str, age_group: str = "", told_on: date | None = None, lesson: str = "",
    example: bool = False,
) -> Story:  # fmt: skip
    key, on = theme_key(theme), told_on or today()
    node = new_node("story", _title(key), cycle=cycle, example=example)
    teller = _teller(by, cycle.place, name, contact)
    text = write_text(words, by=by, person=teller.pk if teller else None, language=language)
    if lesson and (earlier := node_by_code(lesson)) and earlier.kind == "lesson":
        link(earlier, node, "opened", by=by, reason=__("Antwoord op wat we de vorige ronde leerden."))
    return Story(
        node=node, words=text, theme=key, told_on=on, channel=by.channel.value, place_text=place_text or by.at,
        area=_area(cycle.place, area), age_group=age_group if age_group in AgeGroup.values else "",
        tells_age=rules.says_age(text.body), person=teller, **agreed.facts(on),
    )  # fmt: skip


@action("stories.story.tell", target=StoryState.RECEIVED, rule=rules.may_tell, label=_("Een verhaal vertellen"))
def tell_story(
    cycle: Cycle, *, by: Actor, words: str, theme: str = "", language: str = "nl", may_show: bool = False,
    may_quote: bool = False, keep_years: int = 0, carer_agrees: bool = False, told_on: date | None = None,
    place_text: str = "", area: str = "", age_group: str = "", name: str = "", contact: str = "", lesson: str = "",
    example: bool = False,
) -> Story:  # fmt: skip
    """Somebody tells how it is here; the neighbourhood hears it, and shows it only if the teller agrees."""
    if not words.strip():
        raise BadInput(_("Vertel iets. Eén zin is genoeg."))
    agreed = Agreed(may_show, may_quote, keep_years, carer_agrees)
    return _told(
        cycle, by, words, theme, language, agreed, name=name, contact=contact, area=area, place_text=place_text,
        age_group=age_group, told_on=told_on, lesson=lesson, example=example,
    )  # fmt: skip


@action("stories.story.speak", target=StoryState.RECEIVED, rule=rules.may_tell, label=_("Een verhaal inspreken"))
def speak_story(
    cycle: Cycle, *, by: Actor, sound: Sound, theme: str = "", language: str = "nl", may_show: bool = False,
    may_quote: bool = False, keep_years: int = 0, carer_agrees: bool = False, told_on: date | None = None,
    place_text: str = "", area: str = "", name: str = "", contact: str = "", example: bool = False,
) -> Story:  # fmt: skip
    """Somebody tells it aloud; a helper writes out what is said before it is shown."""
    agreed = Agreed(may_show, may_quote, keep_years, carer_agrees)
    story = _told(
        cycle, by, "", theme, language, agreed, name=name, contact=contact, area=area, place_text=place_text,
        told_on=told_on, example=example,
    )  # fmt: skip
    story.full_clean()
    story.save()
    keep_recording(story, sound)
    return story


@action(
    "stories.story.shorten", source={StoryState.RECEIVED, StoryState.SHOWN, StoryState.HIDDEN},
    rule=rules.may_shorten, label=_("Een stukje uit een verhaal weglaten"),
)  # fmt: skip
def shorten_story(story: Story, *, by: Actor, piece: str, reason: str) -> Story:
    """An editor leaves out a name, an age or an address; the rest stays as it was told. The reason is public."""
    found = piece.strip()
    if len(found) < SHORTEST_PIECE or found not in story.words.body:
        raise BadInput(_("Dit stukje staat niet zo in het verhaal. Neem het precies over, met hoofdletters en punten."))
    old = story.words
    left = old.body.replace(found, LEFT_OUT)
    story.words = write_text(left, by=replace(by, person=None), person=story.person_id, language=old.language)
    story.words.read_back, story.words.helpers_words = old.read_back, old.helpers_words
    story.words.save()
    if (spoken := story.own_recording) and spoken.transcript_id == old.pk:
        drop_recording(story)  # the voice would still say it
    erase_text(old)
    story.tells_age = rules.says_age(left)
    return story
