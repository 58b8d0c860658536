"""Forms with one question per screen, and the forms of stories. What was filled in travels along: no cookie needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.people.forms import SPOKEN
from samenspel.kernel.places.themes import theme_choices
from samenspel.ui.forms import LongTextField, ShortTextField

Question = tuple[Words, tuple[str, ...]]
THEME_CHOICES = theme_choices(_("Dat weet ik niet"))
DESK = ("channel", "at", "on_behalf_of", "read_back")


class Screen(ActionForm):
    """One question with one big button."""

    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    submit: ClassVar[Words] = _("Ga verder")
    asks_name = ("name", "contact")

    def __init__(self, *args: Any, place: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, place=place, **kwargs)
        if self.actor.person is not None and "channel" not in self.fields:
            for name in self.asks_name:
                self.fields.pop(name, None)


class Steps(Screen):
    """A few questions, one per screen. The last screen runs the action."""

    questions: ClassVar[Sequence[Question]] = ()
    step = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screens = self._screens()
        self.sent = self._sent() if self.is_bound else 0
        self.needed = {name for name, field in self.fields.items() if field.required}
        for _question, names in self.screens[self.sent :]:
            for name in names:
                self.fields[name].required = False

    def _screens(self) -> list[Question]:
        """The questions of which at least one field is there; a desk gets one more."""
        every = [*self.questions, (_("Hoe kwam dit binnen?"), DESK)]
        present = [(words, tuple(n for n in names if n in self.fields)) for words, names in every]
        return [screen for screen in present if screen[1]]

    def _sent(self) -> int:
        typed = str(self.data.get("step", "1"))
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 1
        return min(max(number, 1), self.length)

    def facts(self) -> dict[str, Any]:
        """What was filled in, without the number of the screen."""
        return {name: value for name, value in super().facts().items() if name != "step"}

    @property
    def length(self) -> int:
        """How many screens there are."""
        return len(self.screens)

    @property
    def shown(self) -> int:
        """The screen to show now: the next one, or the first with something to mend."""
        if not self.is_bound:
            return 1
        if "back" in self.data:
            return max(self.sent - 1, 1)
        for number, (_question, names) in enumerate(self.screens[: self.sent], 1):
            if any(name in self.errors for name in names):
                return number
        return min(self.sent + (0 if self.non_field_errors() else 1), self.length)

    @property
    def finished(self) -> bool:
        """Whether the last screen was sent and everything is right."""
        return self.is_bound and self.sent == self.length and "back" not in self.data and self.is_valid()

    @property
    def question(self) -> Words:
        """The heading of the screen."""
        return self.screens[self.shown - 1][0]

    @property
    def here(self) -> list[BoundField]:
        """The fields of this screen; what has to be filled in says so again."""
        names = self.screens[self.shown - 1][1]
        for name in names:
            self.fields[name].required = name in self.needed
        return [self[name] for name in names]

    @property
    def travelling(self) -> list[SafeString]:
        """All other fields, hidden."""
        here = {"step", *self.screens[self.shown - 1][1]}
        return [self[name].as_hidden() for name in self.fields if name not in here]

    @property
    def last(self) -> bool:
        """Whether the big button does it."""
        return self.shown == self.length


class TellForm(Steps):
    """Tell a story."""

    submit = _("Geef mijn verhaal")
    questions = (
        (_("Hoe is het hier?"), ("words", "language")),
        (_("Waar gaat het over?"), ("theme",)),
        (_("Wie mag dit lezen?"), ("may_show", "may_quote")),
        (_("Wilt u uw naam zeggen?"), ("name", "contact")),
    )

    words = LongTextField(
        label=_("Vertel in uw eigen woorden"), max_length=20_000, rows=8,
        help_text=_("Eén zin is genoeg. Noem geen namen van anderen."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("In welke taal is dit?"), choices=SPOKEN, initial="nl")
    theme = forms.ChoiceField(label=_("Kies wat het best past"), choices=THEME_CHOICES, required=False)
    may_show = forms.BooleanField(
        label=_("Iedereen mag dit lezen"), required=False,
        help_text=_(
            "Vinkt u dit niet aan? Dan leest alleen de redactie het. "
            "Het komt niet op de site en telt niet mee in de aantallen."
        ),
    )  # fmt: skip
    may_quote = forms.BooleanField(label=_("Een zin eruit mag in een verslag staan"), required=False)
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ShortTextField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Telefoon of e-mail. Alleen als u wilt horen wat ermee gebeurt."),
    )  # fmt: skip
    lesson = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)


class HideForm(Screen):
    """Take something out of sight."""

    heading = _("Waarom schermt u dit af?")
    lead = _("De reden komt op een openbare lijst. Schrijf niets over de persoon.")
    submit = _("Scherm af")

    reason = ShortTextField(label=_("De reden"), max_length=300)


class WithdrawForm(Screen):
    """Take a story back with the word of the receipt."""

    heading = _("Wilt u uw verhaal intrekken?")
    lead = _("Wij wissen uw woorden. Dat kan niet meer terug. Wat al besloten is, blijft.")
    submit = _("Trek mijn verhaal in")

    word = ShortTextField(
        label=_("Het woord van uw bon"), max_length=40,
        help_text=_("Bent u ingelogd? Dan hoeft dit niet. Bon kwijt? De balie helpt u."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Without an account the word is the only key; with one it can be your own story, or you help somebody.
        self.fields["word"].required = self.actor.person is None
