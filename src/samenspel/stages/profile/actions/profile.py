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
from samenspel.stages.profile.states import Verdict


@action("profile.figure.cite", rule=rules.may_cite, creates=True, label=_("Een cijfer als reden gebruiken"))
def cite_figure(
    cycle: Cycle, *, by: Actor, indicator: str, area_code: str, period: str, example: bool = False
) -> Figure:
    """A figure becomes a reason: it gets a code and a page of its own, and stays as it was then."""
    stated = queries.stated(cycle.place, indicator, area_code, period)
    if stated is None or stated.number is None:
        raise BadInput(_("Hier is geen cijfer. Alleen een bekend cijfer kan een reden zijn."))
    found = queries.cited(stated) or _copied(stated)
    if found.node is None:
        title = f"{stated.indicator.name}, {found.area_name or found.area_code}, {found.period}"
        found.node = new_node("figure", title, cycle=cycle, public=True, example=example)
    return found


def _copied(stated: queries.Stated) -> Figure:
    table = stated.table_row
    return Figure(
        indicator=stated.indicator, area_scheme=table.area_scheme, area_code=stated.area_code,
        area_year=table.area_year, area_name=stated.area_name, period=table.period,
        value="" if stated.number is None else format(stated.number, "f"), status=stated.status,
        source=table.source, table=stated.table[:120], measured=stated.measured, licence=table.licence,
        read_on=stated.read_on, weight=stated.weight, spread=stated.spread,
    )  # fmt: skip


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
