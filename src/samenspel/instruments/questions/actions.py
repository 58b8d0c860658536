"""Every write about questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import queries, rules
from samenspel.instruments.questions.models import Answer, Forward, Question
from samenspel.instruments.questions.states import ForwardState, QuestionKind, QuestionState
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action, keep
from samenspel.kernel.action.rules import Words
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal import clock
from samenspel.kernel.lineage.actions import hide, link, new_node, show, take_back_title
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.models import Party, Person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place
from samenspel.kernel.texts.actions import erase_text, write_text
from samenspel.kernel.texts.models import Text

WEEKS = 6  # until an answer is due, unless the asker says otherwise
LATEST = 366  # days; a clock that runs longer is no clock


def _filled(words: str, complaint: Words) -> None:
    if not words.strip():
        raise BadInput(complaint)


def _past_day(on: date | None) -> date:
    """Today, or an earlier day for what came in on paper; never a day that has yet to come."""
    today = clock.today()
    if on and on > today:
        raise BadInput(_("Deze dag moet nog komen. Vul vandaag in, of een eerdere dag."))
    return on or today


def _due(asked_on: date, due: date | None) -> date:
    """The date for the answer: six weeks, or what was asked for within a year."""
    if due and not asked_on <= due <= asked_on + timedelta(days=LATEST):
        raise BadInput(_("Kies voor het antwoord een dag tussen vandaag en een jaar later."))
    return due or asked_on + timedelta(weeks=WEEKS)


def _addressee(place: Place, party: Party | None) -> Party | None:
    if party and (party.place_id not in (place.pk, place.municipality_id) or party.state != PartyState.ACTIVE):
        raise BadInput(_("Deze partij doet hier niet mee. Kies een partij uit de lijst, of schrijf de naam op."))
    return party


def _asker(by: Actor, place: Place, name: str, contact: str) -> Person | None:
    """Who asks: who is helped, else who is logged in, else who left a name; else nobody we know."""
    if by.person and not by.on_behalf_of:
        return Person.objects.filter(pk=by.person, erased_at=None).first()
    if by.on_behalf_of or name or contact:
        return note_person(name=name or by.on_behalf_of, contact=contact, channel=by.channel, place=place)
    return None


@action("questions.question.ask", creates=True, rule=rules.may_ask, label=_("Een vraag stellen"))
def ask(
    cycle: Cycle, *, by: Actor, title: str, body: str, kind: str = QuestionKind.BUDGET, addressee: Party | None = None,
    addressee_name: str = "", due: date | None = None, about: Node | None = None, party: Party | None = None,
    name: str = "", contact: str = "", show_name: bool = False, document: str = "", language: str = "nl",
    on: date | None = None, example: bool = False,
) -> Question:  # fmt: skip
    """Somebody asks a named party something in public, and a clock runs; an editor reads a visitor's words first."""
    if party and not by.represents(party.pk):
        raise NotAllowed(_("U spreekt niet namens deze groep. Er is niets bewaard."))
    asked_on, place = _past_day(on), cycle.place
    _filled(body, _("Schrijf eerst uw vraag op. Eén zin is genoeg."))
    state = QuestionState.WAITING if rules.waits(by) else QuestionState.ASKED
    node = new_node("question", title, cycle=cycle, public=state == QuestionState.ASKED, example=example)
    asker = _asker(by, place, name, contact)
    text = write_text(body, by=by, person=asker.pk if asker else None, language=language)
    if about is not None:
        _tie(about, node, by)
    return Question(
        node=node, kind=kind, state=state, asker=asker, asker_party=party, show_name=show_name, body=text,
        document=document, addressee=_addressee(place, addressee),
        addressee_name="" if addressee else addressee_name.strip(),
        asked_on=asked_on, due=_due(asked_on, due),
    )  # fmt: skip


def _tie(about: Node, question: Node, by: Actor) -> None:
    if about.place_id != question.place_id or not about.public:
        raise BadInput(_("Dit hoort bij een andere buurt, of is niet openbaar. Stel uw vraag zonder verwijzing."))
    link(about, question, "questioned_by", by=by, reason=__("Iemand vroeg hiernaar."))


def _said_in_office(words: str, by: Actor) -> Text:
    """An answer belongs to who was asked, not to who typed it: it stays when that person leaves."""
    return write_text(words, by=replace(by, person=None))


def _speaks_for(question: Question, by: Actor) -> Party | None:
    """The party for which this actor answers. Who was passed the question and answers it, takes it on."""
    if question.offered_to and by.represents(question.offered_to_id):
        _settle(question, ForwardState.ACCEPTED)
        question.addressee, question.addressee_name = question.offered_to, ""
        question.offered_to = None
    return question.addressee


@action(
    "questions.question.answer", source={QuestionState.ASKED, QuestionState.CLOSED_NOT_SATISFIED},
    target=QuestionState.ANSWERED, rule=rules.may_answer, label=_("Antwoord geven"),
)  # fmt: skip
def answer(
    question: Question, *, by: Actor, text: str, name: str = "", verdict: str = "", document: str = "",
    on: date | None = None,
) -> Question:  # fmt: skip
    """The party says in public what its answer is; whoever asked may say whether it will do."""
    day = _past_day(on)
    if day < question.asked_on:
        raise BadInput(_("Het antwoord kan niet van voor de vraag zijn. Kijk de dag na."))
    _filled(text, _("Schrijf het antwoord op, met de reden."))
    if (question.kind == QuestionKind.RULE) != bool(verdict):
        raise BadInput(_("Kies bij een regel wat voor antwoord het is. Bij een andere vraag kan dat niet."))
    party = _speaks_for(question, by)
    keep(
        Answer(
            question=question, text=_said_in_office(text, by), verdict=verdict, party=party,
            person_id=by.person, name=name or by.name, document=document,
            answered_on=day,
        )
    )  # fmt: skip
    question.answered_on = question.answered_on or day
    return question


