"""What the screens of stories share: one question with one big button, and the word of the receipt."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words
from samenspel.kernel.action.steps import Question
from samenspel.kernel.action.steps import Steps as FormSteps
from samenspel.kernel.places.themes import theme_choices
from samenspel.ui.forms import ShortTextField

THEME_CHOICES = theme_choices(_("Dat weet ik niet"))


class Screen(ActionForm):
    """One question with one big button."""

    heading: ClassVar[Words] = ""
    lead: ClassVar[Words] = ""
    submit: ClassVar[Words] = _("Ga verder")


class Steps(Screen, FormSteps):
    """A few questions, one per screen, for somebody who may stay without a name."""

    asks_name = ("name", "contact")
    explained: ClassVar[dict[str, str]] = {"words": "names", "may_show": "readers", "sound": "voice"}

    @property
    def explains(self) -> list[str]:
        """What people hesitate about on this screen."""
        return [self.explained[field.name] for field in self.here if field.name in self.explained]

    def _screens(self) -> list[Question]:
        """Whoever is logged in is not asked for a name: no fields, and so no screen."""
        if self.actor.person is not None and "channel" not in self.fields:
            for name in self.asks_name:
                self.fields.pop(name, None)
        return super()._screens()


class HideForm(Screen):
    """Take something out of sight."""

    heading = _("Waarom schermt u dit af?")
    lead = _("De reden komt op een openbare lijst. Schrijf niets over de persoon.")
    submit = _("Scherm af")

    reason = ShortTextField(label=_("De reden"), max_length=300)


class WordScreen(Screen):
    """Asks for the word of the receipt: without an account it is the only key."""

    word = ShortTextField(
        label=_("Het woord van uw bon"), max_length=40,
        help_text=_("Bent u ingelogd? Dan hoeft dit niet. Bon kwijt? De balie helpt u."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # With an account it can be your own story, or you help somebody.
        self.fields["word"].required = self.actor.person is None
