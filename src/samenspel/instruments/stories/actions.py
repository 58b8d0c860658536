"""Every write about stories."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key, theme_name
from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.states import PhotoState, StoryState
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, link, new_node, show
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.ui.photos import Photo

WRONG_WORD = _("Dit woord hoort niet bij dit verhaal. Kijk op uw bon, of vraag hulp aan de balie.")


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


@action(
    "stories.story.tell", target=StoryState.RECEIVED, rule=rules.may_tell, label=_("Een verhaal vertellen")
)
def tell_story(
    cycle: Cycle, *, by: Actor, words: str, theme: str = "", language: str = "nl", may_show: bool = False,
    may_quote: bool = False, told_on: date | None = None, place_text: str = "", name: str = "",
    contact: str = "", lesson: str = "", example: bool = False,
) -> Story:  # fmt: skip
    """Somebody tells how it is here; the neighbourhood hears it, and shows it only if the teller agrees."""
    if not words.strip():
        raise BadInput(_("Vertel iets. Eén zin is genoeg."))
    key = theme_key(theme)
    node = new_node("story", _title(key), cycle=cycle, example=example)
    teller = _teller(by, cycle.place, name, contact)
    text = write_text(words, by=by, person=teller.pk if teller else None, language=language)
    if lesson and (earlier := node_by_code(lesson)) and earlier.kind == "lesson":
        link(earlier, node, "opened", by=by, reason=__("Antwoord op wat we de vorige ronde leerden."))
    return Story(
        node=node, words=text, theme=key, told_on=told_on or today(), channel=by.channel.value,
        place_text=place_text or by.at, person=teller, may_show=may_show, may_quote=may_quote and may_show,
    )  # fmt: skip


@action(
    "stories.story.show", source={StoryState.RECEIVED, StoryState.HIDDEN}, target=StoryState.SHOWN,
    rule=rules.may_show, label=_("Verhaal tonen"),
)  # fmt: skip
def show_story(story: Story, *, by: Actor) -> Story:
    """An editor has read it: from now on everybody can."""
    if not story.may_show:
        raise BadInput(_("De verteller wil niet dat iedereen dit leest. Het blijft bij de redactie."))
    story.hidden_reason = ""
    show(story.node)
    return story


@action(
    "stories.story.hide", source={StoryState.RECEIVED, StoryState.SHOWN}, target=StoryState.HIDDEN,
    rule=rules.may_hide, label=_("Verhaal afschermen"),
)  # fmt: skip
def hide_story(story: Story, *, by: Actor, reason: str) -> Story:
    """An editor takes a story out of sight, and says why in public."""
    story.hidden_reason = reason[:500]
    hide(story.node)
    return story


@action(
    "stories.story.withdraw", source={StoryState.RECEIVED, StoryState.SHOWN, StoryState.HIDDEN},
    target=StoryState.WITHDRAWN, rule=rules.may_withdraw, label=_("Mijn verhaal intrekken"),
)  # fmt: skip
def withdraw_story(story: Story, *, by: Actor, word: str = "") -> Story:
    """The teller takes the words back; they are erased, and what was decided stays."""
    if not rules.is_teller_or_helper(by, story) and not queries.is_take_back_word(story.code, word):
        raise NotAllowed(WRONG_WORD)
    erase_text(story.words)
    _drop_photos(story=story)
    hide(story.node)
    story.person, story.place_text, story.hidden_reason = None, "", ""
    return story


def check_word(by: Actor, story: Story, word: str) -> None:
    """Whoever does something with a photo tells, helps or reads here, or has the word of the receipt."""
    if not rules.needs_no_word(by, story) and not queries.is_take_back_word(story.code, word):
        raise NotAllowed(WRONG_WORD)


def _drop_photos(**which: object) -> int:
    """The picture itself goes, and what was written about it."""
    return StoryPhoto.objects.filter(**which).delete()[0]


def _drop_photo(story: Story) -> None:
    if not _drop_photos(story=story):
        raise NotThere()


@action(
    "stories.photo.add", source={StoryState.RECEIVED, StoryState.SHOWN}, rule=rules.may_add_photo,
    label=_("Een foto bij een verhaal doen"),
)  # fmt: skip
def add_photo(story: Story, *, by: Actor, photo: Photo, alt: str, word: str = "") -> Story:
    """The teller adds a photo, or another one than before; an editor looks at it before everybody does."""
    check_word(by, story, word)
    if not story.takes_photo:
        raise BadInput(_("Alleen de redactie leest dit verhaal. Er kan geen foto bij."))
    if not alt.strip():
        raise BadInput(_("Schrijf op wat er op de foto staat. Een paar woorden is genoeg."))
    _drop_photos(story=story)
    keep(StoryPhoto(story=story, data=photo.data, width=photo.width, height=photo.height, alt=alt.strip()))
    return story


@action(
    "stories.photo.show", source={StoryState.RECEIVED, StoryState.SHOWN}, rule=rules.may_show_photo,
    label=_("Foto bij een verhaal tonen"),
)  # fmt: skip
def show_photo(story: Story, *, by: Actor, photo: int) -> Story:
    """An editor has looked at this very photo: from now on it is seen wherever its story is."""
    found = StoryPhoto.objects.filter(pk=photo, story=story).first()
    if found is None:
        raise NotThere()
    found.state = PhotoState.SHOWN
    keep(found)
    return story


@action("stories.photo.remove", rule=rules.may_remove_photo, label=_("Mijn foto weghalen"))
def remove_photo(story: Story, *, by: Actor, word: str = "") -> Story:
    """The teller takes the photo away and leaves the words; nothing of the photo is kept."""
    check_word(by, story, word)
    _drop_photo(story)
    return story


@action("stories.photo.take_away", rule=rules.may_take_away_photo, label=_("Foto weghalen met een reden"))
def take_away_photo(story: Story, *, by: Actor, reason: str) -> Story:
    """An editor takes a photo away for good, and says why."""
    _drop_photo(story)
    return story


reader("stories")(queries.own_data)


@eraser("stories")
def erase_person(person: int) -> int:
    """Take back every story of a person; only inside the kernel's erase action."""
    theirs = list(Story.objects.filter(person=person).select_related("node", "words"))
    for story in theirs:
        erase_text(story.words)
        hide(story.node)
    _drop_photos(story__person=person)
    rows = Story.objects.filter(person=person)
    return rows.update(person=None, place_text="", hidden_reason="", state=StoryState.WITHDRAWN)
