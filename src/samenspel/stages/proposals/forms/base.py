"""The base of every screen, and costs as people type them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import StepForm
from samenspel.stages.proposals.states import Cost, CostKind
from samenspel.ui.forms import EuroField, ShortTextField


class SureForm(StepForm):
    """Nothing to fill in: only the button."""


class CostFields(StepForm):
    """Some lines: what for, which kind, how much. Empty lines are left out."""

    lines: ClassVar[int] = 4

    def __init__(self, *args: Any, costs: Sequence[Cost] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = range(max(self.lines, len(costs) + 2))
        for row in self.rows:
            self._add(row, costs[row] if row < len(costs) else None)

    def _add(self, row: int, cost: Cost | None) -> None:
        facts = {"number": row + 1}
        self.fields[f"what_{row}"] = ShortTextField(
            label=_("Waarvoor? (regel %(number)s)") % facts, max_length=160, required=False,
            initial=cost.what if cost else "",
        )  # fmt: skip
        self.fields[f"amount_{row}"] = ShortTextField(
            label=_("Hoeveel? (regel %(number)s)") % facts, max_length=24, required=False,
            initial=_as_typed(cost) if cost else "",
        )  # fmt: skip
        self.fields[f"kind_{row}"] = forms.ChoiceField(
            label=_("Wat is het? (regel %(number)s)") % facts, choices=CostKind, required=False,
            initial=cost.kind if cost else CostKind.EURO,
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Read the lines; a wrong one is shown beside its field, the rest stays."""
        given = super().clean() or self.cleaned_data
        self.costs = [cost for row in self.rows if (cost := self._cost(row, given))]
        return given

    def _cost(self, row: int, given: dict[str, Any]) -> Cost | None:
        what, typed = given.get(f"what_{row}", ""), given.get(f"amount_{row}", "")
        if not what and not typed:
            return None
        if not what:
            self.add_error(f"what_{row}", _("Schrijf erbij waarvoor dit is."))
        kind = given.get(f"kind_{row}") or CostKind.EURO
        try:
            return Cost(kind, amount_of(kind, typed), what)
        except ValidationError as error:
            self.add_error(f"amount_{row}", error)
            return None

    def facts(self) -> dict[str, Any]:
        """The lines as one list."""
        rest = {k: v for k, v in super().facts().items() if k.split("_")[0] not in ("what", "amount", "kind")}
        return {**rest, "costs": self.costs}


def _as_typed(cost: Cost) -> str:
    if cost.kind != CostKind.EURO:
        return str(cost.amount)
    return str(EuroField().prepare_value(cost.amount))


def amount_of(kind: str, typed: str) -> int:
    """Cents, hours or square metres from what somebody typed; whole and more than nothing."""
    if not typed:
        raise ValidationError(_("Vul in hoeveel. Weet u het niet zeker? Schat het dan."))
    if kind == CostKind.EURO:
        cents = EuroField(min_cents=1, max_cents=10**12).clean(typed)
        return int(cents)
    bare = typed.lower().replace("uur", "").replace("uren", "").replace("m2", "").replace("m²", "").replace(".", "")
    if bare.strip().startswith(("-", "\u2212")):
        raise ValidationError(_("Dit kan niet minder dan nul zijn. Haal het minteken weg."))
    if not bare.strip().isascii() or not bare.strip().isdigit() or len(bare.strip()) > 9:
        raise ValidationError(_("Vul een heel getal in, zoals 12. Rond het af als dat nodig is."))
    if int(bare) == 0:
        raise ValidationError(_("Vul meer dan nul in, of laat de regel leeg."))
    return int(bare)
