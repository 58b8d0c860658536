"""Using figures as reasons, laying them beside stories, and publishing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed, action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.people.actions.person import acting_person
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.people.own_data import own_data as reader
from samenspel.stages.profile import handover, queries, rules
from samenspel.stages.profile.models import Figure, Indicator, ThemeView
from samenspel.stages.profile.states import FigureStatus, Verdict


@action("profile.figure.cite", rule=rules.may_cite, creates=True, label=_("Een cijfer als reden gebruiken"))
def cite_figure(cycle: Cycle, *, by: Actor, figure: Figure, example: bool = False) -> Figure:
    """A figure becomes a reason: it gets a code and a page of its own, so that everybody can point at it."""
    if figure.status != FigureStatus.VALUE:
        raise BadInput(_("Hier is geen cijfer. Alleen een bekend cijfer kan een reden zijn."))
    now = Figure.objects.select_for_update(of=("self",)).select_related("indicator", "node").get(pk=figure.pk)
    if now.node is None:
        title = f"{now.indicator.name}, {now.area_name or now.area_code}, {now.period}"
        now.node = new_node("figure", title, cycle=cycle, public=True, example=example)
    return now


@action("profile.theme.compare", rule=rules.may_compare, creates=True, label=_("Zeggen of een cijfer klopt"))
def compare_theme(
    cycle: Cycle, *, by: Actor, indicator: Indicator, verdict: str, explanation: str = "", shared: bool = False
) -> ThemeView:
    """People say whether they recognise a figure; the editors write what the neighbourhood makes of it."""
    if verdict not in Verdict.values:
        raise BadInput(_("Kies of het cijfer klopt."))
    rows = ThemeView.objects.filter(cycle=cycle, indicator=indicator, shared=shared)
    if shared:
        if not rules.edits(by, cycle.place_id):
            raise NotAllowed(_("Alleen de redactie schrijft op wat de buurt er samen van vindt."))
        view = rows.first() or ThemeView(cycle=cycle, indicator=indicator, shared=True)
        view.explanation = explanation.strip()
    else:
        person = acting_person(by, cycle.place)
        view = rows.filter(person=person).first() or ThemeView(cycle=cycle, indicator=indicator, person=person)
    view.verdict, view.seen_on = verdict, today()
    return view


@action("profile.edition.publish", rule=rules.may_publish, creates=True, label=_("Het buurtprofiel uitgeven"))
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """The profile as it is now gets a number; the next steps build on it."""
    return freeze("profile", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)


reader("profile")(queries.own_views)


@eraser("profile")
def erase_person(person: int) -> int:
    """What somebody thought of a figure stays counted, without who; only inside the kernel's erase action."""
    return ThemeView.objects.filter(person=person).update(person=None)
