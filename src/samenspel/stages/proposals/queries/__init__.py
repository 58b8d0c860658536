"""Every read of the proposals."""

from samenspel.stages.proposals.queries.listing import Listing, listing, public_proposals, telling, themes
from samenspel.stages.proposals.queries.one import (
    Links,
    Priorities,
    choices_for,
    cost_rows,
    feasibility,
    links,
    priorities,
    proposal,
    sees_weighing,
    sources_by_code,
    targets_by_code,
    totals,
)
from samenspel.stages.proposals.queries.personal import own_proposals
from samenspel.stages.proposals.queries.shown import (
    check_table,
    cost_table,
    costs_of,
    first_steps,
    may_publish,
    rows,
    similar_to,
    slip,
    takes,
)
from samenspel.stages.proposals.queries.similar import Similar, likeness, similar

__all__ = [
    "Links",
    "Listing",
    "Priorities",
    "Similar",
    "check_table",
    "choices_for",
    "cost_rows",
    "cost_table",
    "costs_of",
    "feasibility",
    "first_steps",
    "likeness",
    "links",
    "listing",
    "may_publish",
    "own_proposals",
    "priorities",
    "proposal",
    "public_proposals",
    "rows",
    "sees_weighing",
    "similar",
    "similar_to",
    "slip",
    "sources_by_code",
    "takes",
    "targets_by_code",
    "telling",
    "themes",
    "totals",
]
