"""Publishing what the room hands over."""

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import action
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.stages.commissioning import handover, rules


@action("commissioning.edition.publish", rule=rules.may_publish, creates=True, label=_("Uitgeven wat er nu is"))
def publish_edition(cycle: Cycle, *, by: Actor, reason: str, missing: str) -> Edition:
    """What was agreed and who got money is fixed and public, with who was missing at the table."""
    return freeze("commissioning", cycle, handover.items(cycle), by=by, reason=reason, missing=missing)
