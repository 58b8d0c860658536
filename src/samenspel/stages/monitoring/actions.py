"""Every write about what came of it, and what it taught."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import GONE, hide, link, new_node, retitle, show, take_back_title
from samenspel.kernel.lineage.giving import giver_of
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.kernel.texts.models import Text
from samenspel.stages.monitoring import handover, queries, rules
from samenspel.stages.monitoring.models import Lesson, Outcome
from samenspel.stages.monitoring.states import LessonState, OutcomeState

BECAME = ("commitment", "award")


def _past_day(on: date | None) -> date:
    day = today()
    if on and on > day:
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return on or day


def _found(code: str, place: int, kinds: Sequence[str], wanted: str) -> Node:
    """The public thing with this code, of the right kind and place; a slip of the pen gets a suggestion."""
    looked = look_up(code)
    if looked.node is None:
        near = ", ".join(n.code for n in looked.suggestions)
        known = _("De code %(code)s kennen wij niet. Bedoelt u %(near)s?")
        unknown = _("De code %(code)s kennen wij niet. Kijk hem nog eens na.")
        raise BadInput(str(known if near else unknown) % {"code": code, "near": near})
    if looked.node.place_id != place:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": code})
    if looked.node.kind not in kinds:
        raise BadInput(wanted)
    return looked.node


@action(
    "monitoring.outcome.record", target=OutcomeState.RECORDED, rule=rules.may_record,
    label=_("Vertellen wat ervan kwam"),
)  # fmt: skip
def record_outcome(
    cycle: Cycle, *, by: Actor, of: str, what_came: str, judged_by: str, verdict: str, title: str = "",
    measured: str = "", spent_cents: int | None = None, story: str = "", consent: bool = False,
    party: Party | None = None, on: date | None = None, language: str = "nl", example: bool = False,
) -> Outcome:  # fmt: skip
    """Somebody says what came of a promise or of money, also long after the round; a visitor's words wait."""
    if party and not by.represents(party.pk):
        raise NotAllowed(_("U mag niet namens deze partij spreken. Kies een andere partij, of geen."))
    wrong = __("Kies een belofte (BF) of een toekenning (TG).")
    source = _found(of, cycle.place_id, BECAME, wrong)
    node = new_node("outcome", title or source.title, cycle=cycle, example=example)
    if not rules.waits(by):
        _make_public(source, node, by)
    own = None if by.on_behalf_of else by.person
    return Outcome(
        node=node, of=source, what_came=cleaned(what_came), judged_by=cleaned(judged_by), verdict=verdict,
        measured=cleaned(measured), spent_cents=spent_cents, story=_story(story, consent, by, own, language),
        consent=consent and bool(cleaned(story)), party=party, giver_id=giver_of(source), person=own, on=_past_day(on),
    )  # fmt: skip


def _make_public(source: Node, outcome: Node, by: Actor) -> None:
    """Only now it is on the thread: until then the promise still waits for an outcome."""
    show(outcome)
    link(source, outcome, "became", by=by, reason=__("Zo liep het af."))


def _story(story: str, consent: bool, by: Actor, own: int | None, language: str) -> Text | None:
    if not cleaned(story):
        return None
    if not consent:
        raise BadInput(_("Mag het verhaal op de pagina? Zet dan een vinkje. Anders laat u het verhaal leeg."))
    return write_text(story, by=by if own else replace(by, person=None), language=language)


@action(
    "monitoring.outcome.confirm", source={OutcomeState.RECORDED}, target=OutcomeState.CONFIRMED,
    rule=rules.may_confirm, label=_("Dit klopt"),
)  # fmt: skip
def confirm_outcome(outcome: Outcome, *, by: Actor, party: Party | None = None) -> Outcome:
    """Somebody else than the writer says: yes, this is what came of it; from then on everybody can read it."""
    if party and not by.represents(party.pk):
        raise NotAllowed(_("U mag niet namens deze partij spreken. Kies een andere partij, of geen."))
    outcome.confirmed_by = party.name if party else _who_confirms(by, outcome.place_id)
    outcome.confirmed_on = today()
    if not outcome.node.public:
        _make_public(outcome.of, outcome.node, by)
    return outcome


