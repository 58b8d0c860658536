"""What the pages of this room share: one page for one form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.access.page import PageRequest
from samenspel.kernel.action.forms import ActionForm
from samenspel.kernel.action.rules import Words

SAVE = pgettext_lazy("button", "Bewaar")


def form_page(
    request: PageRequest, form: ActionForm, title: Words, submit: Words, *, thing: Any = None, lead: Words = ""
) -> HttpResponse:
    """One page for one act; `thing` is what it is about."""
    front = reverse("budget:index", args=[request.place.slug, request.cycle.slug])
    back = thing.get_absolute_url() if thing else front
    facts = {"form": form, "title": title, "submit": submit, "thing": thing, "back": back, "lead_text": lead}
    return render(request, "budget/ask.html" if hasattr(form, "screens") else "budget/form.html", facts)


def done(request: PageRequest, name: str, words: str, *args: Any) -> HttpResponse:
    """Say that it worked, and go on."""
    messages.success(request, words)
    return redirect(f"budget:{name}", request.place.slug, request.cycle.slug, *args)


def source_first(request: PageRequest) -> str:
    """An amount stands somewhere: where nothing is named yet, that comes first."""
    to = reverse("budget:add_source", args=[request.place.slug, request.cycle.slug])
    words = _("Er is nog geen stuk waar dit bedrag in kan staan.")
    return format_html('{} <a class="touch" href="{}">{}</a>', words, to, _("Voeg een bron toe"))
