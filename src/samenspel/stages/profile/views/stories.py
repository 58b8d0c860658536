"""Pages of stories: reading, telling, showing, hiding, taking back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.contracts.themes import theme_key
from samenspel.instruments.stories import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotAllowed, NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.lineage.queries import links_of
from samenspel.kernel.people.forms import SPOKEN
from samenspel.kernel.places.queries import pieces_of
from samenspel.kernel.places.themes import theme_choices
from samenspel.stages.profile.queries import lesson, lessons_before
from samenspel.stages.profile.views.areas import Pieces
from samenspel.stages.profile.views.common import check, flow, may, paged, receipt_of


@page(Access.PUBLIC, methods=("GET",))
def stories(request: PageRequest) -> HttpResponse:
    """What people tell here."""
    key, area = theme_key(request.GET.get("thema", "")), request.GET.get("buurt", "")
    pieces = Pieces(request.place, queries.counts_by_area(request.cycle), f"?thema={quote(key)}&buurt=")
    facts = {
        "page_obj": paged(request, queries.shown_stories(request.cycle, key, pieces.known(area))), "theme": key,
        "themes": theme_choices("")[1:], "pieces": pieces, "area": pieces.known(area),
        "may_show": may("stories.story.show", request, request.cycle),
        "may_help": may("stories.translation.add", request, request.cycle), "lessons": lessons_before(request.cycle),
    }  # fmt: skip
    return render(request, "profile/stories.html", facts)


@page(Access.PUBLIC)
def tell(request: PageRequest) -> HttpResponse:
    """Tell how it is here; no account needed."""
    asked = lesson(request.cycle, request.POST.get("lesson") or request.GET.get("les", ""))
    given = {"lesson": asked.code if asked else "", "theme": asked.theme if asked else ""}
    areas = [(p.slug, p.name) for p in pieces_of(request.place)]
    form = filled(forms.TellForm, request, place=request.place.pk, initial=given, areas=areas)
    told = attempt(form, actions.tell_story, request.cycle) if form.finished else None
    if told := told or queries.told_before(request.cycle, form.refused_code):
        return render(request, "profile/told.html", {"story": told, "slip": receipt_of(told), **_beside(request, told)})
    return flow(request, form, about=asked.change if asked else "", others=[_aloud(request)] if form.shown == 1 else ())


def _beside(request: PageRequest, told: Any) -> dict[str, Any]:
    """A photo can be added at once: the word of the receipt is known on this page."""
    word = queries.take_back_word(told.code)
    return {"photo_form": forms.ReceiptPhotoForm(actor=request.actor, initial={"word": word})}


def _aloud(request: PageRequest) -> tuple[str, str]:
    return _("Liever praten dan schrijven? Vertel het hardop"), reverse(
        "profile:speak", args=[request.place.slug, request.cycle.slug]
    )


@page(Access.ACTION, methods=("GET",))
def waiting(request: PageRequest) -> HttpResponse:
    """Stories that an editor still has to read."""
    check("stories.story.show", request, request.cycle)
    rows = paged(request, queries.waiting_stories(request.cycle))
    return render(request, "profile/waiting.html", {"page_obj": rows})


@page(Access.PUBLIC, methods=("GET",))
def story(request: PageRequest, code: str) -> HttpResponse:
    """One story, and what became of it."""
    found = _story(request, code)
    before, after = links_of(found.node)
    facts = {
        "story": found, "before": before, "after": after,
        "may_show": may("stories.story.show", request, found) and found.may_show,
        "may_hide": may("stories.story.hide", request, found), "waits": queries.new_photo(found, request.actor),
        "unheard": queries.new_recording(found, request.actor),
        "may_help": may("stories.translation.add", request, found),
        "spoken_in": dict(SPOKEN).get(found.words.language, ""),
    }  # fmt: skip
    return render(request, "profile/story.html", facts)


@page(Access.ACTION, methods=("POST",))
def show(request: PageRequest, code: str) -> HttpResponseRedirect:
    """Show a story to everybody."""
    actions.show_story(_story(request, code), by=request.actor)
    return redirect("profile:waiting", request.place.slug, request.cycle.slug)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take a story out of sight, with a reason."""
    found = _story(request, code)
    check("stories.story.hide", request, found)
    form = filled(forms.HideForm, request)
    if attempt(form, actions.hide_story, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.PUBLIC)
def withdraw(request: PageRequest, code: str) -> HttpResponse:
    """Take one's own story back. An unknown code is answered like a wrong word: neither says what is here."""
    found = queries.story_to_take_back(request.cycle, code)
    seen = queries.story_by_code(request.cycle, code, request.actor)
    form = filled(forms.WithdrawForm, request, place=request.place.pk)
    if found and attempt(form, actions.withdraw_story, found):
        return redirect(found)
    if not found and form.is_bound and form.is_valid():
        form.refuse(NotAllowed(actions.WRONG_WORD))
    known = {"about": seen.title, "back": seen.get_absolute_url()} if seen else {}
    return flow(request, form, others=_to_parts(request, code), **known)


def _to_parts(request: PageRequest, code: str) -> list[tuple[str, str]]:
    """The same for every code."""
    where = [request.place.slug, request.cycle.slug, code]
    return [
        (_("Doe er een foto bij"), reverse("profile:add_story_photo", args=where)),
        (_("Doe er een opname bij"), reverse("profile:add_story_recording", args=where)),
        (_("Haal alleen de opname weg"), reverse("profile:remove_story_recording", args=where)),
    ]


def _story(request: PageRequest, code: str) -> Any:
    found = queries.story_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found
