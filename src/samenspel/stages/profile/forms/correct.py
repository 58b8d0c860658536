"""The form with which a person says how a file is to be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.action.forms import StepForm
from samenspel.kernel.action.rules import Words
from samenspel.stages.profile.forms.purposes import (
    COUNTS,
    KEEP,
    LONG,
    ONLY_ONCE,
    OUT,
    PURPOSES,
    SAME,
    SHOWN,
    WIDE,
    Purposes,
    counted_in,
)
from samenspel.ui.forms import ShortTextField
from samenspel_sources.areas import named
from samenspel_sources.catalogue import Catalogue
from samenspel_sources.recognise.periods import period

AT_ONCE = 40  # columns on one page
SEPARATORS = (
    (";", _("puntkomma ;")), (",", _("komma ,")), ("\t", pgettext_lazy("separator", "tab")), ("|", _("streepje |")),
)  # fmt: skip
MARKS = ((",", _("komma, zoals 1,5")), (".", _("punt, zoals 1.5")))
GUESS: tuple[str, Words] = ("", _("Wij kijken zelf"))


class CorrectForm(StepForm):
    """Say what a file is about, and what its columns are."""

    heading = _("Verbeter hoe wij dit bestand lezen")
    lead = _("Verander alleen wat niet klopt. Daarna ziet u weer wat wij lezen. Er telt nog niets mee.")
    submit = _("Bekijk het opnieuw")

    period = forms.CharField(
        label=_("Over welk jaar of welke periode gaan de cijfers?"), max_length=12, required=False,
        help_text=_("Bijvoorbeeld: 2024. Staat de periode in een kolom? Laat dit dan leeg."),
    )  # fmt: skip
    area_year = forms.IntegerField(
        label=_("Van welk jaar zijn de gebiedscodes?"), min_value=1990, max_value=2049, required=False,
        help_text=_("Codes van wijken en buurten veranderen soms. Meestal is het hetzelfde jaar als de cijfers."),
    )  # fmt: skip
    municipality = ShortTextField(
        label=_("Van welke gemeente zijn de codes?"), max_length=60, required=False,
        help_text=_("Alleen nodig bij korte codes, zoals 0111."),
    )  # fmt: skip
    source = ShortTextField(label=_("Wie heeft de cijfers gemaakt?"), max_length=200, required=False)
    table = ShortTextField(label=_("Uit welke tabel komen ze?"), max_length=160, required=False)
    licence = ShortTextField(
        label=_("Hoe mogen ze worden gebruikt?"), max_length=120, required=False,
        help_text=_("Bijvoorbeeld: CC BY 4.0."),
    )  # fmt: skip
    sheet = forms.ChoiceField(label=_("Welk blad?"), required=False)
    header = forms.IntegerField(
        label=_("Op welke regel staan de namen van de kolommen?"), min_value=0, max_value=200, required=False,
        help_text=_("Vul 0 in als er geen namen boven staan."),
    )  # fmt: skip
    separator = forms.ChoiceField(
        label=_("Wat staat er tussen de kolommen?"), required=False, choices=[GUESS, *SEPARATORS]
    )
    decimal = forms.ChoiceField(label=_("Hoe zijn halve getallen geschreven?"), required=False, choices=[GUESS, *MARKS])

    def __init__(
        self, *args: Any, seen_file: Mapping[str, Any], said: Mapping[str, Any], known: Catalogue, part: int = 1,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.file, self.said, self.known = seen_file, said, known
        super().__init__(*args, **kwargs)
        self.counted, self.names = counted_in(known)
        self.figures = {figure["key"]: figure for figure in seen_file.get("figures", ())}
        headers = {column["header"] for column in seen_file.get("columns", ())}
        self.wide = set(self.figures) <= headers
        asked = [*self._columns(), *self._loose(headers)]
        self.parts = max(1, -(-len(asked) // AT_ONCE))
        self.part = min(max(part, 1), self.parts)
        self.asked: dict[str, tuple[str, str]] = {}  # field -> part of what is said, and column
        for field, where, name in asked[(self.part - 1) * AT_ONCE : self.part * AT_ONCE]:
            key = f"c{len(self.asked)}"
            self.fields[key], self.asked[key] = field, (where, name)
        self._settle()

    def _settle(self) -> None:
        """Only what this file has is asked; what we read is filled in."""
        sheets = self.file.get("sheets", ())
        if len(sheets) > 1:
            self.fields["sheet"].choices = [(name, name) for name in sheets]  # type: ignore[attr-defined]
        else:
            del self.fields["sheet"]
        if not self.file.get("separator") and not self.said.get("separator"):
            del self.fields["separator"]
        if not self.file.get("local") and not self.said.get("municipality"):
            del self.fields["municipality"]
        for name, value in self._read().items():
            if name in self.fields:
                self.fields[name].initial = self.said.get(name, value)
        columns = tuple(name for name, (where, _n) in self.asked.items() if where == "columns")
        figures = tuple(name for name in self.asked if name not in columns)
        groups = (
            (_("Waar gaat het over?"), ("period", "area_year", "municipality", "source", "table", "licence")),
            (_("Wat staat er in de kolommen?"), columns),
            (_("Wat tellen de cijfers?"), figures),
            (_("Hoe is het bestand gemaakt?"), ("sheet", "header", "separator", "decimal")),
        )
        self.fieldsets = tuple((words, names) for words, names in groups if names)  # type: ignore[misc]

    def _read(self) -> dict[str, Any]:
        """What we read ourselves, if it is the same for the whole file."""
        tables = self.file.get("tables", ())
        one = {name: found.pop() for name in ("period", "year", "source", "table", "licence")
               if len(found := {table[name] for table in tables}) == 1}  # fmt: skip
        return {
            "period": one.get("period", ""), "area_year": one.get("year") or None, "source": one.get("source", ""),
            "table": one.get("table", ""), "licence": one.get("licence", ""), "sheet": self.file.get("sheet", ""),
            "header": self.file.get("header_line") if self.file.get("columns") else None, "municipality": "",
            "separator": "", "decimal": "",
        }  # fmt: skip

    def _columns(self) -> Iterable[tuple[forms.Field, str, str]]:
        figures: Sequence[tuple[str, Words]] = KEEP if self.wide else WIDE
        for column in self.file.get("columns", ()):
            guess = self._guess(column)
            own = [*PURPOSES, *figures, *OUT, *LONG, *(SAME if guess == "same" else ())]
            some = {"some": "; ".join(column["samples"])}
            words = _("Bijvoorbeeld: %(some)s") % some if column["samples"] else ""
            yield self._choice(column["header"], own, guess, words, self.wide), "columns", column["header"]

    def _guess(self, column: Mapping[str, Any]) -> str:
        if column["role"] == "figure" and self.wide:
            indicator = self.figures.get(column["header"], {}).get("indicator", "")
            return COUNTS + indicator if indicator else "keep"
        return SHOWN.get(column["role"], "same")

    def _loose(self, headers: set[str]) -> Iterable[tuple[forms.Field, str, str]]:
        """Figures that have no column of their own: of a long table, or of columns per year."""
        for key, figure in self.figures.items() if not self.wide else ():
            guess = COUNTS + figure["indicator"] if figure["indicator"] else "keep"
            words = ", ".join((*figure["group"], figure["title"]))
            yield self._choice(words, [*KEEP, *OUT], guess, figure["unit"], True), "figures", key

    def _choice(
        self, label: str, own: Sequence[tuple[str, Words]], guess: str, help_text: Words, counts: bool
    ) -> forms.Field:
        choices = [*own, *(self.names.items() if counts else ())]
        widget = Purposes(own, self.counted if counts else SafeString(""), self.names if counts else {})
        return forms.ChoiceField(
            label=label[:120] or "?", choices=choices, widget=widget, initial=guess, help_text=help_text
        )

    @property
    def numbers(self) -> range:
        """The parts of the form, when there are too many columns for one page."""
        return range(1, self.parts + 1)

    def clean_period(self) -> str:
        """A year, month, quarter or school year; never a guess."""
        given = str(self.cleaned_data["period"]).strip()
        if given and not period(given):
            raise forms.ValidationError(_("Dit is geen jaar of periode. Schrijf bijvoorbeeld 2024 of 2024-06."))
        return period(given)

    def clean_municipality(self) -> str:
        """One municipality, by name or by code."""
        given = str(self.cleaned_data["municipality"])
        if given and len(named(given)) != 1:
            raise forms.ValidationError(_("Deze gemeente kennen wij niet. Schrijf de naam voluit, of de code: GM0363."))
        return given

    def clean(self) -> dict[str, Any]:
        """One code, one name, one period; and never two columns for one indicator."""
        given = super().clean() or self.cleaned_data
        effective = {**self._before(), **{self.asked[name]: given.get(name) or "" for name in self.asked}}
        times = Counter(choice for choice in effective.values() if choice in ONLY_ONCE or choice.startswith(COUNTS))
        for name, at in self.asked.items():
            choice = effective[at]
            if times[choice] > 1:
                words = ONLY_ONCE.get(choice) or self.names.get(choice, "")
                message = _("‘%(words)s’ koos u bij meer dan één kolom. Kies het bij één kolom.") % {"words": words}
                self.add_error(name, message)
        return given

    def _before(self) -> dict[tuple[str, str], str]:
        """What holds for columns that stand on another page."""
        found = {("columns", column["header"]): self._guess(column) for column in self.file.get("columns", ())}
        return {**found, **{(part, name): choice for part in ("columns", "figures")
                            for name, choice in self.said.get(part, {}).items()}}  # fmt: skip

    def facts(self) -> dict[str, Any]:
        """Only what differs from our own guess, or was said before."""
        given, read = self.cleaned_data, self._read()
        said = {
            name: given[name] for name in read
            if name in self.fields and given[name] not in (None, "")
            and (given[name] != read[name] or name in self.said)
        }  # fmt: skip
        parts: dict[str, dict[str, str]] = {part: dict(self.said.get(part, {})) for part in ("columns", "figures")}
        for name, (part, column) in self.asked.items():
            choice = given[name]
            if choice and (choice != self.fields[name].initial or column in parts[part]):
                parts[part][column] = choice
        return {"said": said | {part: told for part, told in parts.items() if told}}
