"""Which pages there are in which language: whole flows for residents, or nothing.

Dutch and English are everywhere. The other languages are there on the pages that a resident needs to take part. On any
other page the reader gets Dutch, said to be Dutch, with one line in the own language (docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils import translation

EVERYWHERE = ("nl", "en")
FLOWS = frozenset({
    # where one is, and where to go
    "start", "home", "find", "thread", "search", "accessibility", "privacy", "set_language", "cycle:cycle",
    "guides", "guide",
    # tell and offer
    "profile:stories", "profile:story", "profile:tell", "profile:withdraw_story",
    "profile:add_story_photo", "profile:remove_story_photo", "profile:speak", "profile:add_story_recording",
    "profile:remove_story_recording",
    "profile:fill_survey",
    "profile:assets", "profile:asset", "profile:offer", "profile:ask", "profile:react", "profile:connection",
    "profile:finish_match", "profile:confirm_asset",
    "consultation:index", "consultation:give", "consultation:contributions", "consultation:contribution",
    "consultation:withdraw", "consultation:theme",
    # propose, ask, promise
    "proposals:index", "proposals:hand_in", "proposals:proposal", "proposals:receipt",
    "budget:ask", "budget:question", "budget:questions", "rules", "pact:promise", "pact:commitment",
    # who promised what, and where the money is
    "promises", "pact:index", "pact:pact",
    "money", "budget:index", "budget:lines", "budget:budget_line", "budget:grants", "budget:city",
    # vote
    "commissioning:index", "commissioning:call", "commissioning:vote", "commissioning:choose", "commissioning:cast",
    "commissioning:receipts", "commissioning:result", "commissioning:option", "commissioning:joint_plan",
    "commissioning:award",
    # follow
    "news:follow", "news:follow_round", "news:follow_room", "news:confirm", "news:mine", "news:by_link",
    "news:one_click", "news:stopped",
    # log in
    "login", "account_login", "account_signup", "account_request_login_code", "account_confirm_login_code",
    "account_email_verification_sent", "account_logout",
})  # fmt: skip
# Of these pages only some are there: what comes in this part of the address.
ONLY = {"guide": ("slug", frozenset({"bewoners"}))}

Next = Callable[[HttpRequest], HttpResponse]


def there(match: ResolverMatch) -> bool:
    """Whether this page is there in every language."""
    part, shown = ONLY.get(match.view_name, ("", frozenset({None})))
    return match.view_name in FLOWS and match.kwargs.get(part) in shown


class PageLanguageMiddleware:
    """Draws a page in Dutch when it is not there in the language of the reader, and remembers what was asked."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: Any, kwargs: Any) -> None:
        """Every page that is found comes by here; a page that is not found is an error page, and those are there."""
        asked, match = translation.get_language(), request.resolver_match
        if asked in EVERYWHERE or (match and there(match)):
            return
        translation.activate("nl")
        request.LANGUAGE_CODE = "nl"
        request.asked_language = asked  # type: ignore[attr-defined]
