"""Filters that need the kernel: `{% load kernel %}`."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.kernel.texts.markdown import rendered
from samenspel.kernel.texts.models import Text

register = template.Library()


@register.filter
def prose(text: Text | str | None) -> SafeString | str:
    """A person's words as safe HTML; withdrawn words say so."""
    if text is None:
        return ""
    if isinstance(text, Text) and text.erased:
        return _("Deze tekst is ingetrokken.")
    return rendered(text.body if isinstance(text, Text) else text)
