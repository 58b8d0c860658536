"""What the pages of this room share."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samenspel.instruments.stories.queries import take_back_word
from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action import ACTIONS, NotAllowed
from samenspel.ui.figures import Receipt

PAGE = 50


def paged(request: PageRequest, rows: QuerySet[Any]) -> Page[Any]:
    """The page that was asked for; a page that is not there shows the nearest."""
    return Paginator(rows, PAGE).get_page(request.GET.get("page"))


def flow(request: PageRequest, form: Any, **extra: Any) -> HttpResponse:
    """One question on the screen."""
    return render(request, "stories/flow.html", {"form": form, **extra})


def may(verb: str, request: PageRequest, subject: Any) -> bool:
    """Whether the one who reads could do this; of a whole round only whether they may at all."""
    info = ACTIONS[verb]
    return info.rule(request.actor, subject) if subject is request.cycle else info.possible(request.actor, subject)


def check(verb: str, request: PageRequest, subject: Any) -> None:
    """Say no before somebody starts typing."""
    if not ACTIONS[verb].rule(request.actor, subject):
        raise NotAllowed()


def receipt_of(story: Any) -> Receipt:
    """What somebody who told a story takes along; only for who told it just now, or showed the word."""
    lines = (
        _("Met deze code ziet u wat ermee gebeurt."),
        _("Wilt u het verhaal intrekken? Dan is dit uw woord: %(word)s") % {"word": take_back_word(story.code)},
    )
    return Receipt(story.code, _("Uw bon. Schrijf hem op of print hem."), story.node.words, lines)


def number_asked(request: PageRequest, name: str) -> int:
    """A number in the address, such as which part of a long form; 1 when there is none."""
    sent = request.GET.get(name, "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 5 else 1
