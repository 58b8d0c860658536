"""Forms in plain words: fields that understand how people write, errors that say what to do."""

from samenspel.ui.forms.base import PlainForm
from samenspel.ui.forms.fields import CodeField, ContactField, DayField, EuroField, LongTextField, ShortTextField

__all__ = ["CodeField", "ContactField", "DayField", "EuroField", "LongTextField", "PlainForm", "ShortTextField"]
