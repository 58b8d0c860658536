"""Content of the page that shows every component: short, long, empty, Arabic."""

from typing import Any

from django.core.paginator import Paginator

from samenspel.ui.style import drawings, profile, words
from samenspel.ui.style.form import SampleForm


def samples() -> dict[str, Any]:
    """Everything the style page draws."""
    return {
        **words.parts(),
        **drawings.figures(),
        **profile.figures(),
        "fresh_form": SampleForm(prefix="fresh"),
        "wrong_form": SampleForm({"wrong-amount": "twaalf", "wrong-code": "?!", "wrong-day": "31-2"}, prefix="wrong"),
        "page_obj": Paginator(range(240), 20).get_page(4),
        "step": 2,
        "steps": 4,
    }
