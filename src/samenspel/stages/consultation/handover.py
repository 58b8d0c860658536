"""What the consultation hands over: what was brought in, what was heard, and who was heard."""

from __future__ import annotations

from samenspel.contracts.consultation import Contribution, Harvest, Heard
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import models, queries
from samenspel.stages.consultation.states import ContributionState

Item = Contribution | Harvest | Heard


def items(cycle: Cycle) -> list[Item]:
    """Everything public that was heard. Words travel as digests, so that they can be taken back."""
    rows = models.Contribution.objects.filter(node__cycle=cycle, state=ContributionState.SHOWN)
    given = [
        Contribution(c.code, c.kind, c.theme, c.words.digest, c.channel)
        for c in rows.select_related("node", "words").order_by("pk")
    ]
    heard = [Heard(h.group, h.count) for h in queries.who_was_heard(cycle)]
    return [*given, *_harvests(cycle), *heard]


def _harvests(cycle: Cycle) -> list[Harvest]:
    written = list(queries.harvests_of(cycle))
    counts = {theme.key: theme for theme in queries.themes_heard(cycle, written)}
    return [
        Harvest(
            h.theme, h.summary, tuple(c.code for c in h.contributions.all()),
            tuple(f"{channel}: {n}" for channel, n in sorted(counts[h.theme].channels.items())),
        )
        for h in written
    ]  # fmt: skip
