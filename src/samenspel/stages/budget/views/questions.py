"""Pages about questions with a clock."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samenspel.instruments.questions import actions, queries
from samenspel.instruments.questions.states import QuestionKind
from samenspel.kernel.access.page import Access, PageRequest, only, page
from samenspel.kernel.access.queries import parties_spoken_for
from samenspel.kernel.action import BadInput, NotAllowed, NotThere
from samenspel.kernel.action.forms import ActionForm, attempt, filled
from samenspel.kernel.action.machine import Action
from samenspel.kernel.lineage.queries import node_by_code
from samenspel.stages.budget import forms
from samenspel.stages.budget.views.common import done, form_page
from samenspel.ui.figures import Receipt

PER_PAGE = 50


@page(Access.PUBLIC, methods=("GET",))
def questions(request: PageRequest) -> HttpResponse:
    """All questions of this round, with their clocks."""
    form = forms.KindForm(request.GET)
    if not form.is_valid():
        raise BadInput(_("Dit kunt u hier niet kiezen. Kies uit de lijst."))
    rows = queries.questions_of(request.cycle, request.actor, kind=form.cleaned_data["soort"])
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "rows": shown, "clock": queries.clock_of(request.cycle)}
    return render(request, "budget/questions.html", context)


@page(Access.PUBLIC, methods=("GET",))
def question(request: PageRequest, code: str) -> HttpResponse:
    """One question: who asked whom, until when, and what was said back."""
    found = _question(request, code)
    context = {
        "question": found,
        "answers": queries.answers_of(found),
        "forwards": queries.forwards_of(found),
        "about": queries.about(found),
        "can": queries.possible_acts(found, request.actor),
    }
    return render(request, "budget/question.html", context)


def _question(request: PageRequest, code: str) -> Any:
    if found := queries.question_by_code(request.cycle, code.upper(), request.actor):
        return found
    raise NotThere(_("Deze vraag kennen wij niet. Bij ‘Vragen’ staan alle vragen van deze ronde."))


def _question_to(act: Action[..., Any], request: PageRequest, code: str) -> Any:
    """A question, for who may do this with it; at the desk that is also who helps somebody."""
    found = _question(request, code)
    if not act.info.rule(queries.as_helper(request.actor, found), found):
        raise NotAllowed()
    return found


def _asking(request: PageRequest) -> dict[str, Any]:
    spoken_for = parties_spoken_for(request.actor.mandates)
    return {"parties": queries.addressees(request.place), "spoken_for": spoken_for, "place": request.place.pk}


def _in_office(request: PageRequest) -> str:
    """Who asks in an office knows beforehand that everybody will read so."""
    office = queries.office_words(request.actor, request.place.pk)
    return _("Bij uw vraag staat dat u dit vraagt als: %(office)s.") % {"office": office} if office else ""


def _asked(request: PageRequest, asked: Any, words: str) -> HttpResponse:
    """To the question; who has no account gets a receipt, because an editor reads it first."""
    if asked.node.public:
        return done(request, "question", words, asked.code)
    lines = (_("Met deze code ziet u of uw vraag op de site staat."),)
    slip = Receipt(asked.code, _("Uw bon. Schrijf hem op of print hem."), asked.node.words, lines)
    return render(request, "budget/asked.html", {"slip": slip})


@page(Access.ACTION, methods=("GET",))
def unread(request: PageRequest) -> HttpResponse:
    """What visitors asked and an editor has to read first."""
    only(actions.let_through.info.rule, request, request.cycle)
    shown = Paginator(queries.unread(request.cycle), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "budget/unread.html", {"rows": shown})


@page(Access.ACTION)
def let_through(request: PageRequest, code: str) -> HttpResponse:
    """Put a visitor's question in sight for the first time."""
    found = _question_to(actions.let_through, request, code)
    form = filled(ActionForm, request)
    if attempt(form, actions.let_through, found):
        return done(request, "question", _("Iedereen kan de vraag nu lezen. De klok loopt."), found.code)
    return form_page(request, form, _("Deze vraag tonen?"), _("Toon deze vraag"), thing=found)


@page(Access.ACTION)
def ask(request: PageRequest) -> HttpResponse:
    """Ask something; no account is needed."""
    about = node_by_code(request.GET.get("over", "").upper())
    form = filled(forms.AskForm, request, **_asking(request))
    asked = attempt(form, actions.ask, request.cycle, about=about)
    if asked := asked or queries.asked_before(request.cycle, form.refused_code):
        return _asked(request, asked, _("Uw vraag staat open. De klok loopt."))
    lead = _("Uw vraag gaat over: %(title)s.") % {"title": about.title} if about else ""
    lead = f"{lead} {_in_office(request)}".strip()
    return form_page(request, form, _("Stel een vraag"), _("Stel de vraag"), lead=lead)


