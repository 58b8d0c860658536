"""Forms about amounts: filters, sources, files, lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.plan import PlanLine
from samenspel.kernel.action.forms import ActionForm, OneOfField
from samenspel.kernel.people.models import Party
from samenspel.stages.budget.models import BudgetSource
from samenspel.stages.budget.states import BudgetStage, Confidence
from samenspel.ui.forms import EuroField, LongTextField, PlainForm, ShortTextField

LARGEST = 100_000_000_000_00  # cents
ANY = [("", pgettext_lazy("filter", "Alles"))]


def _year(label: Any, *, required: bool = True, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1900, max_value=2200, required=required, help_text=help_text)


def _euro(label: Any, *, required: bool = False, help_text: Any = "") -> EuroField:
    return EuroField(label=label, required=required, max_cents=LARGEST, help_text=help_text)


def web_field(label: Any) -> ShortTextField:
    return ShortTextField(label=label, max_length=500, required=False, help_text=_("Een webadres, met https://."))


class FilterForm(PlainForm):
    """Which grants to see; only what is there can be chosen."""

    jaar = forms.ChoiceField(label=pgettext_lazy("filter", "Jaar"), required=False)
    regeling = forms.ChoiceField(label=pgettext_lazy("filter", "Regeling"), required=False)
    zekerheid = forms.ChoiceField(label=_("Hoe zeker?"), choices=[*ANY, *Confidence.choices], required=False)

    def __init__(self, *args: Any, years: Iterable[int], schemes: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jaar"].choices = [*ANY, *((str(y), str(y)) for y in years)]  # type: ignore[attr-defined]
        self.fields["regeling"].choices = [*ANY, *((s, s) for s in schemes)]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """The filter as the query takes it."""
        given = self.cleaned_data
        return {
            "year": int(given["jaar"]) if given["jaar"] else None, "scheme": given["regeling"],
            "confidence": given["zekerheid"],
        }  # fmt: skip


class SourceForm(ActionForm):
    """A document, and whose it is."""

    public_body = ShortTextField(label=_("Van wie is het?"), max_length=160, help_text=_("Bijvoorbeeld: de gemeente."))
    document = ShortTextField(label=_("Welk stuk is het?"), max_length=160)
    stage = forms.ChoiceField(label=_("Hoe ver is dit geld?"), choices=BudgetStage.choices)
    year = _year(_("Over welk jaar gaat het?"), required=False, help_text=_("Leeg: meer jaren."))
    licence = ShortTextField(label=_("Onder welke licentie?"), max_length=80, required=False)
    url = web_field(_("Waar staat het?"))
    note = ShortTextField(label=_("Wat moeten mensen weten?"), max_length=500, required=False)
    total_cents = _euro(_("Welk totaal noemt het stuk zelf?"), help_text=_("Dan kijken wij of onze som klopt."))


class FileForm(ActionForm):
    """A file with rows."""

    file = forms.FileField(label=_("Het bestand"), help_text=_("Een tabel als csv, ods of xlsx."))

    def facts(self) -> dict[str, Any]:
        """The bytes of the file instead of the file."""
        given = super().facts()
        sent = given.pop("file")
        return {**given, "content": sent.read()}


class GrantsForm(FileForm, SourceForm):
    """Grants from a register or from a list of one's own."""

    field_order = ("file", "public_body", "document")


class TaskFieldsForm(FileForm):
    """What the whole municipality plans and spends."""

    licence = ShortTextField(label=_("Onder welke licentie?"), max_length=80, required=False)
    url = web_field(_("Waar staat het?"))


class ResidentsForm(ActionForm):
    """How many people live here."""

    year = _year(_("In welk jaar?"))
    residents = forms.IntegerField(label=_("Hoeveel mensen wonen hier?"), min_value=1, max_value=100_000_000)
    source = ShortTextField(label=_("Wie heeft ze geteld?"), max_length=200, help_text=_("Bijvoorbeeld: CBS."))


class AmountForm(ActionForm):
    """An amount with its range and how sure it is."""

    cents = _euro(_("Hoeveel is het?"))
    low_cents = _euro(pgettext_lazy("amount", "Minstens"), help_text=_("Alleen als u het niet precies weet."))
    high_cents = _euro(pgettext_lazy("amount", "Hoogstens"))
    confidence = forms.ChoiceField(label=_("Hoe zeker is het?"), choices=Confidence.choices)
    method = ShortTextField(
        label=_("Hoe is het gerekend?"), max_length=300, help_text=_("Zo dat een ander het kan nadoen.")
    )


class RecordForm(AmountForm):
    """Money that matters."""

    title = ShortTextField(label=_("Waar is dit geld voor?"), max_length=200)
    source = OneOfField(label=_("Waar staat het?"), queryset=BudgetSource.objects.none(), empty_label=None)
    year = _year(pgettext_lazy("field of form", "Jaar"))
    stage = forms.ChoiceField(label=_("Hoe ver is dit geld?"), choices=BudgetStage.choices)
    scheme = forms.ChoiceField(
        label=_("Of neem de som van een regeling"), required=False, help_text=_("Laat het bedrag dan leeg.")
    )
    regular = forms.BooleanField(label=_("Dit komt elk jaar terug"), required=False)
    until_year = _year(_("Tot en met welk jaar?"), required=False)
    free = forms.BooleanField(label=_("De buurt kan hier nog over meepraten"), required=False)
    decides = ShortTextField(label=_("Wie beslist erover?"), max_length=200, required=False)
    owner = OneOfField(
        label=_("Van welke partij is dit cijfer?"), queryset=Party.objects.none(), required=False,
        help_text=_("Die partij mag het verbeteren."),
    )  # fmt: skip
    field_order = ("title", "source", "year", "stage", "cents", "scheme", "low_cents", "high_cents", "confidence")

    def __init__(
        self, *args: Any, sources: QuerySet[BudgetSource], schemes: Iterable[str], parties: QuerySet[Party],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = sources  # type: ignore[attr-defined]
        self.fields["owner"].queryset = parties  # type: ignore[attr-defined]
        self.fields["scheme"].choices = [("", _("Geen regeling")), *((s, s) for s in schemes)]  # type: ignore[attr-defined]


class ReasonForm(ActionForm):
    """A reason that everybody can read."""

    reason = LongTextField(label=_("Waarom?"), max_length=500, rows=3, help_text=_("Iedereen kan uw reden lezen."))


class CorrectForm(AmountForm, ReasonForm):
    """The right amount, and why the other was wrong."""

    cents = _euro(_("Hoeveel is het?"), required=True)
    method = ShortTextField(label=_("Hoe is het gerekend?"), max_length=300, required=False)
    field_order = ("cents", "low_cents", "high_cents", "confidence", "method", "reason")


class PayForm(ReasonForm):
    """Which line of the plan this money pays."""

    plan_line = forms.ChoiceField(label=_("Welke planregel betaalt dit?"))
    field_order = ("plan_line", "reason")

    def __init__(self, *args: Any, lines: Iterable[PlanLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(line.code, f"{line.number}. {line.title}") for line in lines]
        self.fields["plan_line"].choices = choices  # type: ignore[attr-defined]
