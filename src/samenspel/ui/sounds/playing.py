"""Sending a recording. Some players ask for it in parts, and play nothing when they get it whole."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse

HEADERS = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff", "Accept-Ranges": "bytes"}
PART = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


def played(request: HttpRequest, data: bytes, kind: str) -> HttpResponse:
    """The recording, or the part that was asked for."""
    asked = PART.fullmatch(request.headers.get("Range", ""))
    if not asked or not (asked[1] or asked[2]):
        return HttpResponse(data, content_type=kind, headers=HEADERS)
    last = len(data) - 1
    start = int(asked[1]) if asked[1] else max(len(data) - int(asked[2]), 0)
    end = min(int(asked[2]), last) if asked[1] and asked[2] else last
    if start > end:
        none = {**HEADERS, "Content-Range": f"bytes */{len(data)}"}
        return HttpResponse(status=416, content_type=kind, headers=none)
    part = {**HEADERS, "Content-Range": f"bytes {start}-{end}/{len(data)}"}
    return HttpResponse(data[start : end + 1], status=206, content_type=kind, headers=part)
