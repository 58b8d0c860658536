"""The list of proposals. By date, never by rank."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.contracts.themes import theme_key
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import editions_of
from samenspel.kernel.places.themes import theme_words
from samenspel.stages.proposals import rules
from samenspel.stages.proposals.models import CostLine, Proposal
from samenspel.stages.proposals.states import CostKind, ProposalState

PAGE = 50
TOLD = "told"  # a choice for two states at once: the maker heard it, the answer is still to come


def _sum(kind: CostKind) -> Coalesce:
    lines = CostLine.objects.filter(proposal=OuterRef("pk"), kind=kind).order_by().values("proposal")
    return Coalesce(Subquery(lines.annotate(total=Sum("amount")).values("total")), 0, output_field=BigIntegerField())


def with_totals(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Adds what each takes together: cents, hours and square metres."""
    return rows.annotate(cents=_sum(CostKind.EURO), hours=_sum(CostKind.HOURS), space=_sum(CostKind.SPACE))


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, with what somebody can choose to see."""

    page: Page[Proposal]
    state: str
    theme: str
    themes: tuple[tuple[str, str], ...]
    editions: tuple[Edition, ...]

    @property
    def empty(self) -> bool:
        """Nothing was handed in yet; a choice that finds nothing is something else."""
        return not self.page.paginator.count and not self.filtered

    @property
    def filtered(self) -> bool:
        """Whether the reader chose a part."""
        return bool(self.state or self.theme)


def listing(cycle: Cycle, actor: Actor, *, state: str = "", theme: str = "", page: str = "") -> Listing:
    """The proposals of a round that this reader may see, newest first. Four queries."""
    known = themes(cycle)
    state = state if state in (*ProposalState.values, TOLD) else ""
    theme = theme_key(theme) if theme_key(theme) in dict(known) else ""
    rows = Proposal.objects.filter(rules.visible_to(actor), node__cycle=cycle)
    rows = rows.filter(in_state(state) if state else Q(), Q(theme=theme) if theme else Q())
    rows = with_totals(rows.select_related("person", "party")).order_by("-node__at", "-pk")
    return Listing(Paginator(rows, PAGE).get_page(page), state, theme, known, tuple(editions_of(cycle, "proposals")))


def in_state(state: str) -> Q:
    """The proposals of one choice in the list."""
    both = (ProposalState.PROVISIONAL_YES, ProposalState.PROVISIONAL_NO)
    return Q(state__in=both) if state == TOLD else Q(state=state)


def choices() -> list[tuple[str, str]]:
    """What a reader can choose to see, in the order of the way; a draft is nobody else's."""
    found = [(value, str(label)) for value, label in ProposalState.choices if value != ProposalState.DRAFT]
    told = [value for value, _label in found].index(ProposalState.PROVISIONAL_YES)
    return [*found[:told], (TOLD, _("voorlopig ja of nee: wacht op het antwoord")), *found[told:]]


def themes(cycle: Cycle) -> tuple[tuple[str, str], ...]:
    """The themes that public proposals of this round have: key and name, by name."""
    rows = Proposal.objects.filter(node__cycle=cycle, node__public=True).exclude(theme="")
    keys = rows.order_by("theme").values_list("theme", flat=True).distinct()[:60]
    return tuple(sorted(((key, theme_words(key)) for key in keys), key=lambda pair: pair[1].casefold()))


def public_proposals(cycle: Cycle) -> QuerySet[Proposal]:
    """Everything that was handed in and may be seen, oldest first, with its totals."""
    shown = Proposal.objects.filter(node__cycle=cycle, node__public=True).exclude(state=ProposalState.DRAFT)
    return with_totals(shown.select_related("party", "person")).order_by("pk")


def telling(cycle: Cycle) -> int:
    """The number on the plate of this room: how many proposals were handed in."""
    return Proposal.objects.filter(node__cycle=cycle, node__public=True).count()
