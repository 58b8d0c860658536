"""Money, promises and rules in the way, across rooms and rounds."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.kernel.cycle import queries as cycles
from samenspel.kernel.money import queries as books
from samenspel.stages.budget import queries as budget
from samenspel.stages.pact import queries as pact
from samenspel.ui.figures import Bar, BarChart, Row
from samenspel.ui.numbers import euro


def money_page(place: Any) -> dict[str, Any]:
    """The neighbourhood's own accounts, its last movements, and the grants by year."""
    grants = budget.money(place)
    cycle = cycles.current_cycle(place)
    return {
        "balances": books.balances(place.pk),
        "transactions": books.recent_transactions(place.pk, 20),
        "grants": grants,
        "chart": BarChart(
            title=_("Subsidies per jaar die zeker voor deze buurt waren"),
            bars=[Bar(str(y.year), y.sure_cents // 100, euro(y.sure_cents)) for y in reversed(grants.years)],
            unit="€",
            room=6,
        ),
        "room_url": reverse("budget:index", args=[place.slug, cycle.slug]) if cycle else "",
    }


def promises_page(place: Any) -> dict[str, Any]:
    """Who promised what, party by party, over all rounds."""
    board = pact.promises_of(place)
    cycle = None if board.commitments else cycles.current_cycle(place)
    pact_url = reverse("pact:index", args=[place.slug, cycle.slug]) if cycle else ""
    return {"board": board, "rows": pact.rows_of(board.commitments), "pact_url": pact_url}


def where_to_ask(place: Any) -> str:
    """Where somebody says that a rule is in the way; nowhere without a round."""
    cycle = cycles.current_cycle(place)
    return reverse("budget:ask_rule", args=[place.slug, cycle.slug]) if cycle else ""


def rule_rows(found: Iterable[Any]) -> list[Row]:
    """Rules in the way as rows: what blocks, who answers, by when, and what they said."""
    return [
        Row(
            title=q.title,
            url=q.get_absolute_url(),
            kicker=q.addressee.name if q.addressee else q.addressee_name,
            when=_("antwoord uiterlijk %(day)s") % {"day": date_format(q.due, "j F Y")},
            state="late" if q.is_overdue else ("done" if q.answered_on else "open"),
            state_label=_("te laat") if q.is_overdue else q.get_state_display(),
            code=q.code,
        )
        for q in found
    ]
