"""Forms of a file with figures: bring it, and take back what was read from it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import StepForm
from samenspel.ui.forms import ShortTextField


class FileForm(StepForm):
    """Bring a file with figures."""

    heading = _("Cijfers inlezen")
    lead = _("Kies een bestand. Daarna ziet u eerst wat wij erin lezen. Er telt nog niets mee.")
    submit = _("Bekijk dit bestand")

    file = forms.FileField(
        label=_("Bestand met cijfers"),
        help_text=_("Een spreadsheet (csv, xlsx of ods), json of geojson. Het mag hooguit 20 MB groot zijn."),
    )

    def facts(self) -> dict[str, Any]:
        """The name and the content of the file."""
        sent = self.cleaned_data["file"]
        return {"name": str(sent.name or ""), "data": sent.read()}


class WithdrawTableForm(StepForm):
    """Take back what was read in."""

    heading = _("Deze cijfers weer weghalen?")
    lead = _("Wat er eerst stond, komt terug. Een cijfer dat als reden is gebruikt, blijft staan.")
    submit = _("Haal weg")

    reason = ShortTextField(label=_("Waarom haalt u ze weg?"), max_length=300)
