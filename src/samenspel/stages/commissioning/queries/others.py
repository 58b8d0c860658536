"""The plans without money: what holds for all of them is said once, the rest in a table."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.kernel.journal.clock import today
from samenspel.stages.commissioning.models import Call
from samenspel.stages.commissioning.queries.result import Row as Line
from samenspel.ui.figures import Cell
from samenspel.ui.numbers import euro

SOON = timedelta(days=30)  # this long makers may hear it first from a person


def before_others(call: Call, rows: Sequence[Line]) -> list[str]:
    """What holds for every plan without money, said once before the list."""
    if not rows:
        return []
    why = [_("Er was nog %(left)s. Deze plannen kosten meer.") % {"left": euro(rows[0].left)}] if alike(rows) else []
    if all(row.next_step for row in rows):
        words = _(
            "Deze plannen staan op alfabet, zonder plek. Bij elk plan hoort een volgende stap. "
            "Elk plan is welkom in de volgende ronde."
        )
        return [words, *why]
    words = _("Deze plannen staan op alfabet, zonder plek. Elk plan is welkom in de volgende ronde.")
    return [words, _silence(call, rows), *why]


def _silence(call: Call, rows: Sequence[Line]) -> str:
    """A silence that lasts is no promise any more."""
    if not (call.decided_on and today() - call.decided_on > SOON):
        return _("De makers van een plan horen eerst van een mens wat wel kan. Daarna staat het hier.")
    if any(row.next_step for row in rows):
        return _("Staat er bij een plan geen volgende stap? Vraag ernaar bij de balie.")
    return _("Bij deze plannen is nog geen volgende stap opgeschreven. Vraag ernaar bij de balie.")


def alike(rows: Sequence[Line]) -> bool:
    """Whether one sentence says why none of these got money."""
    return {(row.code, row.left, row.euro_needed is None) for row in rows} == {("does_not_fit", rows[0].left, False)}


def next_step(row: Line) -> Cell:
    """What can be done; invented steps say so."""
    invented = row.next_step and (row.node.example or row.node.place.demo)
    return Cell(row.next_step, sub=pgettext("word", "voorbeeld") if invented else "")
