"""Which kind of recording a file is. The bytes decide, never the name or what the browser says."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samenspel.ui.sounds import mp3, mp4, ogg, wav, webm
from samenspel.ui.sounds.faults import Broken, Moving

MOST_BYTES = 6_000_000  # some ten minutes from a phone, half an hour from a browser
SHORTEST = 200  # bytes; less holds no word

EMPTY = _("Deze opname is leeg. Neem opnieuw op, of kies een ander bestand.")
TOO_LARGE = _("Deze opname is te groot. Hij mag hoogstens 6 megabyte zijn, dat is ongeveer tien minuten.")
NOT_A_SOUND = _(
    "Dit bestand is geen opname die wij kunnen afspelen. Kies een bestand dat eindigt op mp3, m4a, ogg, webm of wav."
)
A_FILM = _("Dit is een film. Wij bewaren alleen geluid, zodat niemand te zien is. Neem alleen uw stem op.")
NOT_WHOLE = _("Deze opname is niet heel. Kies de opname opnieuw, of kies een andere.")


@dataclass(frozen=True, slots=True)
class Sound:
    """What we keep of a recording."""

    data: bytes
    kind: str  # as web servers call it


Bare = Callable[[bytes], bytes]
KINDS: tuple[tuple[Callable[[bytes], bool], Bare, str], ...] = (
    (ogg.is_it, ogg.bare, "audio/ogg"),
    (webm.is_it, webm.bare, "audio/webm"),
    (mp4.is_it, mp4.bare, "audio/mp4"),
    (wav.is_it, wav.bare, "audio/wav"),
    (mp3.is_it, mp3.bare, "audio/mpeg"),
)


def heard(file: BinaryIO) -> Sound:
    """The recording as we keep it: one kind of five, sound only, nothing beside the sound."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValidationError(TOO_LARGE)
    if len(data) < SHORTEST:
        raise ValidationError(EMPTY)
    bare, kind = next(((bare, kind) for is_it, bare, kind in KINDS if is_it(data)), (None, ""))
    if bare is None:
        raise ValidationError(NOT_A_SOUND)
    try:
        return Sound(bare(data), kind)
    except Moving as error:
        raise ValidationError(A_FILM) from error
    except (Broken, struct.error, IndexError) as error:
        raise ValidationError(NOT_WHOLE) from error
