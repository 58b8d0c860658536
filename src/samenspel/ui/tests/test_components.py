"""Components: what is given is shown, and nothing given can break out."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from samenspel.ui.figures import ActionCard, Cell, Column, DataTable, Party, Receipt, Row, Seat
from samenspel.ui.forms import EuroField, PlainForm

EVIL = """<script>x</script>"'&\u202e{{ 7 }}"""


def draw(text: str, **context: Any) -> str:
    return Template("{% load i18n ui %}" + text).render(Context(context))


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    "text",
    [
        "{% button x x %}", "{% post_button x x once=x %}", "{% alert x title=x %}", "{% state_mark x x %}",
        "{% badge x %}", "{% code x x %}", "{% code_lookup x title=x value=x %}", "{% quote x source=x lang=x %}",
        "{% reason x who=x %}", "{% facts pairs %}", "{% rows rows %}", "{% action_cards cards %}", "{% seats seats %}",
        "{% parties parties %}", "{% receipt slip %}", "{% data_table table %}", "{% progress 1 2 x %}", "{% qr x x %}",
        "{% fold x %}{{ x }}{% endfold %}", "{% alertbox title=x %}{{ x }}{% endalertbox %}", "{% room_plate 3 x x %}",
        "{% agree_mark x x %}",
    ],
)  # fmt: skip
def test_nothing_breaks_out(text: str) -> None:
    table = DataTable(EVIL, [Column(EVIL), Column(EVIL)], [[EVIL, Cell(EVIL, EVIL, EVIL, 3)]], EVIL)
    html = draw(
        text, x=EVIL, pairs=[(EVIL, EVIL)], cards=[ActionCard(EVIL, EVIL, EVIL, EVIL)], seats=[Seat(EVIL, EVIL, EVIL)],
        rows=[Row(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, 3, code=EVIL, actions=[(EVIL, EVIL)])],
        parties=[Party(EVIL, EVIL, EVIL, EVIL)],
        slip=Receipt(EVIL, EVIL, EVIL, [EVIL], EVIL), table=table,
    )  # fmt: skip
    assert "script" not in {tag for tag, _attrs in Tags(html).found}
    assert not any("style" in attrs or any(name.startswith("on") for name in attrs) for _tag, attrs in Tags(html).found)


class Money(PlainForm):
    amount = EuroField(label="Bedrag", help_text="Bijvoorbeeld 10,50.")
    topics = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField(label="Akkoord", required=False)


def test_an_error_is_linked_from_the_top_to_its_field() -> None:
    html = draw("{% render_form form %}", form=Money({"amount": "x"}))
    ids = {attrs["id"] for _tag, attrs in Tags(html).found if "id" in attrs}
    links = {attrs["href"] for tag, attrs in Tags(html).found if tag == "a"}
    assert links == {"#id_amount", "#id_topics"}
    assert {link[1:] for link in links if link} <= ids


def test_a_control_names_its_help_and_its_error() -> None:
    html = draw("{% field form.amount %}", form=Money({"amount": "x"}))
    control = next(attrs for tag, attrs in Tags(html).found if tag == "input")
    ids = {attrs.get("id") for _tag, attrs in Tags(html).found}
    assert control["aria-invalid"] == "true"
    assert set(str(control["aria-describedby"]).split()) <= ids


def test_every_label_has_its_control() -> None:
    found = Tags(draw("{% render_form form %}", form=Money())).found
    ids = {attrs.get("id") for tag, attrs in found if tag in ("input", "select", "textarea")}
    assert {attrs["for"] for tag, attrs in found if tag == "label"} <= ids


def test_a_form_without_errors_has_no_summary() -> None:
    assert "error-summary" not in draw("{% render_form form %}", form=Money())


def test_pages_keep_the_rest_of_the_address() -> None:
    request = RequestFactory().get("/", {"soort": "groen", "page": "4"})
    html = draw("{% pagination page %}", page=Paginator(range(200), 20).get_page(4), request=request)
    assert 'href="?soort=groen&amp;page=5"' in html
    assert html.count('aria-current="page"') == 1


def test_one_page_needs_no_pages() -> None:
    assert "<nav" not in draw("{% pagination page %}", page=Paginator(range(3), 20).get_page(1))


def test_an_unknown_state_counts_as_not_begun() -> None:
    assert "#mark-later" in draw("{% state_mark 'what' %}")


@pytest.mark.parametrize(
    ("done", "whole", "width"), [(1, 4, "25.00"), (9, 4, "100.00"), (-1, 4, "0.00"), (1, 0, "0.00")]
)
def test_a_bar_stays_inside_its_frame(done: int, whole: int, width: str) -> None:
    assert f'width="{width}"' in draw("{% progress d w %}", d=done, w=whole)


def test_a_blank_cell_is_marked_so_that_a_phone_can_leave_it_out() -> None:
    table = DataTable("T", [Column("A"), Column("B")], [["x", ""]])
    assert "blank" in draw("{% data_table table %}", table=table)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{% alert x title=x %}", ["p dir=auto", "p dir=None"]),
        ("{% seats seats %}", ["bdi dir=None", "span dir=auto"]),
        ("{% data_table table %}", ["th dir=auto", "td dir=auto", "td dir=None"]),
    ],
)
def test_words_of_people_run_their_own_way(text: str, wanted: list[str]) -> None:
    """A Dutch name on an Arabic page does not turn the words around it; an amount stays with its column."""
    table = DataTable("x", [Column("a"), Column("b"), Column("c", number=True)], [["een", "twee", "3"]])
    tags = Tags(draw(text, x="Raad.", seats=[Seat("Welzijn", "tekende")], table=table)).found
    found = [f"{tag} dir={attrs.get('dir')}" for tag, attrs in tags if attrs.get("scope") != "col"]
    assert [one for one in found if one in wanted] == wanted
