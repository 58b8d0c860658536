"""Forms of the proposals. One thing per screen; what somebody typed is never lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.errors import Changed, Refused
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words
from samenspel.stages.proposals.states import Answer, Check, Cost, CostKind
from samenspel.ui.forms import CodeField, DayField, EuroField, LongTextField, ShortTextField

LONGEST = 30_000  # characters: three thousand words fit
YES_NO = [("yes", pgettext_lazy("answer", "Ja")), ("no", pgettext_lazy("answer", "Nee"))]


class StepForm(ActionForm):
    """A form with its own screen: what it asks, and what the button says."""

    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    submit: ClassVar[Words] = _("Bewaar dit")
    stale = False

    def refuse(self, refusal: Refused) -> None:
        """Remember that somebody else was first, so that the screen can show the new text."""
        super().refuse(refusal)
        self.stale = isinstance(refusal, Changed)

    def see(self, version: int) -> None:
        """The person has now been shown this version; the next time it may be saved over."""
        self.replace("seen", str(version))

    def replace(self, name: str, value: str) -> None:
        """Change one sent value before the form is shown again."""
        if isinstance(self.data, QueryDict):
            sent = self.data.copy()
            sent[name] = value
            self.data = sent


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
    theme = ShortTextField(label=pgettext_lazy("field", "Thema"), max_length=80, required=False)
    where = ShortTextField(label=_("Op welke plek?"), max_length=160, required=False)


class HandInForm(CostFields, WordsForm):
    """Everything a proposal starts with; only two fields have to be filled in."""

    heading = _("Wat wilt u doen?")
    lead = _("U hoeft niet in te loggen. Alleen een naam voor het voorstel en uw plan zijn nodig.")
    submit = _("Lever het voorstel in")

    priority = forms.ChoiceField(label=_("Hoort het bij iets van de buurtagenda?"), required=False)
    name = ShortTextField(
        label=_("Hoe heet u?"), max_length=120, required=False,
        help_text=_("Mag leeg. Dan kunnen wij u het antwoord niet zelf vertellen."),
    )  # fmt: skip
    contact = ShortTextField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen wie u antwoord geeft, ziet dit."),
    )  # fmt: skip
    show_name = forms.BooleanField(label=_("Mijn naam mag op de pagina staan"), required=False)
    anyway = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1)

    def __init__(self, *args: Any, priorities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if priorities.choices:
            none = [("", _("Nee, of dat weet ik niet"))]
            self.fields["priority"].choices = none + list(priorities.choices)  # type: ignore[attr-defined]
        else:
            del self.fields["priority"]
        if self.actor.person is not None and "on_behalf_of" not in self.fields:
            del self.fields["name"], self.fields["contact"]
        costs = [f"{part}_{row}" for row in self.rows for part in ("what", "amount", "kind")]
        known = [name for name in self.fields if name not in costs]
        self.fieldsets = (  # type: ignore[misc]
            (_("Uw voorstel"), [n for n in known if n in ("title", "text", "summary", "theme", "where", "priority")]),
            (_("Wat is er nodig? Weet u het nog niet? Sla dit dan over."), costs),
            (_("Over u"), [n for n in known if n in ("name", "contact", "show_name", *ActionForm.machinery[2:])]),
        )

    def facts(self) -> dict[str, Any]:
        """Everything but the sign that the person saw what looks like it."""
        return {name: value for name, value in super().facts().items() if name != "anyway"}


class AmendForm(WordsForm):
    """The same words again."""

    heading = _("Het voorstel aanpassen")
    submit = _("Bewaar de tekst")


class CostsForm(CostFields):
    """What it takes."""

    heading = _("Wat is er nodig?")
    lead = _("Geld, tijd en ruimte tellen allemaal. Een schatting is goed. Lege regels tellen niet mee.")
    submit = _("Bewaar de kosten")


class SureForm(StepForm):
    """Nothing to fill in: only the button."""


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
        help_text=_("Zoals HP-7K2Q. Meer mag, met een komma."),
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


class CheckForm(StepForm):
    """The ten questions, each with room for a note."""

    heading = _("Kan dit voorstel?")
    lead = _("Tien vragen. ‘Weten we nog niet’ is ook een antwoord.")
    submit = _("Bewaar de antwoorden")

    def __init__(self, *args: Any, known: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in known:
            self.fields[f"answer_{row.check_name}"] = forms.ChoiceField(
                label=Check(row.check_name).label, choices=Answer, initial=row.answer, widget=forms.RadioSelect
            )
            self.fields[f"note_{row.check_name}"] = ShortTextField(
                label=_("Toelichting bij deze vraag"), max_length=500, required=False, initial=row.note
            )

    def facts(self) -> dict[str, Any]:
        """Answers and notes by question."""
        given = self.cleaned_data
        return {"answers": {name: (given[f"answer_{name}"], given[f"note_{name}"]) for name in Check.values}}


class ContactForm(StepForm):
    """Whom to ask."""

    heading = _("Bij wie kan de maker terecht?")
    lead = _("Eén mens met een naam, van het eerste gesprek tot de laatste euro. En iemand die vervangt.")

    name = ShortTextField(label=_("Naam van de contactpersoon"), max_length=120)
    reach = ShortTextField(
        label=_("Hoe bereikt u die?"), max_length=200, help_text=_("Dit staat op de openbare pagina.")
    )
    stand_in = ShortTextField(label=_("Naam van de vervanger"), max_length=120, required=False)


class VerdictForm(StepForm):
    """Yes or no, with the reason and what can be done."""

    verdict = forms.ChoiceField(label=_("Wat is het antwoord?"), choices=YES_NO, widget=forms.RadioSelect)
    reason = LongTextField(
        label=pgettext_lazy("question", "Waarom?"), max_length=2000, rows=4,
        help_text=_("In gewone woorden. Iedereen kan dit lezen."),
    )  # fmt: skip
    next_step = LongTextField(
        label=_("Bij een nee: wat kan er wel?"), max_length=500, rows=2, required=False,
        help_text=_("Een ander potje, een andere plek, of iemand die verder helpt."),
    )  # fmt: skip
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))
    yes_is: ClassVar[str] = ""

    def facts(self) -> dict[str, Any]:
        """The verdict under the name the action gives it."""
        given = super().facts()
        return {self.yes_is: given.pop("verdict") == "yes", **given}


class WeighForm(VerdictForm):
    """The provisional weighing."""

    heading = _("Voorlopig ja of nee?")
    lead = _("De maker ziet dit en kan het voorstel nog aanpassen. Het is nog niet het antwoord.")
    submit = _("Bewaar de voorlopige weging")
    yes_is = "positive"


class DecideForm(VerdictForm):
    """The answer."""

    heading = _("Het antwoord")
    lead = _("De maker heeft dit al van u gehoord. Nu kan iedereen het lezen.")
    submit = _("Geef het antwoord")
    yes_is = "accept"

    decided_by = ShortTextField(
        label=_("Wie besloot dit?"), max_length=160, required=False,
        help_text=_("Bijvoorbeeld: dagelijks bestuur. Leeg is uw eigen rol."),
    )  # fmt: skip


class TellForm(StepForm):
    """The maker hears it first."""

    heading = _("Hoe heeft u het verteld?")
    lead = _("De maker hoort het antwoord eerst van een mens. Pas daarna wordt het openbaar.")

    how = ShortTextField(
        label=_("Hoe ging dat?"), max_length=300,
        help_text=_("Bijvoorbeeld: gebeld. Lukte het niet? Schrijf dan op wat u probeerde."),
    )  # fmt: skip
    on = DayField(label=_("Op welke dag?"), required=False, help_text=_("Leeg is vandaag."))


class MergeForm(StepForm):
    """Two proposals go on as one."""

    heading = _("Samen verder als één voorstel?")
    lead = _("Dat kan alleen als beide makers ja zeggen. Dit voorstel houdt zijn eigen pagina.")
    submit = _("Voeg samen")

    into = CodeField(label=_("Bij welk voorstel?"), help_text=_("Typ de code, zoals PR-7K2Q."))
    maker_agrees = forms.BooleanField(label=_("De maker van dit voorstel zegt ja"))
    other_maker_agrees = forms.BooleanField(label=_("De maker van het andere voorstel zegt ja"))
    agreed = ShortTextField(
        label=_("Hoe zeiden zij ja?"), max_length=500, help_text=_("Bijvoorbeeld: samen aan tafel, op 12 maart.")
    )


class ReasonedForm(StepForm):
    """Only a reason."""

    reason = LongTextField(label=pgettext_lazy("question", "Waarom?"), max_length=1000, rows=4)


class HideForm(ReasonedForm):
    """Take it away."""

    heading = _("Waarom haalt u dit weg?")
    lead = _("Niemand kan het daarna nog lezen. Uw reden staat in het logboek. U kunt het terugzetten.")
    submit = _("Haal dit weg")


class ShowForm(ReasonedForm):
    """Put it back."""

    heading = _("Waarom zet u dit terug?")
    lead = _("Iedereen kan het daarna weer lezen.")
    submit = _("Zet dit terug")


class PublishForm(StepForm):
    """A new edition."""

    heading = _("De voorstellen uitgeven")
    lead = _("De lijst krijgt een nummer en ligt dan vast. Later kan er een nieuwe uitgave komen.")
    submit = _("Geef de voorstellen uit")

    reason = ShortTextField(label=_("Waarom nu?"), max_length=300)
    missing = ShortTextField(
        label=_("Wie deed niet mee?"), max_length=300, help_text=_("Dit staat straks bij de uitgave. Eerlijk is goed.")
    )
