"""Every write about what the parties call good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, NotThere, WrongState, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import CycleState
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import link, new_node, retitle, show
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.lineage.queries import look_up
from samenspel.kernel.people.models import Party
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.texts.markdown import cleaned
from samenspel.stages.quality import handover, queries, rules
from samenspel.stages.quality.models import QualityDefinition, Signature, Statement
from samenspel.stages.quality.states import DefinitionState, Method

WRITABLE = {DefinitionState.DRAFT, DefinitionState.OPEN}
LIVE = {DefinitionState.OPEN, DefinitionState.SIGNED}
TOGETHER = 2  # parties that must sign before we may say "we"
MOST_STATEMENTS = 30


def _running(cycle: Cycle) -> None:
    if cycle.state == CycleState.CLOSED:
        raise WrongState(_("Deze ronde is afgesloten. Er is niets veranderd. Kijk of er al een nieuwe ronde is."))


def _unsigned(definition: QualityDefinition) -> None:
    if definition.signatures.exists():
        raise WrongState(
            _("Er staat al een handtekening onder. De woorden liggen daarom vast. Maak een nieuwe versie.")
        )


def _may_write_for(by: Actor, party: Party | None, place: int) -> None:
    """Whoever writes for a party speaks for it, or works at the place and notes it down."""
    if party is None and not rules.writes_here(by, place):
        raise NotAllowed(_("Kies namens welke partij u dit doet."))
    if party is not None and not (by.represents(party.pk) or rules.notes_for_others(by, place)):
        raise NotAllowed(_("Alleen wie namens deze partij spreekt, kan dit doen. Er is niets veranderd."))


@action(
    "quality.definition.draft", target=DefinitionState.DRAFT, rule=rules.may_draft,
    label=_("Opschrijven wat goed is"),
)  # fmt: skip
def draft_definition(
    cycle: Cycle, *, by: Actor, title: str, service: str, theme: str = "", party: Party | None = None,
    codes: Sequence[str] = (), example: bool = False,
) -> QualityDefinition:  # fmt: skip
    """Somebody starts to write down when the neighbourhood speaks of good; only the writers see it yet."""
    _running(cycle)
    _may_write_for(by, party, cycle.place_id)
    node = new_node("quality_definition", title, cycle=cycle, example=example)
    made = QualityDefinition(node=node, service=cleaned(service), theme=theme_key(theme), party=party)
    _connect(made, codes, by, str(_("Aangegeven bij het opschrijven.")))
    return made


@action("quality.definition.change", source=WRITABLE, rule=rules.may_write, label=_("De tekst aanpassen"))
def change_definition(
    definition: QualityDefinition, *, by: Actor, title: str, service: str, theme: str = ""
) -> QualityDefinition:
    """It becomes clearer what these sentences are about."""
    _unsigned(definition)
    retitle(definition.node, title)
    definition.service, definition.theme = cleaned(service), theme_key(theme)
    return definition


@action("quality.definition.add_statement", source=WRITABLE, rule=rules.may_write, label=_("Een zin toevoegen"))
def add_statement(
    definition: QualityDefinition, *, by: Actor, words: str, how_noticed: str = "", who_judges: str = "",
    how_often: str = "",
) -> QualityDefinition:  # fmt: skip
    """People at the table add one sentence: we speak of good when ..."""
    _unsigned(definition)
    count = definition.statements.count()
    if count >= MOST_STATEMENTS:
        raise BadInput(_("Dit zijn genoeg zinnen. Voeg liever twee zinnen samen."))
    row = Statement(definition=definition, order=count + 1)
    _fill(row, words, how_noticed, who_judges, how_often)
    return definition


def _fill(row: Statement, words: str, how_noticed: str, who_judges: str, how_often: str) -> None:
    if not cleaned(words):
        raise BadInput(_("Maak de zin af: wij spreken van goed als …"))
    row.words, row.how_noticed = cleaned(words), cleaned(how_noticed)
    row.who_judges, row.how_often = cleaned(who_judges), cleaned(how_often)
    keep(row)


@action("quality.definition.change_statement", source=WRITABLE, rule=rules.may_write, label=_("Een zin aanpassen"))
def change_statement(
    definition: QualityDefinition, *, by: Actor, statement: int, words: str, how_noticed: str = "",
    who_judges: str = "", how_often: str = "",
) -> QualityDefinition:  # fmt: skip
    """A sentence says better what people mean."""
    _unsigned(definition)
    row = queries.statement(definition, statement)
    if row is None:
        raise NotThere()
    _fill(row, words, how_noticed, who_judges, how_often)
    return definition


@action("quality.definition.remove_statement", source=WRITABLE, rule=rules.may_write, label=_("Een zin weghalen"))
def remove_statement(definition: QualityDefinition, *, by: Actor, statement: int) -> QualityDefinition:
    """A sentence that nobody needs goes, as long as nobody signed."""
    _unsigned(definition)
    row = queries.statement(definition, statement)
    if row is None:
        raise NotThere()
    row.delete()
    return definition


@action(
    "quality.definition.open", source={DefinitionState.DRAFT}, target=DefinitionState.OPEN, rule=rules.may_open,
    label=_("Op tafel leggen"),
)  # fmt: skip
def open_definition(definition: QualityDefinition, *, by: Actor) -> QualityDefinition:
    """Everybody can read it, and parties can sign; an older version is over from now on."""
    if not definition.statements.exists():
        raise BadInput(_("Schrijf eerst één zin op: wij spreken van goed als …"))
    definition.opened_on = today()
    show(definition.node)
    if definition.replaces_id:
        _retire(definition.replaces_id, definition, by)
    return definition


def _retire(replaced: int, new: QualityDefinition, by: Actor) -> None:
    """The old version stays to be read; what it was measured for goes along."""
    old = QualityDefinition.objects.select_for_update(of=("self",)).get(pk=replaced)
    old.state, old.version = DefinitionState.REPLACED, old.version + 1
    keep(old)
    for edge in Edge.objects.filter(target=old.node, relation="measured_by").select_related("source"):
        link(edge.source, new.node, "measured_by", by=by, reason=edge.reason)


@action("quality.definition.sign", source=LIVE, rule=rules.may_sign, label=_("Tekenen namens een partij"))
def sign_definition(
    definition: QualityDefinition, *, by: Actor, party: Party, name: str = "", method: str = Method.WEB,
    on: date | None = None,
) -> QualityDefinition:  # fmt: skip
    """A party says: yes, this is what we call good. From two parties on it holds."""
    _may_sign(by, party, method, definition.place_id)
    day = today()
    if on and on > day:
        raise BadInput(_("Deze dag komt nog. Kies vandaag of een dag die al geweest is."))
    own = by.represents(party.pk)
    signer = cleaned(name) or (by.name if own else "")
    keep(
        Signature(
            definition=definition, party=party, name=signer, method=method, on=on or day,
            person=by.person if own else None,
        )
    )  # fmt: skip
    if definition.signatures.count() >= TOGETHER:
        definition.state = DefinitionState.SIGNED
    return definition


def _may_sign(by: Actor, party: Party, method: str, place: int) -> None:
    if party.state != PartyState.ACTIVE:
        raise BadInput(_("Deze partij is gestopt en kan niet meer tekenen."))
    paper = method == Method.PAPER and rules.notes_for_others(by, place)
    if not (by.represents(party.pk) or paper):
        raise NotAllowed(_("Alleen wie namens deze partij spreekt, kan tekenen. Er is niets veranderd."))


@action("quality.definition.replace", source=LIVE, rule=rules.may_replace, label=_("Een nieuwe versie maken"))
def replace_definition(
    definition: QualityDefinition, *, by: Actor, reason: str, title: str = "", party: Party | None = None,
    example: bool = False,
) -> QualityDefinition:  # fmt: skip
    """People found better words: a draft of the next version starts with the old sentences; the old one still holds."""
    if QualityDefinition.objects.filter(replaces=definition).exists():
        raise AlreadyDone(_("Er is al een nieuwe versie in de maak. Schrijf daaraan mee."))
    _may_write_for(by, party, definition.place_id)
    node = new_node("quality_definition", title or definition.title, cycle=definition.cycle, example=example)
    made = keep(
        QualityDefinition(
            node=node, service=definition.service, theme=definition.theme, party=party or definition.party,
            number=definition.number + 1, replaces=definition, reason=cleaned(reason),
        )
    )  # fmt: skip
    for row in definition.statements.all():
        _fill(Statement(definition=made, order=row.order), row.words, row.how_noticed, row.who_judges, row.how_often)
    return made


@action("quality.definition.connect", source={*WRITABLE, *LIVE}, rule=rules.may_link, label=_("Waarvoor dit geldt"))
def connect_definition(definition: QualityDefinition, *, by: Actor, codes: Sequence[str], reason: str) -> list[Edge]:
    """Everybody can see for which line of the plan, or for which money, these sentences say what good is."""
    if not [c for c in codes if c.strip()]:
        raise BadInput(_("Typ een code van een planregel of geldregel."))
    return _connect(definition, codes, by, reason)


def _connect(definition: QualityDefinition, codes: Sequence[str], by: Actor, reason: str) -> list[Edge]:
    nodes = [_fitting(definition, code) for code in dict.fromkeys(c.strip() for c in codes if c.strip())]
    return [link(node, definition.node, "measured_by", by=by, reason=reason) for node in nodes]


def _fitting(definition: QualityDefinition, code: str) -> Node:
    looked = look_up(code)
    if looked.node is None:
        near = ", ".join(n.code for n in looked.suggestions)
        hint = _("De code %(code)s kennen wij niet. Bedoelt u %(near)s?") if near else _(
            "De code %(code)s kennen wij niet. Kijk hem nog eens na."
        )  # fmt: skip
        raise BadInput(str(hint) % {"code": code, "near": near})
    if looked.node.place_id != definition.place_id:
        raise BadInput(_("De code %(code)s hoort bij een andere buurt.") % {"code": code})
    if looked.node.kind not in ("plan_line", "budget_line"):
        raise BadInput(_("Kies een planregel (RG) of een geldregel (GD)."))
    return looked.node


@action("quality.edition.publish", rule=rules.may_publish, label=_("Kwaliteitsafspraken uitgeven"), creates=True)
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """What the parties call good gets a number and never changes again; the next rooms measure with it."""
    return freeze("quality", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


@eraser("quality")
def erase_person(person: int) -> int:
    """The name of somebody who wants to be forgotten goes; the signature of their party stays."""
    return Signature.objects.filter(person=person).update(name="", person=None)
