"""Components of a page: buttons, alerts, rows, tables, slips."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.explained import EXPLAINED
from samenspel.ui.figures import ActionCard, Cell, DataTable, FirstStep, Party, Receipt, Row, Seat
from samenspel.ui.figures.base import Text
from samenspel.ui.marks import mark
from samenspel.ui.tags.library import part, register

UTRECHT_BUTTON = {"quiet": "secondary-action"}
ALERTS = {
    "info": ("info", "info"),
    "success": ("ok", "done"),
    "good": ("ok", "done"),
    "warn": ("warning", "warn"),
    "warning": ("warning", "warn"),
    "error": ("error", "warn"),
}
KINDS = {"success": "good", "warning": "warn", "debug": "info"}


@register.simple_tag
def button(label: Text, url: str, kind: str = "") -> SafeString:
    """A link that looks like a button."""
    return format_html(
        '<a class="button {} utrecht-button utrecht-button--{}" href="{}">{}</a>',
        kind, UTRECHT_BUTTON.get(kind, "primary-action"), url, label,
    )  # fmt: skip


@register.inclusion_tag("ui/parts/post_button.html", takes_context=True)
def post_button(context: Any, label: Text, url: str, kind: str = "", **hidden: Any) -> dict[str, Any]:
    """A form with one button."""
    return {
        "label": label, "url": url, "kind": kind, "utrecht": UTRECHT_BUTTON.get(kind, "primary-action"),
        "hidden": [(name, value) for name, value in hidden.items() if value is not None],
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.simple_tag
def act_links(cards: Sequence[ActionCard]) -> SafeString:
    """The same acts as short links, for the top of a page."""
    return part("act_links", cards=cards)


@register.simple_tag
def alert(text: Text, kind: str = "info", title: Text = "") -> SafeString:
    """Something to know, well done, take care, or wrong."""
    utrecht, symbol = ALERTS.get(kind, ALERTS["info"])
    return part("alert", text=text, kind=KINDS.get(kind, kind), title=title, utrecht=utrecht, symbol=symbol)


@register.simple_block_tag
def alertbox(content: SafeString, kind: str = "info", title: Text = "") -> SafeString:
    """The same around more than one sentence."""
    utrecht, symbol = ALERTS.get(kind, ALERTS["info"])
    return part("alert", content=content, kind=kind, title=title, utrecht=utrecht, symbol=symbol)


@register.simple_block_tag
def fold(content: SafeString, title: Text) -> SafeString:
    """Something that opens when you ask for it."""
    return part("fold", content=content, title=title)


@register.simple_tag
def explain(key: str) -> SafeString:
    """What a word of the house means, for who hesitates; opens when you ask for it."""
    question, answer = EXPLAINED[key]
    return part("explain", question=_(question), answer=_(answer))


@register.simple_tag
def state_mark(state: str, label: Text = "") -> SafeString:
    """A symbol and a word."""
    known = mark(state)
    return _mark(known.key, str(label or known.word))


@register.simple_tag
def agree_mark(kind: str, label: Text = "") -> SafeString:
    """Do figures and people say the same?"""
    words = {"agree": _("Zegt hetzelfde"), "shifted": _("Zegt iets anders"), "unknown": _("Weten we niet")}
    key = kind if kind in words else "unknown"
    return _mark(key, str(label or words[key]))


@lru_cache(maxsize=1024, typed=True)
def _mark(key: str, word: str) -> SafeString:
    """Drawn once: a list of two hundred has three marks, two hundred times."""
    return part("mark", key=key, word=word)


@register.simple_tag
def badge(text: Text) -> SafeString:
    """A small remark such as "voorbeeld"."""
    return format_html('<span class="badge utrecht-data-badge">{}</span>', text)


@register.simple_tag
def code(short: str, words: str = "") -> SafeString:
    """A code, and the form that can be said."""
    first = format_html('<b class="code" dir="ltr">{}</b>', short)
    if not words:
        return first
    return format_html('{}, {} <b class="code-words" dir="ltr">{}</b>', first, _("of in woorden"), words)


@register.simple_tag
def code_lookup(url: str, title: Text = "", value: str = "") -> SafeString:
    """Look something up by its code."""
    spots = (
        (52, 50, 2, 94, 36, "start", pgettext("thread", "verhaal")),
        (120, 120, 4, 166, 126, "start", pgettext("thread", "plan")),
        (170, 172, 6, 214, 162, "start", pgettext("thread", "euro")),
        (250, 236, 10, 204, 250, "end", pgettext("thread", "belofte")),
        (420, 280, 11, 376, 314, "end", pgettext("thread", "opbrengst")),
    )
    return part("code_lookup", url=url, title=title or _("Wat is er met mijn idee gebeurd?"), value=value, spots=spots)


@register.simple_tag
def quote(text: str, source: Text = "", lang: str = "") -> SafeString:
    """What somebody said, in their words."""
    return part("quote", text=text, source=source, lang=lang)


@register.simple_tag
def reason(text: str, who: Text = "") -> SafeString:
    """Why, in one sentence."""
    return part("reason", text=text, who=who) if text else mark_safe("")


@register.simple_tag
def stepper(step: int, steps: int) -> SafeString:
    """How far you are."""
    return part("stepper", step=step, steps=steps, numbers=range(1, int(steps) + 1))


@register.simple_tag
def action_cards(cards: Sequence[ActionCard]) -> SafeString:
    """Two or three things you can do now."""
    return part("action_cards", cards=cards)


@register.simple_tag
def rows(rows: Sequence[Row]) -> SafeString:
    """Decisions, steps or promises under each other."""
    return part("rows", rows=rows)


@register.simple_tag
def data_table(table: DataTable) -> SafeString:
    """A table that stacks on a phone."""
    filled = [
        [(cell if isinstance(cell, Cell) else Cell(cell), column)
         for cell, column in zip(row, table.columns, strict=False)]
        for row in table.rows
    ]  # fmt: skip
    return part("data_table", table=table, rows=filled)


@register.simple_tag
def empty_state(title: Text, steps: Sequence[FirstStep] = (), lead: Text = "") -> SafeString:
    """Nothing here yet: how to begin."""
    return part("empty_state", title=title, steps=steps[:3], lead=lead)


@register.simple_tag
def receipt(slip: Receipt) -> SafeString:
    """A slip to keep."""
    return part("receipt", receipt=slip)


@register.simple_tag
def progress(done: float, whole: float, label: Text = "") -> SafeString:
    """A part of a whole, in words and as a bar."""
    bar = progress_bar(done / whole if whole else 0)
    return format_html("<span>{}</span>{}", label, bar) if label else bar


@register.simple_tag
def progress_bar(share: float) -> SafeString:
    """Only the bar; the number stands beside it."""
    width = 100 * min(max(float(share), 0), 1)
    return part("progress_bar", width=f"{width:.2f}", line=0 < width < 100)


@register.simple_tag
def facts(pairs: Sequence[tuple[Text, Any]]) -> SafeString:
    """Labels with values."""
    return part("facts", pairs=pairs)


@register.simple_tag
def parties(parties: Sequence[Party]) -> SafeString:
    """Everybody on the same chair."""
    return part("parties", parties=parties)


@register.simple_tag
def seats(seats: Sequence[Seat]) -> SafeString:
    """People with a chair."""
    return part("seats", seats=seats)
