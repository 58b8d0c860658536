"""Forms of the plan: they hand over cleaned data and never save."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.agenda import Priority
from samenspel.contracts.proposals import Proposal
from samenspel.kernel.action.forms import ActionForm, OneOfField, SomeOfField
from samenspel.kernel.cycle.models import Body
from samenspel.kernel.people.models import Duo, Party
from samenspel.ui.forms import DayField, EuroField, LongTextField, ShortTextField

YES_NO = (("yes", _("Ja, we gaan het doen")), ("no", _("Nee, we doen het niet")))
LARGEST = 100_000_000_000  # cents


class OwnersForm(ActionForm):
    """A known pair, or two names."""

    owner = OneOfField(
        label=_("Welk duo trekt dit?"), queryset=Duo.objects.none(), required=False, empty_label=_("Nog niemand")
    )
    resident_name = ShortTextField(
        label=_("Of: naam van een bewoner"), max_length=120, required=False, help_text=_("Vraag het eerst.")
    )
    professional_name = ShortTextField(label=_("En: naam van een professional"), max_length=120, required=False)

    def __init__(self, *args: Any, duos: QuerySet[Duo], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = duos  # type: ignore[attr-defined]


class LineForm(OwnersForm):
    """What will be done, when, with what and by whom."""

    title = ShortTextField(label=_("Hoe heet het, in één zin?"), max_length=200)
    action = LongTextField(
        label=_("Wat gaan we doen?"), help_text=_("Zo gewoon en precies als u kunt."), max_length=4000
    )
    starts = DayField(label=_("Wanneer begint het?"), required=False)
    ends = DayField(label=_("Wanneer is het klaar?"), required=False)
    needs_cents = EuroField(label=_("Hoeveel geld is er nodig?"), required=False, max_cents=LARGEST)
    needs_hours = forms.IntegerField(
        label=_("Hoeveel uren zijn er nodig?"), required=False, min_value=0, max_value=1_000_000
    )
    needs_square_metres = forms.IntegerField(
        label=_("Hoeveel ruimte is er nodig, in m²?"), required=False, min_value=0, max_value=1_000_000
    )
    partners = SomeOfField(
        label=_("Welke partijen doen mee?"), queryset=Party.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    field_order = ("title", "action", "starts", "ends", "needs_cents", "needs_hours", "needs_square_metres")

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"].queryset = parties  # type: ignore[attr-defined]


class DraftForm(LineForm):
    """A new line; who speaks for a party says so."""

    party = OneOfField(
        label=_("Namens welke partij brengt u dit in?"), queryset=Party.objects.none(), required=False,
        empty_label=_("Namens het team van de buurt"),
    )  # fmt: skip

    def __init__(self, *args: Any, spoken_for: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = spoken_for  # type: ignore[attr-defined]
        self.fields["party"].initial = self.actor.party


class ReasonForm(ActionForm):
    """A reason that everybody can read."""

    reason = LongTextField(label=_("Waarom?"), max_length=500, rows=3, help_text=_("Iedereen kan uw reden lezen."))


class PriorityForm(ReasonForm):
    """Which priority of the agenda this answers."""

    priority = forms.ChoiceField(label=_("Bij welke prioriteit hoort dit?"), widget=forms.RadioSelect)
    field_order = ("priority", "reason")

    def __init__(self, *args: Any, priorities: Iterable[Priority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["priority"].choices = [(p.code, p.title) for p in priorities]  # type: ignore[attr-defined]


class ProposalForm(ReasonForm):
    """Which proposal becomes part of the plan."""

    proposal = forms.ChoiceField(label=_("Welk voorstel nemen we op?"))
    field_order = ("proposal", "reason")

    def __init__(self, *args: Any, proposals: Iterable[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposal"].choices = [(p.code, p.title) for p in proposals]  # type: ignore[attr-defined]


class DecideForm(ActionForm):
    """Which body decided what, when and why."""

    body = OneOfField(label=_("Wie besliste?"), queryset=Body.objects.none(), empty_label=None)
    yes = forms.TypedChoiceField(
        label=_("Wat is er besloten?"), choices=YES_NO, widget=forms.RadioSelect, coerce=lambda value: value == "yes"
    )
    reason = LongTextField(label=_("Waarom?"), max_length=1000, rows=3, help_text=_("Iedereen kan de reden lezen."))
    on = DayField(label=_("Wanneer?"), required=False, help_text=_("Leeg is vandaag."))

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]


class ProgressForm(ActionForm):
    """How it goes."""

    text = LongTextField(label=_("Hoe gaat het?"), max_length=4000, help_text=_("Wat lukt, en wat nog niet?"))


class FinishForm(ActionForm):
    """What came of it, in a few words."""

    text = LongTextField(label=_("Wat is er gedaan?"), max_length=4000, required=False)


class StopForm(ActionForm):
    """Why it stops."""

    reason = LongTextField(
        label=_("Waarom stopt dit?"), max_length=1000, rows=3, help_text=_("Iedereen kan uw reden lezen.")
    )
