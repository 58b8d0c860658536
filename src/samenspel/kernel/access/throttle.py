"""A brake on sending forms: so many a minute from one address, so that a script cannot flood a neighbourhood.

Generous on purpose: a meeting of forty people behind one wifi must not notice it. The address is kept in memory for a
minute, never written down, and each web process counts by itself (README.md). Ballots have a limiter of their own that
knows no addresses at all.
"""

import hashlib
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

WINDOW = 60  # seconds
MOST = 120  # forms a window
VOTING = "/stem/"


class ThrottleMiddleware:
    """Answers 429 with a friendly page once somebody sends too much."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and VOTING not in request.path_info and _too_many(request):
            answer = render(request, "429.html", status=429)
            answer["Retry-After"] = str(WINDOW)
            return answer
        return self.get_response(request)


def _address(request: HttpRequest) -> str:
    """Who sends: behind the web server of a real site, the last address that this server wrote down."""
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    if settings.SECURE and forwarded:
        return _network(forwarded.rsplit(",", 1)[-1].strip())
    return _network(str(request.META.get("REMOTE_ADDR", "")))


def _network(address: str) -> str:
    """With IPv6 one house has a whole /64 to choose addresses from, so that counts as one."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv4Address):
        return address
    return str(known.ipv4_mapped or IPv6Address(int(known) >> 64 << 64))


def _too_many(request: HttpRequest) -> bool:
    return too_often(request, "throttle", MOST, WINDOW)


def too_often(request: HttpRequest, what: str, most: int, seconds: int) -> bool:
    """Count one more of this from one address, and say whether it is too many for so many seconds."""
    key = f"{what}:{hashlib.sha256(_address(request).encode()).hexdigest()[:24]}"
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key)) > most
    except ValueError:  # the minute just ended
        return False
