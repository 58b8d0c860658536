"""What every form of the assessment room has."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action.errors import Changed, Refused
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words


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
        typed: Any = self.data.copy()  # type: ignore[attr-defined]
        typed["seen"] = str(version)
        self.data = typed


class CodesForm(StepForm):
    """A form in which codes are typed."""

    def facts(self) -> dict[str, Any]:
        """The typed codes as a list."""
        given = super().facts()
        codes = given["codes"].replace(";", ",").split(",")
        return {**given, "codes": [code.strip() for code in codes if code.strip()]}
