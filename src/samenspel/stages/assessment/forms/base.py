"""What every form of the assessment room has."""

from __future__ import annotations

from typing import Any

from samenspel.kernel.action.forms import StepForm


class CodesForm(StepForm):
    """A form in which codes are typed."""

    def facts(self) -> dict[str, Any]:
        """The typed codes as a list."""
        given = super().facts()
        codes = given["codes"].replace(";", ",").split(",")
        return {**given, "codes": [code.strip() for code in codes if code.strip()]}
