"""Paper of a survey: codes, letters with a code, and the form to fill in with a pen.

Nothing of a letter is kept: codes and addresses travel in the request, and only whoever may hand out a code comes here.
"""

from __future__ import annotations

import csv
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from samenspel.instruments.surveys import actions, forms, queries
from samenspel.kernel.access.heavy import on_paper
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import Refused, WrongState
from samenspel.kernel.action.forms import attempt, filled
from samenspel.stages.profile.views.surveys import checked, survey_at
from samenspel.ui.paper import bare
from samenspel.ui.paper.letters import LetterForm


@page(Access.ACTION)
def codes(request: PageRequest, code: str) -> HttpResponse:
    """Make a stack of codes; they are shown once, to print."""
    found = _with_codes(request, code, "surveys.survey_code.issue")
    form = filled(forms.IssueForm, request, parts=queries.parts_with_codes(request.place))
    issued = attempt(form, actions.issue_codes, found)
    return _codes_page(request, found, form=form, issued=issued)


@page(Access.ACTION)
def reissue(request: PageRequest, code: str) -> HttpResponse:
    """The old code stops, a new one works."""
    found = _with_codes(request, code, "surveys.survey_code.reissue")
    form = filled(forms.SerialForm, request)
    made = attempt(form, actions.reissue_code, found)
    return _codes_page(request, found, other=form, issued=[made] if made else None)


@page(Access.ACTION)
def block(request: PageRequest, code: str) -> HttpResponse:
    """A code no longer works."""
    found = _with_codes(request, code, "surveys.survey_code.block")
    form = filled(forms.SerialForm, request)
    return _codes_page(request, found, other=form, blocked=attempt(form, actions.block_code, found))


@page(Access.ACTION, methods=("POST",))
def letters(request: PageRequest, code: str) -> HttpResponse:
    """One letter for each code: pages to print, one PDF, or a file for a printer's own letters."""
    found = _with_codes(request, code, "surveys.survey_code.reissue")
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _codes_page(request, found, letter_form=form, issued=form.codes)
    answer = _merged(request, found, form) if form.cleaned_data["kind"] == "csv" else _printed(request, found, form)
    answer["Cache-Control"] = "no-store"
    return answer


letters.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.PUBLIC, methods=("GET",))
def paper(request: PageRequest, code: str, kind: str = "") -> HttpResponse:
    """The form to fill in with a pen; its boxes carry numbers for who types it in, or for a scanner."""
    found = survey_at(request, code)
    shown = {"survey": found, "sheets": queries.sheets_of(found), "pdf_url": found.address("survey_paper_pdf")}
    shown |= {"back_url": found.get_absolute_url()}
    return on_paper(request, "profile/surveys_paper.html", shown, pdf=kind and f"enquete-{found.code.lower()}")


def _with_codes(request: PageRequest, code: str, verb: str) -> Any:
    found = checked(request, code, verb)
    if not found.by_letter or found.state not in ("draft", "open"):
        raise WrongState(_("Bij deze enquête zijn nu geen codes te maken. Er is niets veranderd."))
    return found


def _codes_page(request: PageRequest, survey: Any, **facts: Any) -> HttpResponse:
    shown = {
        "survey": survey, "batches": queries.batches_of(survey), "letter_form": LetterForm(),
        "form": forms.IssueForm(parts=queries.parts_with_codes(request.place)), "other": forms.SerialForm(), **facts,
    }  # fmt: skip
    answer = render(request, "profile/surveys_codes.html", shown)
    answer["Cache-Control"] = "no-store"
    return answer


def _address(request: PageRequest, survey: Any) -> str:
    """Where the square leads, without any code in it."""
    return request.build_absolute_uri(survey.address("fill_survey"))


def _merged(request: PageRequest, survey: Any, form: LetterForm) -> HttpResponse:
    """Number, code and address on a line, for the letters of a printer."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="brieven-{survey.code.lower()}.csv"'
    rows = csv.writer(answer, delimiter=";")
    names = [_("regel %(n)s van het adres") % {"n": n} for n in range(1, 5)]
    rows.writerow([_("volgnummer op de brief"), _("code in de brief"), _("webadres van de enquête"), *names])
    for letter in form.letters:
        address = [*letter.address, "", "", "", ""][:4]
        rows.writerow([letter.number, letter.code, _address(request, survey), *map(_harmless, address)])
    return answer


def _harmless(cell: str) -> str:
    """A spreadsheet must not take an address for a sum."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" else cell


def _printed(request: PageRequest, survey: Any, form: LetterForm) -> HttpResponse:
    """The letters; when the server is busy, the codes stay on the page: they were shown only once."""
    pdf = f"brieven-{survey.code.lower()}" if form.cleaned_data["kind"] == "pdf" else ""
    tongues = [get_language_info(code)["name_local"] for code, _name in settings.LANGUAGES]
    url = _address(request, survey)
    shown = {"survey": survey, "letters": form.letters, "url": url, "shown_url": bare(url), "languages": tongues}
    try:
        return on_paper(request, "profile/surveys_letters.html", shown, pdf=pdf)
    except Refused as busy:
        form.add_error(None, str(busy.message))
        return _codes_page(request, survey, letter_form=form, issued=form.codes)
