"""The forms that bring out an edition and take one from a spreadsheet."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm, StepForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.exports.formats import plain_cell
from samenspel.kernel.handover.content import contracts_of
from samenspel.kernel.handover.words import CONTRACT_WORDS
from samenspel.ui.forms import LongTextField, ShortTextField
from samenspel_sources.spreadsheet import SourceError, read


class PublishForm(StepForm):
    """A new edition: why now, and who was missing. The room says how its edition is called."""

    lead: Words = _("Wat hier staat, krijgt een nummer en ligt dan vast. Later kan er een nieuwe uitgave komen.")
    submit = _("Geef dit uit")

    reason = ShortTextField(label=_("Waarom nu?"), max_length=300)
    missing = ShortTextField(
        label=_("Wie deed niet mee?"), max_length=300, help_text=_("Dit staat straks bij de uitgave. Eerlijk is goed.")
    )

    def __init__(self, *args: Any, heading: Words, lead: Words = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heading, self.lead = heading, lead or self.lead


class ReportForm(PublishForm):
    """The report of a round: what the rooms published is taken along; only these three things are asked."""

    about: Words = _(
        "In het verslag komt wat de borden hebben uitgegeven. Dat is: wie meedeed, en wat er verteld, gekozen, "
        "beloofd en gedaan is. Geef dus eerst de borden uit. "
        "Het verslag krijgt een nummer en verandert daarna nooit meer."
    )
    submit = _("Maak het verslag")

    change = LongTextField(
        label=_("Wat doen wij volgende keer anders?"), max_length=2000, rows=5,
        help_text=_("Drie of vier zinnen. Noem wat niet lukte, en wat u daaraan doet. Noem niemand bij naam."),
    )  # fmt: skip


class ImportForm(ActionForm):
    """A file, what is in it, and who was missing."""

    contract = forms.ChoiceField(label=_("Wat staat er in het bestand?"))
    file = forms.FileField(
        label=_("Het bestand"),
        help_text=_("Een tabel als csv, ods of xlsx. De bovenste regel noemt de kolommen."),
    )
    reason = forms.CharField(label=_("Waarom leest u dit in?"), max_length=300)
    missing = forms.CharField(
        label=_("Wie deed niet mee?"),
        max_length=300,
        help_text=_("Dit staat straks bij de uitgave. Eerlijk is goed."),
    )

    def __init__(self, *args: Any, stage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stage = stage
        choices = [(name, CONTRACT_WORDS[name]) for name in contracts_of(stage)]
        self.fields["contract"].choices = choices  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        """The rows of the file instead of the file."""
        given = super().facts()
        table = given.pop("file")
        return {**given, "contract": contracts_of(self.stage)[given["contract"]], "rows": table}

    def clean_file(self) -> list[list[str]]:
        """Read the table; a file that is wrong gets one clear sentence."""
        sent = self.cleaned_data["file"]
        try:
            table = read(sent.read())
        except SourceError as error:
            raise forms.ValidationError(error.sentence(get_language() or "nl")) from error
        return [list(table.header), *([plain_cell(str(c)) for c in row] for row in table.rows)]
