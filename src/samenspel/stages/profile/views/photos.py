"""Pages of photos beside stories: the photo itself, adding, showing, taking away."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samenspel.instruments.stories import actions, forms, queries
from samenspel.kernel.access.heavy import heavy
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere, Refused
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile.views.common import check, flow
from samenspel.stages.profile.views.own_story import check_word, take_off, thanks
from samenspel.ui.photos import Photo, developed

MOST = 40  # photos from one address in ten minutes
HEADERS = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}


@page(Access.PUBLIC, methods=("GET",))
def photo(request: PageRequest, code: str) -> HttpResponse:
    """The photo itself, for whoever may see it now."""
    found = queries.photo_of(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return HttpResponse(bytes(found.data), content_type="image/jpeg", headers=HEADERS)


@page(Access.PUBLIC)
def add(request: PageRequest, code: str) -> HttpResponse:
    """Add a photo to one's own story. An unknown code is answered like a wrong word."""
    found = queries.story_to_take_back(request.cycle, code)
    form = filled(forms.PhotoForm, request, place=request.place.pk)
    photo = _developed(request, form, found) if form.finished else None
    if photo and attempt(form, actions.add_photo, found, photo=photo):
        return thanks(request, found, _("Uw foto is binnen. De redactie kijkt er eerst naar."))
    away = (_("Staat er al een foto? Haal die weg"), _address("remove_story_photo", request, code))
    return flow(request, form, others=[away])


add.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


def _developed(request: PageRequest, form: Any, story: Any) -> Photo | None:
    """Unpacking a photo is work for the server: only for who may add one, and one at a time."""
    try:
        check_word(form, story)
        with heavy(request, "photo", MOST):
            return developed(form.cleaned_data["photo"])
    except ValidationError as error:
        form.add_error("photo", error)
    except Refused as refusal:
        form.refuse(refusal)
    return None


@page(Access.PUBLIC)
def remove(request: PageRequest, code: str) -> HttpResponse:
    """Take the photo of one's own story away."""
    return take_off(request, code, forms.RemovePhotoForm, actions.remove_photo, _("De foto is weg."))


@page(Access.ACTION, methods=("POST",))
def show(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """Show this photo to everybody, as soon as its story is shown."""
    actions.show_photo(_story(request, code), by=request.actor, photo=pk)
    return redirect("profile:waiting", request.place.slug, request.cycle.slug)


@page(Access.ACTION)
def take_away(request: PageRequest, code: str) -> HttpResponse:
    """An editor takes a photo away, with a reason."""
    found = _story(request, code)
    check("stories.photo.take_away", request, found)
    form = filled(forms.TakeAwayForm, request)
    if attempt(form, actions.take_away_photo, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


def _story(request: PageRequest, code: str) -> Any:
    found = queries.story_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def _address(name: str, request: PageRequest, code: str) -> str:
    return reverse(f"profile:{name}", args=[request.place.slug, request.cycle.slug, code])
