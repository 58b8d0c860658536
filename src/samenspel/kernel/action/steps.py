"""Forms with one question per screen. What was filled in travels along: no cookie, no JavaScript needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words

Question = tuple[Words, tuple[str, ...]]
DESK = ("channel", "at", "on_behalf_of", "read_back")


class Steps(ActionForm):
    """A few questions, one per screen; the last screen runs the action. Sent without a step, it is sent whole."""

    questions: ClassVar[Sequence[Question]] = ()
    step = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.screens = self._screens()
        self.sent = self._sent() if self.is_bound else 0
        self.needed = {name for name, field in self.fields.items() if field.required}
        for name in self._later():
            self.fields[name].required = False

    def _screens(self) -> list[Question]:
        """The questions of which at least one field is there; a desk gets one more."""
        every = [*self.questions, (_("Hoe kwam dit binnen?"), DESK)]
        present = [(words, tuple(n for n in names if n in self.fields)) for words, names in every]
        return [screen for screen in present if screen[1]]

    def _sent(self) -> int:
        typed = str(self.data.get("step") or self.length)
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 1
        return min(max(number, 1), self.length)

    def _later(self) -> list[str]:
        return [name for _question, names in self.screens[self.sent :] for name in names]

    def full_clean(self) -> None:
        """What was not asked yet cannot be wrong yet; who goes back hears it when they come by again."""
        super().full_clean()
        if self.is_bound:
            for name in list(self.errors) if "back" in self.data else self._later():
                self.errors.pop(name, None)

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
    def whole(self) -> bool:
        """Whether the last screen was sent."""
        return self.is_bound and self.sent == self.length and "back" not in self.data

    @property
    def finished(self) -> bool:
        """Whether the last screen was sent and everything is right."""
        return self.whole and self.is_valid()

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
