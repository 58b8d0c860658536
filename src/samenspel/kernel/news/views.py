"""Pages about following: the button, the link in the mail, and what you follow."""

from __future__ import annotations

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from samenspel.contracts.actor import Actor
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.access.throttle import too_often
from samenspel.kernel.action import AlreadyDone, NotThere, Refused
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.cycle.states import Stage
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.kernel.news import actions, forms, links, queries, rules, tasks
from samenspel.kernel.news.models import Follow, Reader
from samenspel.kernel.news.queries import Target
from samenspel.kernel.people.queries import person
from samenspel.kernel.people.states import NoticeBy

AN_HOUR = 60  # wishes to follow from one network address; a meeting behind one wifi must not notice it


@page(Access.PUBLIC)
def follow_thing(request: PageRequest, code: str) -> HttpResponse:
    """Follow one thing."""
    if (node := node_by_code(code)) is None:
        raise NotThere(_("Dit staat niet op de site, of nog niet. Zodra het op de site staat, kunt u het volgen."))
    return _follow(request, Target(node.place, node.title, node.get_absolute_url(), node=node))


@page(Access.PUBLIC)
def follow_round(request: PageRequest, room: str = "") -> HttpResponse:
    """Follow a round, or one room of it."""
    if room and room not in ROOM:
        raise NotThere()
    cycle = request.cycle
    title = f"{cycle.title}: {Stage(room).label}" if room else cycle.title
    return _follow(request, Target(request.place, title, cycle.get_absolute_url(), cycle=cycle, room=room))


def _follow(request: PageRequest, target: Target) -> HttpResponse:
    me = person(request.actor.person)
    if me is None:
        return _ask(request, target)
    reader = queries.reader_of(me)
    form = filled(forms.FollowForm, request)
    if attempt(form, actions.follow, reader, target=target):
        messages.success(request, _("U volgt dit nu."))
        return redirect("news:mine")
    known = {"follow": queries.follow_on(reader, target), "address": queries.address_of(reader)}
    return render(request, "news/follow.html", {"form": form, "target": target, **known})


def _ask(request: PageRequest, target: Target) -> HttpResponse:
    """Without an account: the answer is the same for every address."""
    form = forms.AskForm(request.POST or None)
    if form.is_valid():
        if too_often(request, "follow", AN_HOUR, 3600):
            raise Refused(_("Vanaf deze plek vroegen veel mensen om een link. Wacht een uur en probeer het dan weer."))
        with suppress(AlreadyDone):  # asked twice at the same moment: one mail is enough
            actions.ask(target.place, by=request.actor, email=form.cleaned_data["email"],
                        language=get_language() or "nl", target=target, send=tasks.send_link)  # fmt: skip
        return render(request, "news/look_in_your_mail.html", {"target": target, "days": links.DAYS})
    return render(request, "news/follow.html", {"form": form, "target": target, "visitor": True})


@page(Access.PUBLIC)
def confirm(request: PageRequest, token: str) -> HttpResponse:
    """The link from the mail. Opening it changes nothing (mail scanners open links); the button does."""
    follow = links.follow_by(token)
    if follow is None:
        return render(request, "news/old_link.html", status=404)
    if request.method == "POST":
        actions.confirm(follow, by=rules.bearer(follow.reader))
        messages.success(request, _("U volgt dit nu. Hieronder kiest u hoe vaak u bericht krijgt."))
        return redirect(links.news_path(follow.reader, queries.address_of(follow.reader)))
    return render(request, "news/confirm.html", {"follow": follow})


@page(Access.ACCOUNT)
def mine(request: PageRequest) -> HttpResponse:
    """What I follow and how often I get mail."""
    if (me := person(request.actor.person)) is None:
        raise NotThere()
    return _news(request, queries.reader_of(me), request.actor, reverse("news:mine"))


@page(Access.PUBLIC)
def by_link(request: PageRequest, token: str) -> HttpResponse:
    """The same page by the link in a mail, without logging in."""
    if (reader := links.reader_by(token)) is None:
        return render(request, "news/old_link.html", status=404)
    return _news(request, reader, rules.bearer(reader), request.path)


def _news(request: PageRequest, reader: Reader, by: Actor, here: str) -> HttpResponse:
    """One page for both: what is followed, each with a stop button, and how often."""
    follows = list(queries.follows_of(reader))
    if request.method == "POST" and (stopped := _picked(request, follows)):
        actions.stop(stopped, by=by)
        messages.success(request, _("U volgt ‘%(what)s’ niet meer.") % {"what": stopped.title})
        return redirect("news:stopped" if reader.person is None and len(follows) == 1 else here)
    wants = reader.person is not None and reader.person.notice_by == NoticeBy.EMAIL
    known = {"rhythm": reader.how_often, "messages": wants}
    form = filled(forms.RhythmForm, request, initial=known, with_messages=reader.person is not None)
    form.actor = by
    if attempt(form, actions.set_rhythm, reader):
        messages.success(request, _("Bewaard. Dank u wel."))
        return redirect(here)
    context = {"form": form, "follows": follows, "here": here, "address": queries.address_of(reader)}
    answer = render(request, "news/mine.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _picked(request: PageRequest, follows: list[Follow]) -> Follow | None:
    """The follow whose stop button was pressed; only one of this reader."""
    return next((f for f in follows if str(f.pk) == request.POST.get("stop")), None)


@csrf_exempt  # a mail program presses this button for its owner; the signed address is the proof (RFC 8058)
@page(Access.PUBLIC)
def one_click(request: PageRequest, token: str) -> HttpResponse:
    """Stop all mail with one click in the mail program; opened in a browser it first asks."""
    reader = links.reader_by(token)
    if request.method == "POST":
        if reader is not None:
            actions.stop_all(reader, by=rules.bearer(reader))
        return render(request, "news/stopped.html")  # never a redirect: mail programs do not follow it
    return render(request, "news/stop.html" if reader else "news/old_link.html", status=200 if reader else 404)


@page(Access.PUBLIC, methods=("GET",))
def stopped(request: PageRequest) -> HttpResponse:
    """It is done: no more mail."""
    return render(request, "news/stopped.html")
