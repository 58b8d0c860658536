"""Paper of a vote: its poster, and letters with the codes that were just made.

Nothing of a letter is kept: codes and addresses travel in the request, and only whoever may hand out a code comes here.
"""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language_info

from samenspel.instruments.ballots import actions as ballots
from samenspel.instruments.ballots.forms import IssueForm, SerialForm
from samenspel.kernel.access.heavy import on_paper
from samenspel.kernel.access.page import Access, PageRequest, page
from samenspel.kernel.action import NotAllowed, NotThere, Refused, WrongState
from samenspel.stages.commissioning import queries
from samenspel.stages.commissioning.forms import LetterForm
from samenspel.ui.paper import bare, poster_table


@page(Access.ACTION, methods=("POST",))
def letters(request: PageRequest, code: str) -> HttpResponse:
    """One letter for each code, for a window envelope; as pages to print or as one PDF."""
    call = queries.call(request.cycle, request.actor, code)
    if not ballots.reissue_code.info.rule(request.actor, call):
        raise NotAllowed()
    if not call.box or call.state not in ("draft", "open"):
        raise WrongState()
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _kept_private(render(request, "commissioning/codes.html", _again(call, form)))
    return _kept_private(_printed(request, call, form))


letters.body_limit = settings.SAMENSPEL_UPLOAD_LIMIT  # type: ignore[attr-defined]


@page(Access.PUBLIC, methods=("GET",))
def poster(request: PageRequest, code: str, kind: str = "") -> HttpResponse:
    """The poster of a vote."""
    call = queries.call(request.cycle, request.actor, code)
    if not call.node.public:
        raise NotThere()
    sheet = queries.poster(call, request.build_absolute_uri(reverse("vote_here", args=[call.code])))
    urls = {"pdf_url": call.address("poster_pdf"), "back_url": call.get_absolute_url()}
    shown = {"poster": sheet, "table": poster_table(), **urls}
    return on_paper(request, "ui/paper/poster.html", shown, pdf=kind and f"poster-{call.code.lower()}")


def _printed(request: PageRequest, call: Any, form: LetterForm) -> HttpResponse:
    """The letters; when the server is busy, the codes stay on the page: they were shown only once."""
    pdf = f"brieven-{call.code.lower()}" if form.cleaned_data["kind"] == "pdf" else ""
    shown = {"call": call, "letters": form.letters, "facts": queries.invitation(call), **_addresses(request, call)}
    try:
        return on_paper(request, "commissioning/letters.html", shown, pdf=pdf)
    except Refused as busy:
        form.add_error(None, str(busy.message))
        return render(request, "commissioning/codes.html", _again(call, form), status=busy.status)


def _addresses(request: PageRequest, call: Any) -> dict[str, Any]:
    """Where the square leads, without any code in it, and the address as somebody types it."""
    short = request.build_absolute_uri(reverse("vote_here", args=[call.code]))
    tongues = [get_language_info(code)["name_local"] for code, _name in settings.LANGUAGES]
    return {"url": short, "shown_url": bare(short), "languages": tongues, "back_url": call.address("codes")}


def _again(call: Any, form: LetterForm) -> dict[str, Any]:
    """The codes stay on the page when something is wrong with the addresses."""
    return {"call": call, "form": IssueForm(), "other": SerialForm(), "issued": form.codes, "letter_form": form}


def _kept_private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
