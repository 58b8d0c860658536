"""Fields that understand how people write amounts, codes, dates and stories."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import override

from samenspel.ui.forms import messages
from samenspel.ui.forms.base import refuse_nul
from samenspel.ui.numbers import euro

SHORTEST_NUMBER = 8  # digits of a telephone number
SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " "})
GROUPS = re.compile(r"\d{1,3}([ .]\d{3})+|\d+")


class EuroField(forms.Field):
    """An amount as people write it; the clean value is whole cents."""

    widget = forms.TextInput

    def __init__(self, *, min_cents: int | None = 0, max_cents: int | None = None, **kwargs: Any) -> None:
        self.min_cents, self.max_cents = min_cents, max_cents
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off", "data-kind": "euro", "maxlength": 24}

    def prepare_value(self, value: Any) -> Any:
        """Stored cents become an amount again; typed text stays as typed."""
        if not isinstance(value, int) or isinstance(value, bool):
            return value
        whole, rest = divmod(abs(value), 100)
        text = f"{whole:,}".replace(",", ".") + (f",{rest:02d}" if rest else "")
        return f"-{text}" if value < 0 else text

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        text = str(value).translate(SIGNS).strip()
        refuse_nul(text)
        return parse_cents(text)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_cents is not None and value < self.min_cents:
            key = "negative" if value < 0 else "min"
            raise ValidationError(messages.AMOUNT[key], code=key, params={"amount": euro(self.min_cents)})
        if self.max_cents is not None and value > self.max_cents:
            raise ValidationError(messages.AMOUNT["max"], code="max", params={"amount": euro(self.max_cents)})


LONGEST_AMOUNT = 40  # characters


def _without_sign_of_euro(text: str) -> str:
    for sign in ("€", "euro", "eur"):
        text = text.removeprefix(sign).removesuffix(sign).strip()
    return text


def parse_cents(text: str) -> int:
    """Read "1.250,50", "€ 1250", "1 250,-" as whole cents; never through a float."""
    if len(text) > LONGEST_AMOUNT:  # before any pattern: patterns over long texts cost time
        raise ValidationError(messages.AMOUNT["invalid"], code="invalid")
    bare = _without_sign_of_euro(text.strip().casefold())
    sign = -1 if bare.startswith("-") else 1
    bare = _without_sign_of_euro(bare.removeprefix("-").strip())
    bare = bare.removesuffix("-").removesuffix("-").removesuffix(",") if bare.endswith("-") else bare
    if re.search(r"[^\W\d_]", bare):
        raise ValidationError(messages.AMOUNT["letters"], code="letters")
    whole, comma, rest = bare.partition(",")
    if not comma and re.fullmatch(r"\d+\.\d{2}", bare):
        whole, comma, rest = bare.partition(".")
    if not GROUPS.fullmatch(whole) or len(whole) > 15:
        raise ValidationError(messages.AMOUNT["invalid"], code="invalid")
    if comma and not re.fullmatch(r"[0-9]{2}", rest):
        raise ValidationError(messages.AMOUNT["cents"], code="cents")
    return sign * (int(re.sub(r"[ .]", "", whole)) * 100 + int(rest or 0))


class CodeField(forms.CharField):
    """A short code (PR-7K4R) or its words (tulp-brug-42); spaces, case and dashes do not matter."""

    def __init__(self, *, max_length: int = 60, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        fixed = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "data-kind": "code"}
        return {**super().widget_attrs(widget), **fixed}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        refuse_nul(text)
        parts = [part for part in re.split(r"[\s\-\u2010-\u2015\u2212.]+", text) if part]
        if not parts:
            return ""
        if not all(part.isalnum() for part in parts):
            raise ValidationError(messages.CODE, code="invalid")
        code = "-".join(parts)
        return code.lower() if len(parts) > 2 else code.upper()


class ShortTextField(forms.CharField):
    """One line."""

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # No maxlength: the browser would cut a paste off in silence. The server says that it is too long.
        return {"dir": "auto"}


class ContactField(ShortTextField):
    """How to reach somebody: an e-mail address or a telephone number, with whatever words around it."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        mail = re.search(r"[^\s@]@[^\s@]+\.[^\s@]", value)
        if value and not mail and sum(sign.isdecimal() for sign in value) < SHORTEST_NUMBER:
            raise ValidationError(messages.CONTACT, code="contact")


class LongTextField(forms.CharField):
    """A story or a reason, in any language."""

    def __init__(self, *, max_length: int = 4000, rows: int = 6, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "cols": 40}))
        super().__init__(max_length=max_length, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # The browser counts line ends differently and would cut a paste off in silence: the server says it.
        return {"dir": "auto"}


class DayField(forms.DateField):
    """A day, picked or typed: 14-12-2026, 14/12/2026 or 14 december 2026."""

    def __init__(self, *, not_before_today: bool = False, **kwargs: Any) -> None:
        self.not_before_today = not_before_today
        kwargs.setdefault("widget", forms.DateInput(format="%d-%m-%Y"))
        kwargs.setdefault("input_formats", ["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"])
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"autocomplete": "off", "inputmode": "text", "maxlength": 40, "data-kind": "day"}

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str):
            refuse_nul(value)
            value = _month_as_number(value)
        return super().to_python(value)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and self.not_before_today and value < timezone.localdate():
            raise ValidationError(messages.PAST, code="past")


def _month_as_number(text: str) -> str:
    """Turn "14 december 2026" into "14-12-2026"."""
    found = re.fullmatch(r"\s*(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})\s*", text)
    if not found:
        return text.strip()
    wanted = found[2].lower()
    for number, name in MONTHS.items():
        with override("nl"):
            names = {str(name).lower()}
        names.add(str(name).lower())
        if len(wanted) >= 3 and any(full.startswith(wanted) for full in names):
            return f"{found[1]}-{number}-{found[3]}"
    return text.strip()
