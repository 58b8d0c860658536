"""What was heard: putting it together, counting who was heard, publishing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.action import action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.journal.clock import today
from samenspel.stages.consultation import handover, rules
from samenspel.stages.consultation.models import Contribution, Harvest, HeardGroup
from samenspel.stages.consultation.states import ContributionState


@action("consultation.harvest.write", rule=rules.may_harvest, creates=True, label=_("Opschrijven wat we hoorden"))
def write_harvest(
    cycle: Cycle, *, by: Actor, theme: str, summary: str, contributions: Iterable[str] = ()
) -> Harvest:
    """The editors put together what was heard about a theme, with the contributions it rests on."""
    key = theme_key(theme)
    harvest = Harvest.objects.filter(cycle=cycle, theme=key).first() or Harvest(cycle=cycle, theme=key)
    harvest.summary, harvest.written_on = summary.strip(), today()
    keep(harvest)
    shown = Contribution.objects.filter(
        node__cycle=cycle, node__code__in=list(contributions), state=ContributionState.SHOWN
    )
    harvest.contributions.set(shown)
    return harvest


@action("consultation.harvest.count_group", rule=rules.may_count, creates=True, label=_("Tellen wie we hoorden"))
def count_group(
    cycle: Cycle, *, by: Actor, dimension: str, group: str, occasion: str, count: int, on: date | None = None
) -> HeardGroup:
    """It is counted how many of a group were heard, so that it shows who was not heard yet."""
    rows = HeardGroup.objects.filter(cycle=cycle, dimension=dimension, group=group, occasion=occasion)
    row = rows.first() or HeardGroup(cycle=cycle, dimension=dimension, group=group, occasion=occasion)
    row.count, row.on = count, on or today()
    return row


@action("consultation.edition.publish", rule=rules.may_publish, creates=True, label=_("Uitgeven wat we hoorden"))
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """What was heard gets a number; the agenda builds on it."""
    return freeze("consultation", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)
