"""What people bring in: giving, entering, showing, hiding, taking back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key, theme_name
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.states import StoryState
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, link, new_node, retitle, show
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.models import Text
from samenspel.stages.consultation import queries, rules
from samenspel.stages.consultation.models import Contribution
from samenspel.stages.consultation.states import ContributionKind, ContributionState

MOST_LINES = 40  # contributions on one paper sheet
OLDEST = date(1900, 1, 1)  # nobody alive wrote a sheet before


class SheetTwice(BadInput):
    """A sheet with this name and day is already in; it may be another sheet, and then the helper says so."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper sheet."""

    words: str
    kind: str = ContributionKind.WISH
    theme: str = ""


def _title(kind: str, theme: str) -> str:
    """Never the words of a person: a title stays when words are taken back."""
    what = str(ContributionKind(kind).label).capitalize()
    return __("%(what)s over %(theme)s") % {"what": what, "theme": theme_name(theme).lower()} if theme else what


def _bringer(by: Actor, place: Place, name: str = "", contact: str = "") -> Person | None:
    """Who is helped, else who is logged in, else who left a name or contact, else nobody we know."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


def _words(body: str, by: Actor, person: Person | None, language: str = "nl") -> Text:
    if not body.strip():
        raise BadInput(_("Schrijf op wat u wilt. Eén zin is genoeg."))
    return write_text(body, by=by, person=person.pk if person else None, language=language)


def _node(cycle: Cycle, kind: str, theme: str, example: bool) -> Node:
    if kind not in ContributionKind.values:
        raise BadInput(_("Kies of het een wens, een behoefte of een ambitie is."))
    return new_node("contribution", _title(kind, theme), cycle=cycle, example=example)


@action(
    "consultation.contribution.give", target=ContributionState.RECEIVED, rule=rules.may_give,
    label=_("Iets inbrengen"),
)  # fmt: skip
def give_contribution(
    cycle: Cycle, *, by: Actor, words: str, kind: str = ContributionKind.WISH, theme: str = "",
    language: str = "nl", name: str = "", contact: str = "", lesson: str = "", sheet: str = "",
    given_on: date | None = None, example: bool = False,
) -> Contribution:  # fmt: skip
    """Somebody says what they wish, need or want to reach; no account needed, any channel counts the same."""
    key = theme_key(theme)
    node = _node(cycle, kind, key, example)
    person = _bringer(by, cycle.place, name, contact)
    text = _words(words, by, person, language)
    if lesson and (earlier := node_by_code(lesson)) and earlier.kind == "lesson":
        link(earlier, node, "asked_for", by=by, reason=__("Antwoord op wat we de vorige ronde leerden."))
    return Contribution(
        node=node, kind=kind, words=text, theme=key, channel=by.channel.value, person=person,
        sheet=sheet or by.at, given_on=given_on or today(),
    )  # fmt: skip


def _past_day(on: date | None) -> date:
    """The day on the sheet, today if there is none; a slip of the pen is told beside its field."""
    if on and on > today():
        raise ValidationError({"given_on": _("Deze dag komt nog. Kies vandaag of een dag die al geweest is.")})
    if on and on < OLDEST:
        raise ValidationError({"given_on": _("Deze dag is te lang geleden. Kijk het jaar nog eens na.")})
    return on or today()


@action(
    "consultation.contribution.enter_sheet", rule=rules.may_enter_sheet, creates=True,
    label=_("Een papieren blad invoeren"),
)  # fmt: skip
def enter_sheet(
    cycle: Cycle, *, by: Actor, lines: Sequence[Line], sheet: str, given_on: date | None = None,
    again: bool = False, example: bool = False,
) -> list[Contribution]:  # fmt: skip
    """A helper enters a whole sheet from a table or a street talk: all lines, or none."""
    day = _past_day(given_on)
    if not again and queries.lines_of_sheet(cycle, sheet, day):
        raise SheetTwice(_("Een blad met deze naam en deze dag is al ingevoerd. Er is nu niets bewaard. "
                           "Is dit een ander blad? Zet dan een vinkje."))  # fmt: skip
    filled = [line for line in lines if line.words.strip()]
    if not filled:
        raise BadInput(_("Dit blad is leeg. Vul minstens één regel in."))
    if len(filled) > MOST_LINES:
        raise BadInput(_("Dit blad is te lang. Voer het in twee keer in."))
    made = []
    for line in filled:
        key = theme_key(line.theme)
        node = _node(cycle, line.kind, key, example)
        person = _bringer(by, cycle.place) if by.on_behalf_of else None
        row = Contribution(
            node=node, kind=line.kind, words=_words(line.words, by, person), theme=key, person=person,
            channel=by.channel.value, sheet=sheet, given_on=day,
        )  # fmt: skip
        made.append(keep(row))
    return made


@action(
    "consultation.contribution.from_story", target=ContributionState.RECEIVED, rule=rules.may_take_from_story,
    creates=True, label=_("Van een verhaal een bijdrage maken"),
)  # fmt: skip
def contribution_from_story(
    story: Story, *, by: Actor, kind: str, words: str = "", theme: str = "", example: bool = False
) -> Contribution:
    """What somebody told becomes a wish, need or ambition; the thread keeps where it came from."""
    if story.state not in (StoryState.RECEIVED, StoryState.SHOWN) or story.node.cycle is None:
        raise BadInput(_("Dit verhaal is ingetrokken of afgeschermd. Er is niets van gemaakt."))
    key = theme_key(theme) or story.theme
    node = _node(story.node.cycle, kind, key, example)
    text = _words(words or story.words.body, by, story.person, story.words.language)
    link(story.node, node, "became", by=by, reason=__("De redactie maakte van het verhaal een bijdrage."))
    return Contribution(
        node=node, kind=kind, words=text, theme=key, channel=story.channel, person=story.person, story=story,
        sheet=story.place_text, given_on=story.told_on,
    )  # fmt: skip


@action(
    "consultation.contribution.show", source={ContributionState.RECEIVED, ContributionState.HIDDEN},
    target=ContributionState.SHOWN, rule=rules.may_show, label=_("Bijdrage tonen"),
)  # fmt: skip
def show_contribution(contribution: Contribution, *, by: Actor) -> Contribution:
    """An editor has read it: from now on everybody can."""
    if contribution.words.erased:
        raise BadInput(_("Deze woorden zijn ingetrokken. Ze kunnen niet meer worden getoond."))
    if contribution.story and not contribution.story.may_show:
        raise BadInput(_("De verteller wil niet dat iedereen dit leest. Het blijft bij de redactie."))
    contribution.hidden_reason = ""
    show(contribution.node)
    return contribution


@action(
    "consultation.contribution.hide", source={ContributionState.RECEIVED, ContributionState.SHOWN},
    target=ContributionState.HIDDEN, rule=rules.may_hide, label=_("Bijdrage afschermen"),
)  # fmt: skip
def hide_contribution(contribution: Contribution, *, by: Actor, reason: str) -> Contribution:
    """An editor takes it out of sight, and says why in public."""
    contribution.hidden_reason = reason[:500]
    hide(contribution.node)
    return contribution


@action(
    "consultation.contribution.sort", source={ContributionState.RECEIVED, ContributionState.SHOWN},
    rule=rules.may_sort, label=_("Bij een thema leggen"),
)  # fmt: skip
def sort_contribution(contribution: Contribution, *, by: Actor, theme: str, kind: str) -> Contribution:
    """An editor lays it with the theme it is about, so that it is heard there."""
    contribution.theme, contribution.kind = theme_key(theme), kind
    if kind not in ContributionKind.values:
        raise BadInput(_("Kies of het een wens, een behoefte of een ambitie is."))
    retitle(contribution.node, _title(kind, contribution.theme))
    return contribution


def _take_back(contribution: Contribution) -> None:
    erase_text(contribution.words)
    hide(contribution.node)
    contribution.person, contribution.sheet = None, ""
    contribution.hidden_reason = __("Ingetrokken door wie het inbracht.")


@action(
    "consultation.contribution.withdraw", source={ContributionState.RECEIVED, ContributionState.SHOWN},
    target=ContributionState.HIDDEN, rule=rules.may_withdraw, label=_("Mijn bijdrage intrekken"),
)  # fmt: skip
def withdraw_contribution(contribution: Contribution, *, by: Actor) -> Contribution:
    """Somebody takes their words back; they are erased."""
    _take_back(contribution)
    return contribution


reader("consultation")(queries.own_data)


@eraser("consultation")
def erase_person(person: int) -> int:
    """Take back everything a person brought in; only inside the kernel's erase action."""
    theirs = list(Contribution.objects.filter(person=person).select_related("node", "words"))
    for contribution in theirs:
        _take_back(contribution)
        contribution.state = ContributionState.HIDDEN
        keep(contribution)
    return len(theirs)