def _who_confirms(by: Actor, place: int) -> str:
    return __("de redactie van de buurt") if rules.writes_here(by, place) else __("een andere partij")


@action(
    "monitoring.outcome.hide", source={OutcomeState.RECORDED, OutcomeState.CONFIRMED}, target=OutcomeState.HIDDEN,
    rule=rules.may_hide, label=_("Weghalen van de pagina"),
)  # fmt: skip
def hide_outcome(outcome: Outcome, *, by: Actor, reason: str) -> Outcome:
    """Words that hurt somebody or name somebody are taken away, with a public reason."""
    hide(outcome.node)
    return outcome


@action("monitoring.lesson.draft", target=LessonState.DRAFT, rule=rules.may_draft, label=_("Een les opschrijven"))
def draft_lesson(
    cycle: Cycle, *, by: Actor, title: str, keep: str = "", change: str = "", theme: str = "",
    outcomes: Sequence[str] = (), party: Party | None = None, example: bool = False,
) -> Lesson:  # fmt: skip
    """People look back together: what do we keep, and what do we do differently next time?"""
    if party is None and not rules.writes_here(by, cycle.place_id):
        raise NotAllowed(_("Kies namens welke partij u dit opschrijft."))
    if party and not by.represents(party.pk):
        raise NotAllowed(_("U mag niet namens deze partij spreken. Kies een andere partij, of geen."))
    node = new_node("lesson", title, cycle=cycle, example=example)
    _taught(node, outcomes, by)
    return Lesson(node=node, keep=cleaned(keep), change=cleaned(change), theme=theme_key(theme), party=party)


def _taught(lesson: Node, outcomes: Sequence[str], by: Actor) -> None:
    wrong = __("Een les komt van een opbrengst. Die code begint met PB.")
    for code in dict.fromkeys(c.strip() for c in outcomes if c.strip()):
        outcome = _found(code, lesson.place_id, ("outcome",), wrong)
        link(outcome, lesson, "taught", by=by, reason=__("Hiervan leerden wij dit."))


@action("monitoring.lesson.change", source=set(LessonState), rule=rules.may_write, label=_("De les aanpassen"))
def change_lesson(
    lesson: Lesson, *, by: Actor, title: str, keep: str = "", change: str = "", theme: str = "",
    outcomes: Sequence[str] = (),
) -> Lesson:  # fmt: skip
    """The lesson says better what was learnt."""
    retitle(lesson.node, title)
    lesson.keep, lesson.change, lesson.theme = cleaned(keep), cleaned(change), theme_key(theme)
    _taught(lesson.node, outcomes, by)
    return lesson


@action(
    "monitoring.lesson.share", source={LessonState.DRAFT}, target=LessonState.PUBLIC, rule=rules.may_share,
    label=_("De les delen"),
)  # fmt: skip
def share_lesson(lesson: Lesson, *, by: Actor) -> Lesson:
    """Everybody can read the lesson; the next round opens with it."""
    show(lesson.node)
    lesson.shared_on = today()
    return lesson


@action("monitoring.edition.publish", rule=rules.may_publish, label=_("Opbrengst en lessen uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """What came of it gets a number and never changes again; the next round builds on it."""
    return freeze("monitoring", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


@eraser("monitoring")
def erase_person(person: int) -> int:
    """The words of somebody who wants to be forgotten go; the verdict and the money stay."""
    theirs = list(queries.written_by(person))
    for row in theirs:
        if row.story:
            erase_text(row.story)
        if row.party_id is None:
            take_back_title(row.node, __("Wat ervan kwam"))
            Outcome.objects.filter(pk=row.pk).update(what_came=str(GONE), judged_by=__("een bewoner"), measured="")
        Outcome.objects.filter(pk=row.pk).update(person=None)
    return len(theirs)
