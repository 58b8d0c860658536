"""What is told of each plan on the ballot paper, so that nobody votes on a title alone."""

from typing import NamedTuple

from samenspel.contracts.proposals import Proposal
from samenspel.instruments.ballots.queries import Line, Theme
from samenspel.kernel.handover.queries import latest
from samenspel.kernel.lineage.queries import sources_of
from samenspel.stages.commissioning.models import Call, CallOption

TWO_LINES = 60  # letters on a phone


class Told(NamedTuple):
    """What a plan is about: in short, what its proposal said besides, and who makes it."""

    about: str = ""
    proposal: str = ""
    makers: str = ""

    @property
    def more(self) -> bool:
        """Whether there is more to read than two short lines."""
        return bool(self.proposal or self.makers) or len(self.about) > TWO_LINES


def told(call: Call, theme: Theme) -> list[tuple[Line, Told]]:
    """The plans of a theme: each with its own summary, else that of the proposal it came from."""
    rows = list(CallOption.objects.filter(call=call).values_list("key", "node_id", "summary", "makers"))
    origins = sources_of([node for _key, node, _summary, _makers in rows], "voted_on_as")
    handed = latest(Proposal, call.node.cycle) if any(origins.values()) else ()
    summaries = {item.code: item.summary for item in handed}
    found = {}
    for key, node, summary, makers in rows:
        said = next((summaries[origin.code] for origin in origins[node] if summaries.get(origin.code)), "")
        found[key] = Told(summary or said, said if summary and said != summary else "", makers)
    return [(line, found.get(line.key, Told())) for line in theme.lines]
