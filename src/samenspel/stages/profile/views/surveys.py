"""Pages of surveys: which there are, what came of one, and making one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samenspel.instruments.surveys import actions, forms, queries
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotThere
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile.views import survey_pictures as pictures
from samenspel.stages.profile.views.common import check, flow, may, paged

ADDRESS = {
    "paper": "survey_paper", "paper_pdf": "survey_paper_pdf", "people": "survey_people", "codes": "survey_codes",
    "desk": "survey_desk", "remarks": "survey_remarks", "add": "add_item", "letters": "survey_letters",
    "reissue": "reissue_survey_code", "block": "block_survey_code",
}  # fmt: skip


@page(Access.PUBLIC, methods=("GET",))
def surveys(request: PageRequest) -> HttpResponse:
    """What the neighbourhood was asked, and what one can answer now."""
    rows = paged(request, queries.surveys_of(request.cycle, request.actor))
    facts = {"page_obj": rows, "may_make": may("surveys.survey.start", request, request.cycle)}
    return render(request, "profile/surveys.html", facts)


@page(Access.PUBLIC, methods=("GET",))
def survey(request: PageRequest, code: str) -> HttpResponse:
    """One survey: how it is made, how to take part, or what came of it."""
    found = survey_at(request, code)
    facts: dict[str, Any] = {"survey": found, "may": _may(request, found), "counts": queries.counts_of(found)}
    if found.state == "draft":
        facts["questions"] = queries.said(queries.form_of(found))
    if found.state == "published" or (found.state == "closed" and facts["may"]["publish"]):
        facts |= {"pictures": pictures.drawn(queries.outcome(found)), "remarks": pictures.remarks(found)}
    facts |= {"urls": links(found), "facts": pictures.so_far(found, facts["counts"]), "mark": found.form_digest[:8]}
    return render(request, f"profile/surveys_{found.state}.html", facts)


@page(Access.ACTION)
def start(request: PageRequest) -> HttpResponse:
    """Begin a survey."""
    check("surveys.survey.start", request, request.cycle)
    form = filled(forms.StartForm, request, cycle=request.cycle)
    if made := attempt(form, actions.start_survey, request.cycle):
        return redirect("profile:survey", request.place.slug, request.cycle.slug, made.code)
    return flow(request, form)


@page(Access.ACTION)
def change(request: PageRequest, code: str) -> HttpResponse:
    """Put right who is asked, and until when."""
    found = checked(request, code, "surveys.survey.change")
    now = {name: getattr(found, name) for name in ("title", "period", "audience", "intro", "until", "population")}
    form = filled(forms.SettingsForm, request, initial=now, seen=found.version)
    if attempt(form, actions.change_survey, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def add(request: PageRequest, code: str) -> HttpResponse:
    """Ask something of the neighbourhood's own."""
    found = checked(request, code, "surveys.item.add")
    form = filled(forms.ItemForm, request, survey=found)
    if attempt(form, actions.add_item, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION)
def change_item(request: PageRequest, code: str, key: str) -> HttpResponse:
    """Put a question in better words."""
    found = checked(request, code, "surveys.item.change")
    now = next((a for a in queries.form_of(found) if a.key == key), None)
    if now is None:
        raise NotThere(_("Deze vraag is er niet meer. Er is niets veranderd."))
    form = filled(forms.ItemForm, request, survey=found, key=key, initial=forms.now_in(now))
    if attempt(form, actions.change_item, found, key=key):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION, methods=("POST",))
def remove_item(request: PageRequest, code: str, key: str) -> HttpResponseRedirect:
    """Do not ask this."""
    found = survey_at(request, code)
    actions.remove_item(found, by=request.actor, key=key)
    return redirect(found)


@page(Access.ACTION, methods=("POST",))
def move_item(request: PageRequest, code: str, key: str) -> HttpResponseRedirect:
    """Ask this one place earlier."""
    found = survey_at(request, code)
    actions.move_item(found, by=request.actor, key=key)
    return redirect(f"{found.get_absolute_url()}#{key}")


