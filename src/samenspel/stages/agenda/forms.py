"""Forms of the agenda. One question per screen; what somebody typed is never lost."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.themes import THEME
from samenspel.kernel.action.forms import OneOfField, StepForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.places.themes import theme_choices, theme_words
from samenspel.stages.agenda.states import BlockState
from samenspel.ui.forms import DayField, LongTextField, ShortTextField

THEME_CHOICES = theme_choices(pgettext_lazy("theme", "Geen thema"))


class DraftForm(StepForm):
    """A first thought about what comes first."""

    heading = _("Wat moet eerst?")
    lead = _("Schrijf het op zoals u het zou zeggen. Alleen de redactie ziet dit nog.")
    submit = _("Bewaar het concept")

    title = ShortTextField(label=_("In een paar woorden"), max_length=120, help_text=_("Bijvoorbeeld: schone straten."))
    theme = forms.ChoiceField(label=pgettext_lazy("field", "Thema"), choices=THEME_CHOICES, required=False)
    statement = LongTextField(
        label=_("Wat willen wij?"), max_length=5000, rows=4, required=False,
        help_text=_("Eén of twee zinnen. Schrijf geen namen van mensen op."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = str(self.initial.get("theme") or "")
        if own and own not in THEME:  # a theme of this place itself is kept
            self.fields["theme"].choices = [*THEME_CHOICES, (own, theme_words(own))]  # type: ignore[attr-defined]


class DescribeForm(DraftForm):
    """All words of a priority, the four questions included."""

    heading = _("De tekst van de prioriteit")
    lead = _("U hoeft niet alles in te vullen. Wat leeg blijft, bespreekt de buurt later.")
    submit = _("Bewaar de tekst")

    going_well = LongTextField(label=_("Wat gaat al goed?"), max_length=2000, rows=3, required=False)
    ourselves = LongTextField(label=_("Wat kunnen wij het beste zelf?"), max_length=2000, rows=3, required=False)
    little_help = LongTextField(label=_("Wat lukt met een beetje hulp?"), max_length=2000, rows=3, required=False)
    professionals = LongTextField(
        label=_("Waar zijn professionals voor nodig?"), max_length=2000, rows=3, required=False
    )
    stop = LongTextField(
        label=_("Waar mogen professionals mee stoppen?"), max_length=2000, rows=3, required=False,
        help_text=_("Iets wat de buurt ook zelf kan."),
    )  # fmt: skip


class SureForm(StepForm):
    """Nothing to fill in: only the button."""


class OpenForm(SureForm):
    """Lay it open."""

    heading = _("Aan de buurt voorleggen?")
    lead = _("Iedereen kan de prioriteit daarna lezen en er iets van vinden.")
    submit = _("Leg dit voor")


class ReasonedForm(StepForm):
    """A decision with its reason."""

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


class ReopenForm(ReasonedForm):
    """Look at it again."""

    heading = _("Opnieuw voorleggen?")
    lead = _("De prioriteit komt weer op de agenda te staan, zonder besluit.")
    submit = _("Leg dit opnieuw voor")


class AsideForm(ReasonedForm):
    """Not now."""

    heading = _("Waarom kiezen wij dit nu niet?")
    lead = _("De prioriteit blijft te lezen, met uw reden erbij. Later kan hij terugkomen.")
    submit = _("Kies dit nu niet")


class AdoptForm(ReasonedForm):
    """Adopt, with reason, parties and day."""

    heading = _("Waarom nemen wij dit aan?")
    lead = _("Hierna moet het plan een antwoord geven op deze prioriteit.")
    submit = _("Neem dit aan")

    adopted_by = ShortTextField(
        label=_("Wie zeiden ja?"), max_length=500, required=False,
        help_text=_("Noem partijen of aantallen. Bijvoorbeeld: de buurtvergadering, 42 mensen."),
    )  # fmt: skip
    adopted_on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class RankForm(StepForm):
    """Another place on the agenda."""

    heading = _("Welke plaats krijgt dit?")
    lead = _("De andere prioriteiten schuiven op.")
    submit = _("Geef deze plaats")

    rank = forms.IntegerField(
        label=pgettext_lazy("field", "Plaats"), min_value=1, max_value=500, help_text=_("1 is wat het eerst moet.")
    )


class DuoForm(StepForm):
    """Two people who carry it."""

    heading = _("Wie zijn de trekkers?")
    lead = _("Eén uit de buurt en één van een organisatie. Vraag eerst of hun naam erbij mag staan.")
    submit = _("Bewaar de trekkers")

    resident_name = ShortTextField(label=_("Wie uit de buurt?"), max_length=120)
    professional_name = ShortTextField(label=_("Wie van een organisatie?"), max_length=120)
    professional_party = OneOfField(
        label=_("Van welke organisatie?"), queryset=None, required=False, empty_label=_("Dat weet ik niet")
    )

    def __init__(self, *args: Any, parties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["professional_party"].queryset = parties  # type: ignore[attr-defined]


class ReasonsForm(StepForm):
    """Tick what is a reason, or type a code."""

    heading = _("Waarom moet dit eerst?")
    lead = _("Kies cijfers, verhalen en wat er is opgehaald. Samen dragen zij de prioriteit.")
    submit = _("Voeg deze redenen toe")
    groups: ClassVar[dict[str, Words]] = {
        "heard": _("Wat mensen zeiden"),
        "figures": _("Wat er is geteld"),
        "stories": _("Wat er is verteld"),
        "lessons": _("Wat wij de vorige ronde leerden"),
    }

    reason = ShortTextField(
        label=_("Waarom is dit een reden?"), max_length=500,
        help_text=_("Eén zin. Bijvoorbeeld: veel mensen hebben moeite met rondkomen."),
    )  # fmt: skip
    typed = ShortTextField(
        label=_("Of typ een code"), max_length=200, required=False,
        help_text=_("Staat het er niet bij? Typ de code, zoals VH-7K4R. Meer codes mag, met een komma."),
    )  # fmt: skip

    def __init__(self, *args: Any, suggestions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heard = dict(suggestions.heard_codes)
        for name, label in self.groups.items():
            if choices := getattr(suggestions, name):
                self.fields[name] = forms.MultipleChoiceField(
                    label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
                )
        self.order_fields([*self.groups, "typed", "reason"])

    def facts(self) -> dict[str, Any]:
        """All chosen and typed codes as one list."""
        given = self.cleaned_data
        codes = [code for name in ("figures", "stories", "lessons") for code in given.get(name, ())]
        codes += [code for theme in given.get("heard", ()) for code in self.heard.get(theme, ())]
        codes += [part.strip() for part in given["typed"].replace(";", ",").split(",") if part.strip()]
        return {"codes": codes, "reason": given["reason"]}


class DissentForm(StepForm):
    """What somebody sees otherwise."""

    heading = _("Wat ziet u anders?")
    lead = _("Uw woorden komen bij de prioriteit te staan. Iedereen kan ze lezen. Uw naam hoeft er niet bij.")
    submit = _("Zet dit erbij")

    words = LongTextField(label=_("Ik denk er zo over"), max_length=2000, rows=4)
    said_by = ShortTextField(
        label=_("Wie zegt dit?"), max_length=160, required=False,
        help_text=_("Mag leeg. Dan staat er: een bewoner."),
    )  # fmt: skip


class HideForm(ReasonedForm):
    """Take away words."""

    heading = _("Waarom haalt u dit weg?")
    lead = _("De woorden zijn daarna niet meer te lezen. Uw reden staat in het logboek.")
    submit = _("Haal dit weg")


class TakeBackForm(SureForm):
    """Take back your own words."""

    heading = _("Uw woorden terugnemen?")
    lead = _("Uw woorden zijn daarna weg, ook voor ons. U hoeft niet te zeggen waarom.")
    submit = _("Neem ze terug")


class BlockForm(StepForm):
    """How far a building block is."""

    submit = _("Bewaar dit")

    progress = forms.ChoiceField(label=_("Hoe ver zijn wij?"), choices=BlockState, widget=forms.RadioSelect)
    note = ShortTextField(label=_("Wat deden wij?"), max_length=300, required=False)
