"""Pages of recordings beside stories: the voice itself, telling aloud, writing out, showing, taking away."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samenspel.instruments.stories import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.access.throttle import too_often
from samenspel.kernel.action import NotThere, Refused
from samenspel.kernel.action.forms import attempt, filled
from samenspel.kernel.places.queries import pieces_of
from samenspel.stages.profile.views.common import check, flow, receipt_of
from samenspel.stages.profile.views.own_story import check_word, take_off, thanks
from samenspel.ui.sounds import Sound, heard, played

MOST, DAY = 20, 86_400  # recordings from one address in a day


class TooMuch(Refused):
    """One address sent many recordings today."""

    status, wait = 429, DAY
    default = gettext_lazy("Vanaf deze plek kwamen vandaag veel opnamen. Probeer het morgen weer, of bel de balie.")


@page(Access.PUBLIC, methods=("GET",))
def recording(request: PageRequest, code: str) -> HttpResponse:
    """The voice itself, for whoever may hear it now."""
    found = queries.recording_of(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return played(request, bytes(found.data), found.kind)


@page(Access.PUBLIC)
def speak(request: PageRequest) -> HttpResponse:
    """Tell how it is here, aloud; no account needed."""
    areas = [(p.slug, p.name) for p in pieces_of(request.place)]
    form = filled(forms.SpeakForm, request, place=request.place.pk, areas=areas)
    sound = _heard(request, form) if form.finished else None
    told = attempt(form, actions.speak_story, request.cycle, sound=sound) if sound else None
    if told := told or queries.told_before(request.cycle, form.refused_code):
        return render(request, "profile/told.html", {"story": told, "slip": receipt_of(told), "spoken": True})
    return flow(request, form, voice=True)


speak.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.PUBLIC)
def add(request: PageRequest, code: str) -> HttpResponse:
    """Add a recording to one's own story. An unknown code is answered like a wrong word."""
    found = queries.story_to_take_back(request.cycle, code)
    form = filled(forms.RecordingForm, request, place=request.place.pk)
    sound = _heard(request, form, found, own=True) if form.finished else None
    if sound and attempt(form, actions.add_recording, found, sound=sound):
        return thanks(request, found, _("Uw opname is binnen. De redactie luistert er eerst naar."))
    return flow(request, form, voice=True)


add.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


def _heard(request: PageRequest, form: Any, story: Any = None, *, own: bool = False) -> Sound | None:
    """Reading a recording: only for who may add one, and so many a day from one address."""
    try:
        if own:
            check_word(form, story)
        if too_often(request, "sound", MOST, DAY):
            raise TooMuch()
        return heard(form.cleaned_data["sound"])
    except ValidationError as error:
        form.add_error("sound", error)
    except Refused as refusal:
        form.refuse(refusal)
    return None


@page(Access.PUBLIC)
def remove(request: PageRequest, code: str) -> HttpResponse:
    """Take the recording of one's own story away."""
    return take_off(request, code, forms.RemoveRecordingForm, actions.remove_recording, _("De opname is weg."))


@page(Access.ACTION)
def write_out(request: PageRequest, code: str) -> HttpResponse:
    """Write down what is said, beside the player."""
    found = queries.story_to_take_back(request.cycle, code)
    if found is None or found.own_recording is None:
        raise NotThere()
    check("stories.recording.write_out", request, found)
    said = found.own_recording.transcript
    form = filled(forms.WriteOutForm, request, initial={"words": said.body if said else ""})
    if attempt(form, actions.write_out, found):
        return redirect("profile:waiting", request.place.slug, request.cycle.slug)
    return flow(request, form, about=found.title, story=found, plays=found.own_recording)


@page(Access.ACTION, methods=("POST",))
def show(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """Let everybody hear this recording, as soon as its story is shown."""
    actions.show_recording(_story(request, code), by=request.actor, recording=pk)
    return redirect("profile:waiting", request.place.slug, request.cycle.slug)


@page(Access.ACTION)
def take_away(request: PageRequest, code: str) -> HttpResponse:
    """An editor takes a recording away, with a reason."""
    found = _story(request, code)
    check("stories.recording.take_away", request, found)
    form = filled(forms.TakeAwayRecordingForm, request)
    if attempt(form, actions.take_away_recording, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


def _story(request: PageRequest, code: str) -> Any:
    found = queries.story_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found
