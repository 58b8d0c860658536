"""The base of every form."""

from collections.abc import Sequence
from copy import copy
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MinLengthValidator, ProhibitNullCharactersValidator

from samenspel.ui.figures.base import Text
from samenspel.ui.forms import messages

DJANGO_OWN = "django."


class PlainForm(forms.Form):
    """Plain error texts, no NUL, and no browser bubbles in another language."""

    use_required_attribute = False
    fieldsets: ClassVar[Sequence[tuple[Text, Sequence[str]]]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        for field in self.base_fields.values():  # once: each form copies these
            speak_plainly(field)
        super().__init__(*args, **kwargs)

    def _clean_fields(self) -> None:
        for field in self.fields.values():
            speak_plainly(field)
        super()._clean_fields()  # type: ignore[misc]


def speak_plainly(field: forms.Field) -> None:
    """Give a field our error texts, unless its maker wrote their own."""
    if getattr(field, "speaks_plainly", False):
        return
    field.speaks_plainly = True  # type: ignore[attr-defined]
    own = _own_messages(field)
    field.error_messages.update({k: v for k, v in messages.for_field(field).items() if k not in own})
    field.validators = [copy(validator) for validator in field.validators]  # some are shared by all fields
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = messages.TOO_LONG
        elif isinstance(validator, MinLengthValidator):
            validator.message = messages.TOO_SHORT
        elif isinstance(validator, ProhibitNullCharactersValidator):
            validator.message = messages.NUL
        elif hasattr(validator, "message") and (key := getattr(validator, "code", "")) in field.error_messages:
            validator.message = field.error_messages[key]


def _own_messages(field: forms.Field) -> set[str]:
    """Keys whose text differs from what Django gave this kind of field."""
    given: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        if kind.__module__.startswith(DJANGO_OWN):
            given.update(getattr(kind, "default_error_messages", {}))
    return {key for key, text in field.error_messages.items() if given.get(key) is not text}


def refuse_nul(value: str) -> None:
    """Databases differ in what they do with NUL, so it never gets in."""
    if "\x00" in value:
        raise ValidationError(messages.NUL, code="nul")
