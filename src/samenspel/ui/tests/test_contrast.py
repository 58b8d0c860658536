"""Contrast of the theme, computed from the one file that holds all colours."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static" / "ui"
TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", (STATIC / "tokens.css").read_text(encoding="utf-8")))
ROOMS = range(1, 12)


def light(token: str) -> float:
    text = TOKENS[token].lstrip("#")
    text = "".join(sign * 2 for sign in text) if len(text) == 3 else text
    parts = [int(text[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("text", ["ink", "ink-soft", "thread"])
@pytest.mark.parametrize("ground", ["paper", "white", "table"])
def test_text_on_paper_and_table(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_readable(room: int) -> None:
    assert contrast("ink", f"room-{room}-fill") >= 6
    assert contrast("ink-soft", f"room-{room}-wash") >= 4.5
    assert contrast(f"room-{room}-deep", f"room-{room}-wash") >= 7


@pytest.mark.parametrize("room", ROOMS)
def test_the_lines_around_a_plate_are_seen(room: int) -> None:
    assert contrast("ink", f"room-{room}-fill") >= 3
    assert contrast("thread", "paper") >= 3


def test_the_focus_ring_is_seen() -> None:
    assert contrast("ink", "halo") >= 3
    assert contrast("ink", "paper") >= 3


def test_colours_live_in_one_file() -> None:
    layout = (STATIC / "layout.css").read_text(encoding="utf-8")
    screen = layout[: layout.index("/* ---- Paper ---- */")]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", screen)) <= {"#fff", "#000"}


def test_directions_are_logical() -> None:
    layout = (STATIC / "layout.css").read_text(encoding="utf-8")
    assert not re.findall(
        r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|[;{ ](?:left|right):", layout
    )
