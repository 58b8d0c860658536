"""Calling to the table, signing, bringing into force and ending."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import new_node, retitle, show
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.pact import handover, rules
from samenspel.stages.pact.models import Pact, PactParty, Signature
from samenspel.stages.pact.models.pact import PACT_WORDS
from samenspel.stages.pact.states import Method, PactState

WRITABLE = {PactState.DRAFT, PactState.OPEN}
LIVE = {PactState.OPEN, PactState.IN_FORCE}
TOGETHER = 2  # parties that must sign before a pact can hold


def running(cycle: Cycle) -> None:
    """A closed round takes nothing new."""
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


def speaks_for(by: Actor, party: Party, place: int) -> None:
    """Whoever does this for a party speaks for it, or notes down what was said or signed."""
    if party.state != PartyState.ACTIVE:
        raise BadInput(_("Deze partij is gestopt. Kies een andere partij."))
    if party.place_id != place:
        raise BadInput(_("Deze partij hoort bij een andere buurt. Er is niets veranderd. Kies een andere partij."))
    if not (by.represents(party.pk) or rules.notes_for_others(by, place)):
        raise NotAllowed(_("Alleen wie namens deze partij spreekt, kan dit doen. Er is niets veranderd."))


def past_day(on: date | None) -> date:
    """A day that was, or today."""
    day = today()
    if on and on > day:
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    return on or day


@action("pact.pact.convene", target=PactState.DRAFT, rule=rules.may_convene, label=_("Een pact beginnen"))
def convene(
    cycle: Cycle, *, by: Actor, title: str, party: Party, starts: date, ends: date, parties: Iterable[Party] = (),
    ambitions: str = "", principles: str = "", shared_information: str = "", joining: str = "", dispute: str = "",
    example: bool = False,
) -> Pact:  # fmt: skip
    """A party calls the others to the table: what do we want together, and what do we promise each other?"""
    running(cycle)
    speaks_for(by, party, cycle.place_id)
    if ends < today():
        raise BadInput(_("Deze periode is al voorbij. Kies een einddatum die nog komt."))
    pact = Pact(node=new_node("pact", title, cycle=cycle, example=example), convener=party, starts=starts, ends=ends)
    _fill(pact, (ambitions, principles, shared_information, joining, dispute))
    keep(pact)
    _seat(pact, [party, *parties])
    return pact


def _fill(pact: Pact, words: Iterable[str]) -> None:
    for name, text in zip(PACT_WORDS, words, strict=True):
        setattr(pact, name, cleaned(text))


def _seat(pact: Pact, parties: Iterable[Party]) -> None:
    there = set(pact.seats.values_list("party_id", flat=True))
    for party in {p.pk: p for p in parties if p.pk not in there}.values():
        keep(PactParty(pact=pact, party=party))


@action("pact.pact.describe", source=WRITABLE, rule=rules.may_describe, label=_("Het pact bijwerken"))
def describe(
    pact: Pact, *, by: Actor, title: str, starts: date, ends: date, ambitions: str = "", principles: str = "",
    shared_information: str = "", joining: str = "", dispute: str = "", parties: Iterable[Party] = (),
) -> Pact:  # fmt: skip
    """The words of the pact become better, and more parties come to the table, as long as nobody signed."""
    if pact.signatures.exists():
        raise WrongState(_("Er staat al een handtekening onder. De woorden liggen daarom vast."))
    retitle(pact.node, title)
    pact.starts, pact.ends = starts, ends
    _fill(pact, (ambitions, principles, shared_information, joining, dispute))
    _seat(pact, parties)
    return pact


@action(
    "pact.pact.open", source={PactState.DRAFT}, target=PactState.OPEN, rule=rules.may_open, label=_("Op tafel leggen")
)
def open_pact(pact: Pact, *, by: Actor) -> Pact:
    """Everybody can read the pact and its promises; parties can sign."""
    if not pact.ambitions:
        raise BadInput(_("Schrijf eerst op wat u samen wilt. Een paar zinnen is genoeg."))
    show(pact.node)
    for node in Node.objects.filter(pk__in=pact.commitments.values("node_id"), public=False):
        show(node)
    return pact


@action("pact.pact.sign", source=LIVE, rule=rules.may_sign, label=_("Tekenen namens een partij"))
def sign(
    pact: Pact, *, by: Actor, party: Party, name: str = "", method: str = Method.WEB, on: date | None = None
) -> Pact:
    """A party says: we take part in this pact. Whoever comes later may join by signing."""
    speaks_for(by, party, pact.place_id)
    own = by.represents(party.pk)
    if not own and method != Method.PAPER:
        raise NotAllowed(_("U tekent voor een andere partij. Dat kan alleen van papier. Er is niets veranderd."))
    signer = cleaned(name) or (by.name if own else "")
    keep(
        Signature(
            pact=pact, party=party, name=signer, method=method, on=past_day(on), person=by.person if own else None
        )
    )  # fmt: skip
    _seat(pact, [party])
    return pact


@action(
    "pact.pact.bring_into_force", source={PactState.OPEN}, target=PactState.IN_FORCE,
    rule=rules.may_bring_into_force, label=_("Laten ingaan"),
)  # fmt: skip
def bring_into_force(pact: Pact, *, by: Actor, on: date | None = None) -> Pact:
    """The pact holds from now on: the parties that signed can be asked about their promises."""
    if pact.signatures.count() < TOGETHER:
        raise BadInput(_("Een pact is van minstens twee partijen. Wacht tot er twee getekend hebben."))
    pact.in_force_on = past_day(on)
    return pact


@action(
    "pact.pact.end", source=LIVE, target=PactState.ENDED, rule=rules.may_end, label=_("Het pact laten stoppen")
)  # fmt: skip
def end(pact: Pact, *, by: Actor, reason: str, on: date | None = None) -> Pact:
    """The pact is over, and everybody can read why; its promises stay to be read."""
    pact.end_reason, pact.ended_on = cleaned(reason), past_day(on)
    return pact


@action("pact.edition.publish", rule=rules.may_publish, label=_("Pact en beloften uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """What was promised gets a number and never changes again; later everybody can compare."""
    return freeze("pact", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


@eraser("pact")
def erase_person(person: int) -> int:
    """The name of somebody who wants to be forgotten goes; the signature of their party stays."""
    return Signature.objects.filter(person=person).update(name="", person=None)
