"""Recordings: five kinds by what is in them, sound only, and nothing of what a phone writes beside it."""

import struct
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from samenspel.ui.sounds import MOST_BYTES, heard, played
from samenspel.ui.tests import sounds


@pytest.mark.parametrize("kind", sounds.MADE)
def test_the_kind_is_in_the_bytes_and_the_secret_is_gone(kind: str) -> None:
    made = sounds.MADE[kind]()
    sound = heard(BytesIO(made))
    assert sound.kind == kind and sounds.SECRET in made
    assert sounds.SECRET not in sound.data and b"Fatima" not in sound.data


@pytest.mark.parametrize("kind", sounds.MADE)
def test_what_is_kept_is_read_again_as_the_same(kind: str) -> None:
    once = heard(BytesIO(sounds.MADE[kind]()))
    assert heard(BytesIO(once.data)) == once


def test_the_sound_itself_is_untouched() -> None:
    tone = sounds.wav().split(b"data")[1]
    assert heard(BytesIO(sounds.wav())).data.endswith(tone)
    assert len(heard(BytesIO(sounds.ogg())).data) == len(sounds.ogg())


@pytest.mark.parametrize("length", [20, 255, 300, 700])
def test_the_pages_of_ogg_stay_right(length: int) -> None:
    kept = heard(BytesIO(sounds.ogg(b"x" * length))).data
    assert all(sounds.whole_pages(kept)) and b"xxx" not in kept


def test_vorbis_keeps_its_frame_mark() -> None:
    tags = b"\x03vorbis" + (4).to_bytes(4, "little") + b"self" + (1).to_bytes(4, "little")
    tags += len(sounds.SECRET).to_bytes(4, "little") + sounds.SECRET + b"\x01"
    first = sounds.page(0, 2, [b"\x01vorbis" + bytes(23)])
    kept = heard(BytesIO(first + sounds.page(1, 0, [tags, bytes(90)]) + sounds.page(2, 4, [bytes(200)]))).data
    assert sounds.SECRET not in kept and all(sounds.whole_pages(kept)) and kept.count(b"\0\0\0\0\1") == 1


def test_the_minute_of_making_goes_from_mp4() -> None:
    assert b"\xe0\x01\x02\x03" not in heard(BytesIO(sounds.mp4())).data


BAD = {
    "text": (b"Dit is een brief. " * 30, "geen opname die wij kunnen afspelen"),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(500), "geen opname"),
    "page": (b"<html><script>alert(1)</script>" + bytes(300), "geen opname"),
    "nothing": (b"", "leeg"),
    "too large": (b"RIFF" + bytes(MOST_BYTES), "te groot"),
    "film mp4": (sounds.mp4(track=b"vide"), "Dit is een film"),
    "film webm": (sounds.webm(track=1), "Dit is een film"),
    "film ogg": (sounds.ogg(first=b"\x80theora" + bytes(40)), "Dit is een film"),
    "half wav": (sounds.wav()[:4000], "niet heel"),
    "half ogg": (sounds.ogg()[:-100], "niet heel"),
    "half mp4": (sounds.mp4()[:-100], "niet heel"),
    "half webm": (sounds.webm()[:-400], "niet heel"),
    "label only": (b"ID3\x03\x00\x00\x00\x00\x02\x00" + bytes(256), "niet heel"),
    "odd webm": (sounds.webm()[:60] + b"\0" * 300, "niet heel"),
    "ogg of nothing": (b"OggS" + b"\xff" * 400, "niet heel"),
}


@pytest.mark.parametrize("name", BAD)
def test_anything_else_is_refused_in_a_sentence(name: str) -> None:
    data, words = BAD[name]
    with pytest.raises(ValidationError, match=words):
        heard(BytesIO(data))


@pytest.mark.parametrize("size", [0, 1, 31, 32, 2**32 - 1])
@pytest.mark.parametrize("flags", [0, 1 << 31])
def test_a_list_that_lies_about_its_length_comes_to_an_end(size: int, flags: int) -> None:
    lie = b"APETAGEX" + struct.pack("<IIIIQ", 2000, size, 0, flags, 0)
    with suppress(ValidationError):
        assert b"APETAGEX" not in heard(BytesIO(sounds.mp3() + lie)).data


@pytest.mark.parametrize("kind", sounds.MADE)
def test_no_cut_and_no_changed_byte_is_a_crash(kind: str) -> None:
    made = sounds.MADE[kind]()
    for at in range(0, min(len(made), 420), 3):
        for odd in (made[:at].ljust(260, b"\0"), made[:at] + b"\xff\xff\xff\xff" + made[at + 4 :]):
            with suppress(ValidationError):
                assert heard(BytesIO(odd)).kind in sounds.MADE


@pytest.mark.parametrize(
    ("asked", "status", "sent"),
    [("", 200, "0123456789"), ("bytes=0-1", 206, "01"), ("bytes=4-", 206, "456789"), ("bytes=-3", 206, "789"),
     ("bytes=2-99", 206, "23456789"), ("bytes=20-", 416, ""), ("bytes=5-2", 416, ""), ("bytes=-", 200, "0123456789"),
     ("lines=1-2", 200, "0123456789")],
)  # fmt: skip
def test_a_player_may_ask_for_a_part(asked: str, status: int, sent: str) -> None:
    answer = played(RequestFactory().get("/", headers={"Range": asked}), b"0123456789", "audio/ogg")
    assert (answer.status_code, answer.content.decode()) == (status, sent)
