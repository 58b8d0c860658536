"""Forms about questions with a clock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.questions.states import QuestionKind, RuleVerdict
from samenspel.kernel.action.forms import ActionForm, OneOfField
from samenspel.kernel.action.steps import Question, Steps
from samenspel.kernel.people.models import Party
from samenspel.stages.budget.forms.money import ANY, ReasonForm, web_field
from samenspel.ui.forms import ContactField, DayField, LongTextField, PlainForm, ShortTextField

SATISFIED = (("yes", _("Ja, dit is een goed antwoord")), ("no", _("Nee, ik wacht op een beter antwoord")))


class KindForm(PlainForm):
    """Which questions to see."""

    soort = forms.ChoiceField(
        label=pgettext_lazy("filter", "Soort"), choices=[*ANY, *QuestionKind.choices], required=False
    )


ABOUT_YOU = (_("Wie wil het weten?"), ("party", "name", "contact", "show_name"))


class RuleForm(Steps):
    """A rule, a form or a condition that blocks people. No account is needed."""

    questions: ClassVar[Sequence[Question]] = (
        (_("Welke regel zit in de weg?"), ("title", "body")),
        (_("Van wie is de regel?"), ("addressee", "addressee_name", "document")),
        ABOUT_YOU,
    )

    title = ShortTextField(label=_("Welke regel zit in de weg?"), max_length=200)
    body = LongTextField(label=_("Wat lukt daardoor niet?"), help_text=_("Vertel wat u wilde doen."))
    addressee = OneOfField(
        label=_("Van wie is de regel?"),
        queryset=Party.objects.none(),
        required=False,
        empty_label=_("Staat er niet bij"),
    )
    addressee_name = ShortTextField(label=_("Of schrijf op van wie"), max_length=160, required=False)
    document = web_field(_("Waar staat de regel?"))
    party = OneOfField(
        label=_("Vraagt u dit namens een groep?"), queryset=Party.objects.none(), required=False,
        empty_label=_("Nee, voor mijzelf"),
    )  # fmt: skip
    name = ShortTextField(label=_("Uw naam"), max_length=120, required=False)
    contact = ContactField(
        label=_("Hoe bereiken wij u met het antwoord?"), max_length=200, required=False,
        help_text=_("Dit wordt niet openbaar."),
    )  # fmt: skip
    show_name = forms.BooleanField(label=_("Mijn naam mag erbij staan"), required=False)

    def __init__(self, *args: Any, parties: QuerySet[Party], spoken_for: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressee"].queryset = parties  # type: ignore[attr-defined]
        if "party" in self.fields:
            self.fields["party"].queryset = spoken_for  # type: ignore[attr-defined]

    def _screens(self) -> list[Question]:
        if self.actor.person is None:
            del self.fields["party"]
        elif "channel" not in self.fields:  # we know who asks, and where to send the answer
            del self.fields["name"], self.fields["contact"]
        return super()._screens()


class AskForm(RuleForm):
    """A question with a clock. No account is needed."""

    questions = (
        (_("Wat wilt u weten?"), ("title", "body")),
        (_("Waar gaat het over?"), ("kind",)),
        (_("Wie moet dit weten?"), ("addressee", "addressee_name")),
        (_("Tot slot: wanneer, en waarbij?"), ("due", "document")),
        ABOUT_YOU,
    )

    title = ShortTextField(label=_("Uw vraag in één zin"), max_length=200)
    body = LongTextField(label=_("Waarom wilt u dit weten?"))
    kind = forms.ChoiceField(
        label=_("Wat voor vraag is het?"), initial=QuestionKind.BUDGET, widget=forms.RadioSelect,
        choices=[c for c in QuestionKind.choices if c[0] != QuestionKind.RULE],
    )  # fmt: skip
    addressee = OneOfField(
        label=_("Aan wie vraagt u het?"), queryset=Party.objects.none(), required=False,
        empty_label=_("Staat er niet bij"),
    )  # fmt: skip
    addressee_name = ShortTextField(label=_("Of schrijf de naam op"), max_length=160, required=False)
    due = DayField(
        label=_("Wanneer wilt u het antwoord?"), required=False, not_before_today=True,
        help_text=_("Leeg: over zes weken."),
    )  # fmt: skip
    document = web_field(_("Hoort er een stuk bij?"))


class AnswerForm(ActionForm):
    """An answer with its reason, from somebody with a name."""

    verdict = forms.ChoiceField(
        label=_("Wat voor antwoord is het?"), choices=RuleVerdict.choices, widget=forms.RadioSelect
    )
    text = LongTextField(label=_("Het antwoord, met de reden"), max_length=8000)
    name = ShortTextField(label=_("Uw naam en functie"), max_length=160, help_text=_("Dit staat bij het antwoord."))
    document = web_field(_("Hoort er een stuk bij?"))

    def __init__(self, *args: Any, about_rule: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not about_rule:
            del self.fields["verdict"]
        self.fields["name"].initial = self.actor.name


class JudgeForm(ActionForm):
    """Will the answer do?"""

    satisfied = forms.TypedChoiceField(
        label=_("Bent u tevreden met het antwoord?"), choices=SATISFIED, widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    words = LongTextField(label=_("Wilt u er iets bij zeggen?"), max_length=2000, rows=3, required=False)


class ForwardForm(ReasonForm):
    """Whose task it is instead."""

    to = OneOfField(label=_("Wie gaat hierover?"), queryset=Party.objects.none(), empty_label=None)
    field_order = ("to", "reason")

    def __init__(self, *args: Any, parties: QuerySet[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = parties  # type: ignore[attr-defined]
