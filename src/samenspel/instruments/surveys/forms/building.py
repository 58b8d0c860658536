"""Forms of who makes a survey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.surveys.queries import earlier_waves, form_of, populations_of, say
from samenspel.instruments.surveys.rules.questionnaire import REMARK, Asked
from samenspel.instruments.surveys.rules.ready import BACKGROUND, READY
from samenspel.instruments.surveys.states import Audience, ItemKind, Section
from samenspel.kernel.action.forms import OneOfField, StepForm
from samenspel.kernel.places.themes import theme_choices
from samenspel.ui.forms import DayField, LongTextField, ShortTextField

Known = Mapping[str, Mapping[int, int]]
MOST_PEOPLE = 20_000_000
READY_CHOICES = [(key, Section(key).label) for key in READY]
OWN_SECTIONS = [(s.value, s.label) for s in Section if s != Section.ABOUT]


class SettingsForm(StepForm):
    """Who is asked what, and until when."""

    heading = _("Wie vraagt u, en tot wanneer?")
    field_order = ("title", "period", "audience", "previous", "themes", "intro", "until", "population")

    title = ShortTextField(
        label=_("Naam van de enquête"), max_length=120, help_text=_("Bijvoorbeeld: Hoe woont u in onze buurt?")
    )
    period = ShortTextField(label=_("Jaar of periode"), max_length=20, help_text=_("Staat bij de uitkomst: 2026."))
    audience = forms.ChoiceField(
        label=_("Wie wilt u vragen?"), choices=Audience, widget=forms.RadioSelect, initial=Audience.ALL,
        help_text=_("Alleen bij een steekproef kunt u zeggen hoe zeker een cijfer is."),
    )  # fmt: skip
    intro = LongTextField(
        label=_("Waarom vraagt u dit? Wat gebeurt ermee?"), required=False, max_length=1000, rows=4,
    )  # fmt: skip
    until = DayField(label=_("Tot en met welke dag?"), required=False)
    population = forms.IntegerField(
        label=_("Hoeveel mensen had u kunnen vragen?"), required=False, min_value=1, max_value=MOST_PEOPLE,
        help_text=_("Alle bewoners van 15 jaar en ouder. Bij het buurtprofiel staat hoeveel het er zijn."),
    )  # fmt: skip


class StartForm(SettingsForm):
    """Begin a survey."""

    heading = _("Een enquête maken")
    lead = _("Er staan vragen klaar, in vijf groepen. Eigen vragen zet u er daarna bij.")
    submit = _("Maak de vragenlijst")

    previous = OneOfField(
        label=_("Vraagt u dit opnieuw?"), queryset=None, required=False, empty_label=_("Nee, dit is de eerste keer"),
        help_text=_("Kies de vorige meting: dan neemt u die vragen over, en ziet u later wat er veranderde."),
    )  # fmt: skip
    themes = forms.MultipleChoiceField(
        label=_("Welke vragen wilt u gebruiken?"), choices=READY_CHOICES, required=False,
        widget=forms.CheckboxSelectMultiple, initial=tuple(READY),
    )  # fmt: skip

    def __init__(self, *args: Any, cycle: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["previous"].queryset = earlier_waves(cycle)  # type: ignore[attr-defined]


class ItemForm(StepForm):
    """A question of the neighbourhood's own."""

    heading = _("Een vraag van uw buurt")
    lead = _("Vraag één ding tegelijk, in korte zinnen.")
    fieldsets: ClassVar[Sequence[Any]] = (
        ("", ("text", "kind", "choices", "section", "theme")),
        (_("Niet voor iedereen?"), ("only_if", "only_values")),
        (_("In andere talen"), ("words_en", "words_ar", "words_tr")),
    )

    text = ShortTextField(label=_("De vraag"), max_length=300)
    kind = forms.ChoiceField(
        label=_("Wat voor antwoord?"), choices=ItemKind, widget=forms.RadioSelect, initial=ItemKind.MARK
    )
    choices = LongTextField(
        label=_("De antwoorden om uit te kiezen"), required=False, rows=4, max_length=2000,
        help_text=_("Elk antwoord op een eigen regel. Alleen bij ‘kies’."),
    )  # fmt: skip
    section = forms.ChoiceField(label=_("Onder welk kopje?"), choices=OWN_SECTIONS, initial=Section.OWN)
    theme = forms.ChoiceField(
        label=_("Bij welk thema van het profiel?"), choices=theme_choices(_("Bij geen thema")), required=False
    )
    only_if = forms.ChoiceField(label=_("Alleen vragen na deze vraag"), required=False)
    only_values = ShortTextField(
        label=_("En alleen bij deze antwoorden"), required=False, max_length=60,
        help_text=_("Een cijfer of het nummer van het antwoord: 3, of 1-5, of ja."),
    )  # fmt: skip
    words_en = LongTextField(
        label=pgettext_lazy("language", "Engels"), required=False, rows=2, max_length=2000,
        help_text=_("Eerst de vraag, dan elk antwoord op een eigen regel. Zonder vertaling blijft het Nederlands."),
    )  # fmt: skip
    words_ar = LongTextField(label=pgettext_lazy("language", "Arabisch"), required=False, rows=2, max_length=2000)
    words_tr = LongTextField(label=pgettext_lazy("language", "Turks"), required=False, rows=2, max_length=2000)

    def __init__(self, *args: Any, survey: Any, key: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = []
        for number, asked in enumerate(form_of(survey), 1):
            if asked.key == key:
                break
            if asked.kind != REMARK and (key or asked.section != Section.ABOUT):
                before.append((asked.key, f"{number}. {say(asked).text}"))
        self.fields["only_if"].choices = [("", _("Iedereen krijgt deze vraag")), *before]  # type: ignore[attr-defined]


def now_in(asked: Asked) -> dict[str, Any]:
    """A question as the form shows it."""
    words = {f"words_{code}": text for code, text in asked.words}
    return {
        "text": asked.text, "kind": asked.kind, "choices": "\n".join(asked.choices), "section": asked.section,
        "theme": asked.theme, "only_if": asked.only_if, "only_values": asked.only_values, **words,
    }  # fmt: skip


class PeopleForm(StepForm):
    """Who lives here, per group."""

    heading = _("Wie wonen hier?")
    lead = _("Zo ziet iedereen wie er ontbreekt in de antwoorden. De antwoorden wegen dan naar wie hier woont.")

    reason = ShortTextField(
        label=_("Waar komen deze aantallen vandaan?"), max_length=200, help_text=_("Bijvoorbeeld: CBS, 1 januari 2026.")
    )

    def __init__(self, *args: Any, survey: Any, known: Known | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there, groups = {**(known or {}), **populations_of(survey)}, []
        for asked in form_of(survey):
            if asked.key not in BACKGROUND:
                continue
            question = say(asked)
            for choice, name in question.choices:
                self.fields[f"{asked.key}-{choice}"] = forms.IntegerField(
                    label=name, required=False, min_value=0, max_value=MOST_PEOPLE,
                    initial=there.get(asked.key, {}).get(choice),
                )  # fmt: skip
            groups.append((question.text, [f"{asked.key}-{choice}" for choice, _name in question.choices]))
        self.fieldsets = (*groups, ("", ("reason",)))  # type: ignore[misc]

    def facts(self) -> dict[str, Any]:
        """The groups of which a number was filled in."""
        groups: dict[str, dict[int, int]] = {}
        given = super().facts()
        for name, count in given.items():
            item, dash, choice = name.rpartition("-")
            if dash and count is not None:
                groups.setdefault(item, {})[int(choice)] = count
        return {"groups": groups, "reason": given["reason"]}


class PublishForm(StepForm):
    """Give the outcome."""

    heading = _("De uitkomst geven")
    lead = _("Iedereen ziet dan de cijfers. Cijfers van minder dan tien antwoorden laten wij weg.")
    submit = _("Geef de uitkomst")

    reason = ShortTextField(
        label=_("Wat wilt u erbij zeggen?"), max_length=300,
        help_text=_("Bijvoorbeeld: wie er weinig meedeed, en wat u daaraan deed."),
    )  # fmt: skip


class HideForm(StepForm):
    """Take a remark away."""

    heading = _("Waarom schermt u deze opmerking af?")
    lead = _("De woorden worden gewist. De reden is openbaar: schrijf niets over een persoon.")
    submit = _("Scherm af en wis")

    reason = ShortTextField(label=_("De reden"), max_length=300)


class IssueForm(StepForm):
    """A stack of new codes."""

    count = forms.IntegerField(label=_("Hoeveel brieven?"), min_value=1, max_value=20_000)
    reason = ShortTextField(
        label=_("Waarvoor is deze stapel?"), max_length=60,
        help_text=_("Bijvoorbeeld: brieven Javastraat. Dit staat met het aantal in het logboek."),
    )  # fmt: skip
    area = forms.ChoiceField(
        label=_("Voor welk deel van de buurt?"), required=False,
        help_text=_("Dan kunt u de uitkomst per deel geven, als er genoeg antwoorden zijn."),
    )  # fmt: skip

    def __init__(self, *args: Any, parts: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _("De hele buurt")), *parts]  # type: ignore[attr-defined]
        if not parts:
            del self.fields["area"]


class SerialForm(StepForm):
    """One letter, by the number beside its code."""

    serial = forms.IntegerField(label=_("Volgnummer op de brief"), min_value=1, max_value=10_000_000)
    reason = LongTextField(label=pgettext_lazy("field", "Reden"), max_length=300, rows=2)
