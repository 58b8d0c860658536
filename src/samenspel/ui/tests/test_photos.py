"""Photos as people send them: small, upright and without what a camera writes; and every file that is no photo."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageFile

from samenspel.ui.photos import LIGHT, SIDE, developed


def file_of(image: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), "red" if mode == "RGB" else 0)


def head_of(width: int, height: int) -> bytes:
    """A PNG that says how large it will be; nothing of the picture itself."""
    facts = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + facts + struct.pack(">I", zlib.crc32(facts)) + b"\0\0\0\0IDAT"


def wild(width: int, height: int) -> Image.Image:
    """Noise: the hardest to make small."""
    return Image.effect_noise((width, height), 90).convert("RGB")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_kind_becomes_a_small_jpeg(kind: str) -> None:
    made = developed(BytesIO(file_of(picture(2600, 1300), kind)))
    read = Image.open(BytesIO(made.data))
    assert (made.width, made.height) == read.size == (SIDE, SIDE // 2) and read.format == "JPEG"


def test_a_small_photo_is_not_made_larger() -> None:
    made = developed(BytesIO(file_of(picture(60, 40))))
    assert (made.width, made.height) == (60, 40)


def test_it_is_light_enough_for_a_phone() -> None:
    assert len(developed(BytesIO(file_of(wild(2000, 2000)))).data) <= LIGHT * 1.2


def test_a_photo_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = developed(BytesIO(file_of(picture(60, 40), exif=exif)))
    assert (made.width, made.height) == (40, 60)


def test_place_camera_and_remarks_are_dropped() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x8825] = "Cameramerk", {1: "N", 2: (52.0, 21.0, 43.0)}
    sent = file_of(picture(), exif=exif, comment=b"Geheim")
    made = developed(BytesIO(sent)).data
    assert b"Cameramerk" in sent and b"Geheim" in sent
    assert b"Cameramerk" not in made and b"Geheim" not in made and b"Exif" not in made
    assert not Image.open(BytesIO(made)).getexif()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L"])
def test_what_is_clear_becomes_white(mode: str) -> None:
    assert developed(BytesIO(file_of(picture(mode=mode), "PNG"))).width == 60


def test_print_colours_are_read_too() -> None:
    assert developed(BytesIO(file_of(picture(mode="CMYK")))).width == 60


GOOD, NOISE = file_of(picture(400, 300)), file_of(wild(400, 300))
BAD = {
    "text called jpg": (b"Dit is een brief.", "geen foto die wij kunnen lezen"),
    "nothing": (b"", "geen foto die wij kunnen lezen"),
    "a gif": (file_of(picture(), "GIF"), "geen foto die wij kunnen lezen"),
    "a page": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen foto die wij kunnen lezen"),
    "half a jpeg": (NOISE[: len(NOISE) // 2], "niet heel"),
    "half a png": (file_of(wild(90, 90), "PNG")[:4000], "niet heel"),
    "half a webp": (file_of(wild(90, 90), "WEBP")[:1500], "niet"),
    "a bomb": (head_of(60_000, 60_000), "te groot om te openen"),
    "a large png": (head_of(6_000, 5_000), "te groot om te openen"),
    "moving webp": (
        file_of(picture(), "WEBP", save_all=True, append_images=[picture(60, 40, "L")], duration=90), "beweegt"
    ),
    "moving png": (file_of(picture(), "PNG", save_all=True, append_images=[wild(60, 40)]), "beweegt"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_photo_is_refused_in_one_sentence(name: str) -> None:
    file, words = BAD[name]
    with pytest.raises(ValidationError, match=words):
        developed(BytesIO(file))


def test_half_a_photo_is_refused_after_a_pdf_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever makes PDF files tells Pillow to fill up what is missing."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ValidationError, match="niet heel"):
        developed(BytesIO(NOISE[: len(NOISE) // 2]))
    assert ImageFile.LOAD_TRUNCATED_IMAGES
