"""Words of people: kept as they said them, shown safely, erasable."""

import pytest

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.action import BadInput
from samenspel.kernel.action.guard import acting
from samenspel.kernel.texts.actions import erase_texts, write_text
from samenspel.kernel.texts.markdown import cleaned, rendered

NASTY = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[klik](javascript:alert(1))",
    "[klik](data:text/html,<script>alert(1)</script>)",
    "![](x onerror=alert(1))",
    '<a href="https://x" onclick="alert(1)">x</a>',
    "<svg/onload=alert(1)>",
]


@pytest.mark.parametrize("body", NASTY)
def test_nothing_that_people_write_can_run(body: str) -> None:
    html = rendered(body).lower()
    assert not {t for t in ("<script", "<img", "<svg", 'href="javascript', 'href="data') if t in html}
    assert '<a href="https://x" onclick' not in html


def test_ordinary_writing_is_kept() -> None:
    assert rendered("Dit is **fijn**\n\n- een\n- twee") == (
        "<p>Dit is <strong>fijn</strong></p>\n<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"
    )


def test_direction_tricks_and_control_characters_are_dropped() -> None:
    assert cleaned("goed\u202etxt\x00\x07\r\nnieuw") == "goedtxt\nnieuw"


def test_helpers_words_are_marked(db: None) -> None:
    with acting():
        told = write_text("Het is koud", by=Actor(channel=Channel.TABLE, on_behalf_of="een bewoner"))
        agreed = write_text("Het is koud", by=Actor(on_behalf_of="een bewoner", read_back=True))
    assert told.helpers_words and not told.read_back
    assert agreed.read_back and not agreed.helpers_words


def test_erased_words_are_gone_but_their_digest_stays(db: None) -> None:
    with acting():
        text = write_text("Mijn geheim", by=Actor(person=7))
        assert erase_texts(7) == 1
    text.refresh_from_db()
    assert (text.body, text.salt, text.person) == ("", "", None) and text.erased and len(text.digest) == 64


def test_too_long_is_refused_with_a_sentence(db: None) -> None:
    with acting(), pytest.raises(BadInput, match="te lang"):
        write_text("x" * 40_001, by=Actor())