@action(
    "questions.question.judge",
    source={QuestionState.ANSWERED},
    rule=rules.may_judge,
    label=_("Zeggen of het antwoord goed is"),
)
def judge(question: Question, *, by: Actor, satisfied: bool, words: str = "", on: date | None = None) -> Question:
    """Whoever asked says in public whether the answer will do; if not, the party may answer again."""
    question.judged_on = _past_day(on)
    question.judgement = write_text(words, by=by, person=question.asker_id) if words.strip() else None
    question.state = QuestionState.CLOSED_SATISFIED if satisfied else QuestionState.CLOSED_NOT_SATISFIED
    return question


@action(
    "questions.question.forward",
    source={QuestionState.ASKED},
    rule=rules.may_forward,
    label=_("Doorgeven aan een ander"),
)
def forward(question: Question, *, by: Actor, to: Party, reason: str, on: date | None = None) -> Question:
    """A party says it is another's task. The clock runs on, and nothing changes until that other takes it on."""
    if question.offered_to_id:
        raise WrongState(_("Deze vraag is al doorgegeven. Wacht op het antwoord van die partij."))
    if to.pk == question.addressee_id:
        raise BadInput(_("De vraag ligt al bij deze partij. Kies een andere."))
    place = question.node.place
    question.offered_to = _addressee(place, to)
    sender = question.shown_addressee
    keep(Forward(question=question, sender=sender, to=to, reason=reason[:500], offered_on=_past_day(on)))
    return question


def _settle(question: Question, state: ForwardState, reply: str = "", on: date | None = None) -> None:
    """Close the running forward of a question."""
    row = Forward.objects.filter(question=question, state=ForwardState.OFFERED).first()
    if row is None:
        raise WrongState(_("Deze vraag is niet doorgegeven. Er is niets veranderd."))
    row.state, row.reply, row.replied_on = state, reply[:500], _past_day(on)
    keep(row)


def _is_offered_to(question: Question, by: Actor) -> None:
    """The first party cannot say yes for the second."""
    if question.offered_to_id is None:
        raise WrongState(_("Deze vraag is niet doorgegeven. Er is niets veranderd."))
    if not by.represents(question.offered_to_id) and not by.on_behalf_of:
        raise NotAllowed(_("Alleen de partij die het kreeg, kan dit zeggen. Er is niets veranderd."))


@action("questions.question.accept", source={QuestionState.ASKED}, rule=rules.may_accept, label=_("De vraag aannemen"))
def accept(question: Question, *, by: Actor, on: date | None = None) -> Question:
    """The other party takes the question on; from now on it owes the answer, by the same date."""
    _is_offered_to(question, by)
    _settle(question, ForwardState.ACCEPTED, on=on)
    question.addressee, question.addressee_name, question.offered_to = question.offered_to, "", None
    return question


@action(
    "questions.question.decline", source={QuestionState.ASKED}, rule=rules.may_accept, label=_("De vraag niet aannemen")
)
def decline(question: Question, *, by: Actor, reason: str, on: date | None = None) -> Question:
    """The other party says it is not its task either; the first party still owes the answer."""
    _is_offered_to(question, by)
    _settle(question, ForwardState.DECLINED, reply=reason, on=on)
    question.offered_to = None
    return question


@action(
    "questions.question.let_through", source={QuestionState.WAITING}, target=QuestionState.ASKED,
    rule=rules.may_hide, label=_("Vraag tonen"),
)  # fmt: skip
def let_through(question: Question, *, by: Actor) -> Question:
    """An editor has read it: from now on everybody can, and only now the clock of the answer runs."""
    show(question.node)
    waited = clock.today() - question.asked_on
    question.asked_on, question.due = question.asked_on + waited, question.due + waited
    return question


@action("questions.question.hide", rule=rules.may_hide, label=_("Vraag afschermen"))
def hide_question(question: Question, *, by: Actor, reason: str) -> Question:
    """A question that hurts somebody goes out of sight; the reason is public."""
    hide(question.node)
    if question.state == QuestionState.WAITING:  # it was read, so it waits no longer
        question.state = QuestionState.ASKED
    return question


@action(
    "questions.question.show", source=set(QuestionState) - {QuestionState.WAITING}, rule=rules.may_hide,
    label=_("Vraag weer tonen"),
)  # fmt: skip
def show_question(question: Question, *, by: Actor, reason: str) -> Question:
    """A hidden question is in sight again."""
    show(question.node)
    return question


reader("questions")(queries.own_data)


def _forget_typed(question: Question) -> None:
    """Whom they asked stays when it is a party; a name that they typed goes."""
    rows = Question.objects.filter(pk=question.pk)
    rows.update(document="", addressee_name="" if question.addressee_id else __("een andere partij"))


@eraser("questions")
def erase_person(person: int) -> int:
    """Take back the questions of a person; what was answered stays. Only inside the kernel's erase action."""
    rows = list(Question.objects.filter(asker=person).select_related("node", "body", "judgement"))
    for question in rows:
        if question.asker_party_id is None:
            take_back_title(question.node, __("Ingetrokken vraag"))
            _forget_typed(question)
        for text in (question.body, question.judgement):
            if text is not None:
                erase_text(text)
    Question.objects.filter(asker=person).update(asker=None, show_name=False)
    return len(rows) + Answer.objects.filter(person=person).update(person=None, name="")
