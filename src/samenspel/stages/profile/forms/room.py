"""Forms of the room: offers, what people think of a figure, and files in our own form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.instruments.offers.forms import OfferFields
from samenspel.instruments.offers.states import SPACE, WORK
from samenspel.instruments.stories.forms import Screen, Steps
from samenspel.kernel.action.steps import Question
from samenspel.stages.profile.states import Verdict
from samenspel.ui.forms import ShortTextField
from samenspel_sources import SourceError
from samenspel_sources import figures as sources

AGREED = ("owner_name", "size_m2", "price", "until")


class OfferForm(Steps, OfferFields):
    """Offer something. Only of a space or of work is asked what it costs and until when."""

    submit = _("Bied het aan")
    questions = (
        (_("Wat heeft u te bieden?"), ("title", "kind")),
        (_("Wat moeten mensen weten?"), ("offers", "where", "area")),
        (_("Wat zijn de afspraken?"), ("owner_name", "size_m2", "price", "until")),
        (_("Hoe bereiken wij u?"), ("name", "contact")),
    )

    def __init__(self, *args: Any, areas: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        self.areas = areas
        super().__init__(*args, **kwargs)

    def _screens(self) -> list[Question]:
        kind, area = str(self.data.get("kind", "")), self.fields["area"]
        if self.areas and isinstance(area, forms.ChoiceField):
            area.choices = [("", _("De hele buurt, of dat zeg ik liever niet")), *self.areas]
        else:
            self.fields.pop("area")
        for name in () if kind in SPACE else ("owner_name", "size_m2") if kind in WORK else AGREED:
            self.fields.pop(name)
        return super()._screens()


class AskForm(OfferForm):
    """Look for something."""

    submit = _("Plaats mijn vraag")
    questions = ((_("Wat zoekt u?"), ("title", "kind")), *OfferForm.questions[1:])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Wat zoekt u?")
        self.fields["title"].help_text = _("Bijvoorbeeld: een zaal voor een avond, of hulp met een brief.")
        if "contact" in self.fields:
            self.fields["contact"].help_text = _("Alleen voor de balie, als iemand u kan helpen.")


class CompareForm(Screen):
    """Does the figure fit what people tell?"""

    heading = _("Herkent u dit cijfer?")
    submit = pgettext_lazy("button", "Bewaar")

    verdict = forms.ChoiceField(label=_("Klopt het?"), choices=Verdict.choices, widget=forms.RadioSelect)


class SharedCompareForm(CompareForm):
    """What the neighbourhood makes of it together; for the editors."""

    lead = _("Schrijf op wat de buurt er samen van vindt. Iedereen kan dit lezen.")

    explanation = ShortTextField(
        label=_("Wat zeggen de mensen?"), max_length=300,
        help_text=_("Bijvoorbeeld: het cijfer is als in de stad, de verhalen zijn zwaarder."),
    )  # fmt: skip


class FiguresForm(Screen):
    """Read in a file with figures."""

    heading = _("Cijfers inlezen")
    lead = _("Alles in het bestand klopt, of er wordt niets ingelezen. U kunt dit zo vaak doen als u wilt.")
    submit = _("Lees in")

    figures = forms.FileField(label=_("Bestand met cijfers (csv)"))
    indicators = forms.FileField(label=_("Bestand met wat de cijfers betekenen (csv)"), required=False)
    areas = forms.FileField(label=_("Bestand met gebieden (csv)"), required=False)

    def facts(self) -> dict[str, Any]:
        """The rows of the files, and the name of the first."""
        return {**super().facts(), "source": str(getattr(self.files["figures"], "name", ""))[:200]}

    def clean_figures(self) -> tuple[sources.Figure, ...]:
        """Read the figures."""
        return tuple(self._read("figures", sources.read_figures))

    def clean_indicators(self) -> tuple[sources.Indicator, ...]:
        """Read what they mean, if given."""
        return tuple(self._read("indicators", sources.read_indicators))

    def clean_areas(self) -> tuple[sources.Area, ...]:
        """Read the areas, if given."""
        return tuple(self._read("areas", sources.read_areas))

    def _read(self, name: str, reader: Any) -> Any:
        sent = self.cleaned_data[name]
        if not sent:
            return ()
        try:
            return reader(sent.read())
        except SourceError as error:
            raise forms.ValidationError(error.sentence(get_language() or "nl")) from error
