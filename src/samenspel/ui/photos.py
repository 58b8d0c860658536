"""Photos that people send: read by content, turned upright, made small, and without what a camera writes beside it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from PIL.Image import Image

READ = ("JPEG", "PNG", "WEBP")
STILL = ("JPEG", "MPO")  # a phone packs a second photo along for depth; the first is the photo
SIDE = 1280  # pixels
LIGHT = 250_000  # bytes
QUALITIES = (82, 70, 55, 40, 25)
# A JPEG is read at the size we need; the others have to be unpacked whole in the memory of the server.
MOST_PIXELS, MOST_UNPACKED = 60_000_000, 25_000_000
BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error, zlib.error)

NOT_A_PHOTO = _("Dit bestand is geen foto die wij kunnen lezen. Kies een foto die eindigt op jpg, png of webp.")
MOVES = _("Dit plaatje beweegt. Kies een gewone foto.")
TOO_MANY_PIXELS = _(
    "Deze foto is te groot om te openen. Maak de foto kleiner of neem een schermafdruk, en probeer het weer."
)
NOT_WHOLE = _("Deze foto is niet heel. Kies de foto opnieuw, of kies een andere.")


@dataclass(frozen=True, slots=True)
class Photo:
    """What we keep of a photo."""

    data: bytes
    width: int
    height: int


def developed(file: BinaryIO) -> Photo:
    """The photo as we keep it; a ValidationError says what is wrong with the file, and what to do."""
    from PIL import Image, UnidentifiedImageError

    try:
        with _whole_only(), Image.open(file, formats=READ) as opened:
            _check(opened)
            return _saved(_plain(opened))
    except UnidentifiedImageError as error:
        raise ValidationError(NOT_A_PHOTO) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(TOO_MANY_PIXELS) from error
    except BROKEN as error:
        raise ValidationError(NOT_WHOLE) from error


@contextmanager
def _whole_only() -> Iterator[None]:
    """Half a photo is no photo. The maker of PDF files lets Pillow fill up what is missing, in the whole process."""
    from PIL import ImageFile

    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check(image: Image) -> None:
    """Before anything is unpacked: the head of the file says how large it will be."""
    if getattr(image, "is_animated", False) and image.format not in STILL:
        raise ValidationError(MOVES)
    if image.width * image.height > (MOST_PIXELS if image.format in STILL else MOST_UNPACKED):
        raise ValidationError(TOO_MANY_PIXELS)


def _plain(image: Image) -> Image:
    """Upright, small, on white, and with nothing beside the picture: a new one on which the old one is laid."""
    from PIL import Image, ImageOps

    image.draft("RGB", (SIDE, SIDE))
    image.thumbnail((SIDE, SIDE))
    upright = ImageOps.exif_transpose(image)
    clear = upright.convert("RGBA") if upright.has_transparency_data else None
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(clear or upright.convert("RGB"), mask=clear)
    return plain


def _saved(image: Image) -> Photo:
    """As good as fits in what a phone gets in quickly."""
    for quality in QUALITIES:
        out = BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= LIGHT:
            break
    return Photo(out.getvalue(), image.width, image.height)
