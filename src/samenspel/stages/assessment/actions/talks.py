"""Talking about a task: open, speak, conclude, reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.assessment import queries, rules
from samenspel.stages.assessment.actions.tasks import link_codes, running
from samenspel.stages.assessment.models import Assessment, Task, Voice
from samenspel.stages.assessment.states import Side, TalkState, Verdict, VoiceState

UNANSWERED = {TalkState.TALKING, TalkState.CONCLUDED}


def past_day(on: date | None) -> date:
    """A day that was, or today."""
    day = today()
    if on and on > day:
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return on or day


@action("assessment.talk.open", target=TalkState.TALKING, rule=rules.may_open, label=_("Een gesprek openen"))
def open_talk(
    task: Task, *, by: Actor, cycle: Cycle, title: str = "", where: str = "", codes: Sequence[str] = (),
    example: bool = False,
) -> Assessment:  # fmt: skip
    """Residents, users and whoever does the work talk about a task: can it be better or different?"""
    running(cycle)
    if cycle.place_id != task.place_id:
        raise BadInput(_("Deze taak hoort bij een andere buurt."))
    if other := queries.talking_about(task):
        raise AlreadyDone(_("Er loopt al een gesprek over deze taak. Praat daar mee."), code=other.code)
    node = new_node("assessment", title or task.title, cycle=cycle, public=True, example=example)
    link(task.node, node, "assessed_in", by=by, reason=__("Het gesprek gaat over deze taak."))
    link_codes(codes, node, "used_in", "quality_definition", by=by, reason=__("Dit is de maat in het gesprek."))
    return Assessment(node=node, task=task, where=cleaned(where))


@action("assessment.talk.use", source=UNANSWERED, rule=rules.may_use, label=_("Een kwaliteitsafspraak gebruiken"))
def use_quality(talk: Assessment, *, by: Actor, codes: Sequence[str], reason: str) -> Assessment:
    """The talk measures with what the parties called good before."""
    if not link_codes(codes, talk.node, "used_in", "quality_definition", by=by, reason=reason):
        raise BadInput(_("Typ de code van een kwaliteitsafspraak. Die begint met KW."))
    return talk


@action("assessment.talk.voice", source={TalkState.TALKING}, rule=rules.may_speak, label=_("Zeggen wat u vindt"))
def add_voice(
    talk: Assessment, *, by: Actor, side: str, words: str, said_by: str = "", language: str = "nl",
    on: date | None = None,
) -> Voice:  # fmt: skip
    """A resident, a user or whoever does the work is heard; no account is needed."""
    if not cleaned(words):
        raise BadInput(_("Schrijf op wat u vindt. Eén zin is genoeg."))
    helped = bool(by.on_behalf_of)
    if side == Side.PROVIDER and not (by.represents(talk.task.provider_id) or rules.helps_at(by, talk.place_id)):
        raise NotAllowed(_("Alleen wie dit werk doet, kan zo spreken. Kies bewoner of gebruiker."))
    own = None if helped else by.person
    text = write_text(words, by=by if own else replace(by, person=None), language=language)
    party = talk.task.provider_id if side == Side.PROVIDER else (None if helped else by.party)
    return Voice(
        assessment=talk, side=side, text=text, said_by=cleaned(said_by), person=own, party_id=party, on=past_day(on)
    )


@action(
    "assessment.talk.hide_voice", source={VoiceState.SHOWN}, target=VoiceState.HIDDEN, rule=rules.may_hide,
    label=_("Woorden weghalen"),
)  # fmt: skip
def hide_voice(voice: Voice, *, by: Actor, reason: str) -> Voice:
    """Words that hurt somebody or name somebody are taken away, with a public reason."""
    return voice


@action(
    "assessment.talk.conclude", source={TalkState.TALKING}, target=TalkState.CONCLUDED, rule=rules.may_conclude,
    label=_("Samen een advies geven"),
)  # fmt: skip
def conclude(
    talk: Assessment, *, by: Actor, verdict: str, reason: str, right_things: str = "", well_enough: str = "",
    better_or_different: str = "", differences: str = "", advice: str = "", on: date | None = None,
) -> Assessment:  # fmt: skip
    """The parties say together what should happen with the task, and note down where they differ."""
    if verdict not in Verdict.values:
        raise BadInput(_("Kies wat wij samen zeggen: houden, verbeteren, anders of overnemen."))
    if not talk.voices.filter(state=VoiceState.SHOWN).exists():
        raise BadInput(_("Er is nog niemand gehoord. Vraag eerst wat bewoners, gebruikers en makers vinden."))
    talk.verdict, talk.reason, talk.concluded_on = verdict, cleaned(reason), past_day(on)
    talk.right_things, talk.well_enough = cleaned(right_things), cleaned(well_enough)
    talk.better_or_different = cleaned(better_or_different)
    talk.differences, talk.advice = cleaned(differences), cleaned(advice)
    return talk


@action(
    "assessment.talk.reply", source={TalkState.CONCLUDED}, target=TalkState.ANSWERED, rule=rules.may_reply,
    label=_("Antwoord geven op het advies"),
)  # fmt: skip
def reply(talk: Assessment, *, by: Actor, answer: str, reason: str, on: date | None = None) -> Assessment:
    """The municipality or whoever does the work says what happens with the advice, and why."""
    talk.reply, talk.reply_reason, talk.replied_on = cleaned(answer), cleaned(reason), past_day(on)
    talk.replied_by = talk.task.done_by if by.represents(talk.task.provider_id) else __("De gemeente")
    return talk


@eraser("assessment")
def erase_person(person: int) -> int:
    """Words and name of somebody who wants to be forgotten go; that somebody spoke stays."""
    theirs = list(Voice.objects.filter(person=person).select_related("text"))
    for row in theirs:
        erase_text(row.text)
        Voice.objects.filter(pk=row.pk).update(said_by="", person=None)
    return len(theirs)
