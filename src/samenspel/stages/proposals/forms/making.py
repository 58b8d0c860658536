"""Forms of makers: hand in, amend, costs, where it comes from, stepping back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.themes import THEME
from samenspel.kernel.action.forms import StepForm
from samenspel.kernel.action.steps import Question, Steps
from samenspel.kernel.places.themes import theme_choices, theme_words
from samenspel.stages.proposals.forms.base import CostFields, SureForm, amount_of
from samenspel.stages.proposals.states import Cost, CostKind
from samenspel.ui.forms import ContactField, LongTextField, ShortTextField

THEME_CHOICES = theme_choices(pgettext_lazy("theme", "Geen thema"))
LONGEST = 30_000  # characters: three thousand words fit


class WordsForm(StepForm):
    """The words of a proposal."""

    title = ShortTextField(
        label=_("Hoe heet uw voorstel?"), max_length=120, help_text=_("Een paar woorden. Bijvoorbeeld: samen koken.")
    )
    text = LongTextField(
        label=_("Wat wilt u doen?"), max_length=LONGEST, rows=8, help_text=_("Schrijf of plak uw tekst.")
    )
    summary = LongTextField(
        label=_("Kunt u dat in één of twee zinnen zeggen?"), max_length=300, rows=2, required=False,
        help_text=_("Dit komt in openbare lijsten. Schrijf hier geen namen van mensen op."),
    )  # fmt: skip
    theme = forms.ChoiceField(label=pgettext_lazy("field", "Thema"), choices=THEME_CHOICES, required=False)
    where = ShortTextField(label=_("Op welke plek?"), max_length=160, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = str(self.initial.get("theme") or "")
        if own and own not in THEME:  # a theme of this place itself is kept
            self.fields["theme"].choices = [*THEME_CHOICES, (own, theme_words(own))]  # type: ignore[attr-defined]


class HandInForm(Steps, WordsForm):
    """Everything a proposal starts with; only two fields have to be filled in."""

    lead = _("U hoeft niet in te loggen. Alleen een naam voor het voorstel en uw plan zijn nodig.")
    submit = _("Lever het voorstel in")
    questions = (
        (_("Wat is uw plan?"), ("title", "text")),
        (_("Waar gaat het over?"), ("summary", "theme", "where", "priority")),
        (_("Wat is er nodig? Weet u het nog niet? Sla dit dan over."), ("cost_euro", "cost_hours", "cost_m2")),
        (_("Wilt u uw naam zeggen?"), ("name", "contact", "show_name")),
    )

    priority = forms.ChoiceField(label=_("Hoort het bij iets van de buurtagenda?"), required=False)
    cost_euro = ShortTextField(
        label=_("Hoeveel euro?"), max_length=24, required=False, help_text=_("Alles samen. Een schatting is goed.")
    )
    cost_hours = ShortTextField(label=_("Hoeveel uur werk?"), max_length=24, required=False)
    cost_m2 = ShortTextField(label=_("Hoeveel vierkante meter ruimte?"), max_length=24, required=False)
    name = ShortTextField(
        label=_("Hoe heet u?"), max_length=120, required=False,
        help_text=_("Mag leeg. Dan kunnen wij u het antwoord niet zelf vertellen."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen wie u antwoord geeft, ziet dit."),
    )  # fmt: skip
    show_name = forms.BooleanField(label=_("Mijn naam mag op de pagina staan"), required=False)
    anyway = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1)

    def __init__(self, *args: Any, priorities: Any, **kwargs: Any) -> None:
        self.priorities = list(priorities.choices)
        super().__init__(*args, **kwargs)

    def _screens(self) -> list[Question]:
        if self.priorities:
            none = [("", _("Nee, of dat weet ik niet"))]
            self.fields["priority"].choices = none + self.priorities  # type: ignore[attr-defined]
        else:
            del self.fields["priority"]
        if self.actor.person is not None and "on_behalf_of" not in self.fields:
            del self.fields["name"], self.fields["contact"]
        return super()._screens()

    def clean(self) -> dict[str, Any]:
        """Read what it takes; a wrong amount is shown beside its field, the rest stays."""
        given = super().clean() or self.cleaned_data
        self.costs = []
        for kind in CostKind.values:
            typed = given.get(f"cost_{kind}", "")
            try:
                self.costs += [Cost(kind, amount_of(kind, typed), __("Alles samen, geschat"))] if typed else []
            except ValidationError as error:
                self.add_error(f"cost_{kind}", error)
        return given

    def facts(self) -> dict[str, Any]:
        """Costs as lines; without the sign that the person saw what looks like it."""
        rest = {k: v for k, v in super().facts().items() if k != "anyway" and not k.startswith("cost_")}
        return {**rest, "costs": self.costs}


class DraftForm(WordsForm):
    """The words only, to go on with later."""

    heading = _("Een concept maken")
    lead = _("Alleen u ziet dit. U levert het in als u het goed genoeg vindt.")
    submit = _("Bewaar het concept")

    show_name = forms.BooleanField(label=_("Mijn naam mag straks op de pagina staan"), required=False)


class AmendForm(WordsForm):
    """The same words again."""

    heading = _("Het voorstel aanpassen")
    submit = _("Bewaar de tekst")


class CostsForm(CostFields):
    """What it takes."""

    heading = _("Wat is er nodig?")
    lead = _("Geld, tijd en ruimte tellen allemaal. Een schatting is goed. Lege regels tellen niet mee.")
    submit = _("Bewaar de kosten")


class HandInDraftForm(SureForm):
    """The draft is good enough."""

    heading = _("Uw concept inleveren?")
    lead = _("Iedereen kan het daarna lezen. U kunt het nog aanpassen.")
    submit = _("Lever het in")


class WithdrawForm(SureForm):
    """Stepping back."""

    heading = _("Lukt het nu niet?")
    lead = _("Dat mag, en u hoeft niet te zeggen waarom. Het voorstel blijft te lezen.")
    submit = _("Het lukt nu niet")


class AnswerForm(StepForm):
    """What it answers."""

    heading = _("Waar komt dit voorstel uit?")
    lead = _("Zo kan iedereen zien welke prioriteit of bijdrage hiertoe leidde.")
    submit = _("Koppel dit")

    priorities = forms.MultipleChoiceField(
        label=_("Prioriteiten van de buurtagenda"), required=False, widget=forms.CheckboxSelectMultiple
    )
    typed = ShortTextField(
        label=_("Of typ een code"),
        max_length=200,
        required=False,
        help_text=_("Zoals HP-7K4R. Meer mag, met een komma."),
    )
    reason = ShortTextField(label=_("Waarom hoort dit bij elkaar?"), max_length=500)

    def __init__(self, *args: Any, priorities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if priorities.choices:
            self.fields["priorities"].choices = priorities.choices  # type: ignore[attr-defined]
        else:
            del self.fields["priorities"]

    def facts(self) -> dict[str, Any]:
        """All codes as one list."""
        given = self.cleaned_data
        typed = [part.strip() for part in given["typed"].replace(";", ",").split(",") if part.strip()]
        return {"codes": [*given.get("priorities", ()), *typed], "reason": given["reason"]}