@page(Access.ACTION)
def ask_rule(request: PageRequest) -> HttpResponse:
    """Name a rule that is in the way; no account is needed."""
    form = filled(forms.RuleForm, request, **_asking(request))
    asked = attempt(form, actions.ask, request.cycle, kind=QuestionKind.RULE)
    if asked := asked or queries.asked_before(request.cycle, form.refused_code):
        return _asked(request, asked, _("Het is opgeschreven. De eigenaar van de regel geeft antwoord."))
    lead = _("Een regel, een formulier of een voorwaarde die mensen tegenhoudt. De eigenaar geeft antwoord.")
    lead = f"{lead} {_in_office(request)}".strip()
    return form_page(request, form, _("Zit een regel in de weg?"), _("Meld de regel"), lead=lead)


@page(Access.ACTION)
def answer(request: PageRequest, code: str) -> HttpResponse:
    """Give an answer."""
    found = _question_to(actions.answer, request, code)
    form = filled(forms.AnswerForm, request, request.place.pk, about_rule=found.kind == QuestionKind.RULE)
    if attempt(form, actions.answer, found):
        return done(request, "question", _("Bedankt. Het antwoord staat erbij."), found.code)
    return form_page(request, form, _("Antwoord geven"), _("Geef antwoord"), thing=found)


@page(Access.ACTION)
def judge(request: PageRequest, code: str) -> HttpResponse:
    """Say whether the answer will do."""
    found = _question_to(actions.judge, request, code)
    form = filled(forms.JudgeForm, request, request.place.pk)
    if attempt(form, actions.judge, found):
        return done(request, "question", _("Bedankt. Iedereen kan het zien."), found.code)
    return form_page(request, form, _("Is dit een goed antwoord?"), _("Zeg het"), thing=found)


@page(Access.ACTION)
def forward(request: PageRequest, code: str) -> HttpResponse:
    """Say that it is another's task."""
    found = _question_to(actions.forward, request, code)
    form = filled(forms.ForwardForm, request, request.place.pk, parties=queries.addressees(request.place))
    if attempt(form, actions.forward, found):
        return done(request, "question", _("Doorgegeven. Het telt pas als de ander ja zegt."), found.code)
    lead = _("De klok loopt door. Zolang de ander geen ja zegt, blijft het uw vraag.")
    return form_page(request, form, _("Gaat een ander hierover?"), _("Geef door"), thing=found, lead=lead)


@page(Access.ACTION)
def accept(request: PageRequest, code: str) -> HttpResponse:
    """Take a question on."""
    found = _question_to(actions.accept, request, code)
    form = filled(ActionForm, request, request.place.pk)
    if attempt(form, actions.accept, found):
        return done(request, "question", _("Aangenomen. U geeft antwoord voor de datum."), found.code)
    return form_page(request, form, _("Neemt u deze vraag aan?"), _("Ja, wij geven antwoord"), thing=found)


@page(Access.ACTION)
def decline(request: PageRequest, code: str) -> HttpResponse:
    """Say that it is not your task either."""
    found = _question_to(actions.decline, request, code)
    form = filled(forms.ReasonForm, request, request.place.pk)
    if attempt(form, actions.decline, found):
        return done(request, "question", _("Het is opgeschreven. De vraag blijft bij de eerste partij."), found.code)
    return form_page(request, form, _("Gaat u hier niet over?"), _("Nee, wij niet"), thing=found)


@page(Access.ACTION)
def hide(request: PageRequest, code: str) -> HttpResponse:
    """Take a question out of sight."""
    found = _question(request, code)
    only(actions.hide_question.info.rule, request, found)
    form = filled(forms.ReasonForm, request)
    if attempt(form, actions.hide_question, found):
        return done(request, "questions", _("De vraag is niet meer openbaar."))
    return form_page(request, form, _("Deze vraag afschermen?"), _("Scherm af"), thing=found)


@page(Access.ACTION)
def show(request: PageRequest, code: str) -> HttpResponse:
    """Put a question back in sight."""
    found = _question(request, code)
    only(actions.show_question.info.rule, request, found)
    form = filled(forms.ReasonForm, request)
    if attempt(form, actions.show_question, found):
        return done(request, "question", _("De vraag is weer openbaar."), found.code)
    return form_page(request, form, _("Deze vraag weer tonen?"), _("Toon weer"), thing=found)
