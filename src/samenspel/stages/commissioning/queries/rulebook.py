"""The rules of a round: as data for the count, and as sentences for everybody."""

import json
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.states import Route
from samenspel.ui.numbers import euro, number
from samenspel_methods.allocation import RuleSet


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule in plain words: what it is about, and the sentences."""

    title: str
    sentences: tuple[str, ...]


def rules_of(call: Call) -> RuleSet:
    """The rules as counting and checking read them."""
    return RuleSet.from_json(json.loads(call.rule_set))


def rulebook(call: Call) -> tuple[Clause, ...]:
    """The rules in plain words. Who decides and how far the result binds stands first."""
    clauses = [_deciding(call), _money(call), _taking_part(call)]
    if call.route == Route.VOTE:
        rules = rules_of(call)
        clauses += [_ballot(rules), _count(call), _secret(call)]
    return tuple(clause for clause in clauses if clause.sentences)


def _deciding(call: Call) -> Clause:
    decides = _("%(body)s besluit.") % {"body": call.body}
    binds = _("Vooraf is gezegd: %(binds)s.") % {"binds": call.get_binds_display()}
    return Clause(_("Wie besluit er?"), (decides, binds))


def _money(call: Call) -> Clause:
    sentences = [_("In de pot zit %(money)s.") % {"money": euro(call.budget_cents)}]
    if call.funder:
        sentences.append(_("Dat komt van %(funder)s.") % {"funder": call.funder})
    return Clause(_("Hoeveel geld is er?"), tuple(sentences))


def _taking_part(call: Call) -> Clause:
    sentences = [call.who] if call.who else []
    if call.closes_at:
        until = date_format(localtime(call.closes_at), "l j F Y, H.i")
        sentences.append(_("Het kan tot %(until)s uur.") % {"until": until})
    return Clause(_("Wie mag meedoen, en tot wanneer?"), tuple(sentences))


def _ballot(rules: RuleSet) -> Clause:
    sentences = []
    if rules.min_picks:
        words = ngettext("Kies minstens %(least)s plan.", "Kies minstens %(least)s plannen.", rules.min_picks)
        sentences.append(words % {"least": number(rules.min_picks)})
    if rules.max_picks is not None:
        words = ngettext("Kies hoogstens %(most)s plan.", "Kies hoogstens %(most)s plannen.", rules.max_picks)
        sentences.append(words % {"most": number(rules.max_picks)})
    if rules.max_cost is not None:
        sentences.append(_("Uw plannen kosten samen hoogstens %(limit)s.") % {"limit": euro(rules.max_cost)})
    for category, limit in rules.max_cost_per_category.items():
        facts = {"category": category, "limit": euro(limit)}
        sentences.append(_("Bij ‘%(category)s’ kiest u samen tot %(limit)s.") % facts)
    if not sentences:
        sentences.append(_("Kies zoveel plannen als u wilt."))
    if rules.min_project_cost:
        sentences.append(_("Een plan kost minstens %(least)s.") % {"least": euro(rules.min_project_cost)})
    return Clause(_("Wat mag u kiezen?"), tuple(sentences))


def _count(call: Call) -> Clause:
    sentences = [
        _("Het plan met de meeste stemmen komt eerst."),
        _("Past een plan in het geld dat er nog is? Dan krijgt het geld. Past het niet, dan volgt het volgende."),
        _("Bij evenveel stemmen gaat het goedkoopste plan voor. Kosten ze ook evenveel, dan loten wij."),
    ]
    if call.box_id and call.box and call.box.seed:
        sentences.append(_("De loting volgt uit deze tekst: %(seed)s.") % {"seed": call.box.seed})
    return Clause(_("Hoe tellen wij?"), tuple(sentences))


def _secret(call: Call) -> Clause:
    open_file = _("Na de telling staan alle stembiljetten zonder naam in een open bestand.")
    shut_file = _("De stembiljetten zelf worden niet openbaar. De stemmen per plan wel.")
    if call.source:
        return Clause(
            _("Is de stem geheim?"), (_("De stemmen komen van %(source)s.") % {"source": call.source}, open_file)
        )
    sentences = (
        _("Uw stem zit in een dichte envelop tot de telling."),
        _("De sleutel is in drieën verdeeld. Er zijn twee delen nodig om te tellen."),
        open_file if call.ballots_public else shut_file,
    )
    return Clause(_("Is de stem geheim?"), sentences)
