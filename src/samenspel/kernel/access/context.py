"""What every page knows: where it is and who reads it. Costs no query."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Place, round and reader for the frame around a page."""
    return {
        "actor": getattr(request, "actor", None),
        "place": getattr(request, "place", None),
        "cycle": getattr(request, "cycle", None),
        "demo": settings.SAMENSPEL_DEMO,
    }
