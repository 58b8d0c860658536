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
    sources_by_code,
    targets_by_code,
    totals,
)
from samenspel.stages.proposals.queries.personal import own_proposals
from samenspel.stages.proposals.queries.similar import Similar, likeness, similar

__all__ = [
    "Links",
    "Listing",
    "Priorities",
    "Similar",
    "choices_for",
    "cost_rows",
    "feasibility",
    "likeness",
    "links",
    "listing",
    "own_proposals",
    "priorities",
    "proposal",
    "public_proposals",
    "similar",
    "sources_by_code",
    "targets_by_code",
    "telling",
    "themes",
    "totals",
]