@page(Access.ACTION)
def people(request: PageRequest, code: str) -> HttpResponse:
    """Write down who lives here."""
    found = checked(request, code, "surveys.survey.count_people")
    form = filled(forms.PeopleForm, request, survey=found)
    if attempt(form, actions.count_people, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION, methods=("POST",))
def open_up(request: PageRequest, code: str) -> HttpResponseRedirect:
    """From now on people can answer."""
    found = survey_at(request, code)
    actions.open_survey(found, by=request.actor)
    return redirect(found)


@page(Access.ACTION, methods=("POST",))
def close(request: PageRequest, code: str) -> HttpResponseRedirect:
    """Nobody answers any more."""
    found = survey_at(request, code)
    actions.close_survey(found, by=request.actor)
    return redirect(found)


@page(Access.ACTION)
def publish(request: PageRequest, code: str) -> HttpResponse:
    """Give the outcome."""
    found = checked(request, code, "surveys.survey.publish")
    form = filled(forms.PublishForm, request)
    if attempt(form, actions.publish_survey, found):
        return redirect(found)
    return flow(request, form, about=found.title, back=found.get_absolute_url())


@page(Access.ACTION, methods=("GET",))
def remarks(request: PageRequest, code: str) -> HttpResponse:
    """Remarks that an editor still has to read."""
    found = checked(request, code, "surveys.remark.show")
    texts = {question.asked.key: question.text for question in queries.said(queries.form_of(found))}
    rows = paged(request, queries.waiting_remarks(found))
    pairs = [(remark, texts.get(remark.item, "")) for remark in rows]
    return render(request, "profile/surveys_remarks.html", {"survey": found, "page_obj": rows, "pairs": pairs})


@page(Access.ACTION, methods=("POST",))
def show_remark(request: PageRequest, code: str, pk: int) -> HttpResponseRedirect:
    """Show a remark once the outcome is there."""
    found = _remark(request, code, pk)
    actions.show_remark(found, by=request.actor)
    return redirect(found.survey.address("survey_remarks"))


@page(Access.ACTION)
def hide_remark(request: PageRequest, code: str, pk: int) -> HttpResponse:
    """Take a remark away, with a reason."""
    found = _remark(request, code, pk)
    check("surveys.remark.hide", request, found)
    form = filled(forms.HideForm, request)
    back = found.survey.address("survey_remarks")
    if attempt(form, actions.hide_remark, found):
        return redirect(back)
    return flow(request, form, about=found.text.body[:300], back=back)


def survey_at(request: PageRequest, code: str) -> Any:
    """The survey of this address, if this reader may see it."""
    found = queries.survey_by_code(request.cycle, code, request.actor)
    if found is None:
        raise NotThere()
    return found


def checked(request: PageRequest, code: str, verb: str) -> Any:
    """The survey, for whoever may do this with it."""
    found = survey_at(request, code)
    check(verb, request, found)
    return found


def links(found: Any) -> dict[str, str]:
    """Where one can go from a survey."""
    pages = ("fill", "paper", "paper_pdf", "open", "close", "publish", "preview", "change", "people", "codes", "desk",
             "remarks", "add", "letters", "reissue", "block")  # fmt: skip
    return {name: found.address(ADDRESS.get(name, f"{name}_survey")) for name in pages}


def _remark(request: PageRequest, code: str, pk: int) -> Any:
    survey = checked(request, code, "surveys.remark.show")
    found = queries.remark_of(survey, pk)
    if found is None:
        raise NotThere()
    found.survey = survey
    return found


def _may(request: PageRequest, found: Any) -> dict[str, bool]:
    """What this reader can do with it now."""
    verbs = {
        "change": "survey.change", "open": "survey.open", "close": "survey.close", "publish": "survey.publish",
        "people": "survey.count_people", "issue": "survey_code.issue", "help": "survey_code.block",
        "moderate": "remark.show",
    }  # fmt: skip
    able = {word: may(f"surveys.{verb}", request, found) for word, verb in verbs.items()}
    return {**able, "moderate": may("surveys.remark.show", request, request.cycle)}
