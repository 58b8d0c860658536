"""The one library all tags are registered in."""

from typing import Any

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = Library()


def part(name: str, /, **context: Any) -> SafeString:
    """Draw one part; the template escapes what it is given."""
    return render_to_string(f"ui/parts/{name}.html", context)


def figure(name: str, /, **context: Any) -> SafeString:
    """Draw one figure."""
    return render_to_string(f"ui/figures/{name}.html", context)
