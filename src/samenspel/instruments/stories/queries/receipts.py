"""The word of the receipt, and what we keep of a teller."""

from __future__ import annotations

import secrets
from base64 import b64encode

from django.conf import settings
from django.utils.crypto import salted_hmac

from samenspel.instruments.stories.models import Story, StoryTranslation

_SYMBOLS = "ACDEFGHJKMNPQRTWXY34679"  # no look-alikes
_LENGTH = 8


def take_back_word(code: str) -> str:
    """The word on the receipt with which a teller without account can take the story back; kept nowhere."""
    secret = settings.SAMENSPEL_CODE_KEY
    number = int(salted_hmac("stories.take_back", code, secret=secret, algorithm="sha256").hexdigest(), 16)
    symbols = [_SYMBOLS[number // len(_SYMBOLS) ** i % len(_SYMBOLS)] for i in range(_LENGTH)]
    return f"{''.join(symbols[:4])}-{''.join(symbols[4:])}"


def is_take_back_word(code: str, typed: str) -> bool:
    """Whether somebody typed the word of the receipt; capitals, spaces and dashes do not matter."""
    plain = "".join(c for c in typed.upper() if c.isalnum())
    return secrets.compare_digest(plain.encode(), take_back_word(code).replace("-", "").encode())


def own_data(person: int) -> list[dict[str, object]]:
    """What we keep of a teller."""
    rows = Story.objects.filter(person=person).select_related("node", "words", "area", "photo", "recording__transcript")
    told = [_told(s) for s in rows]
    typed = StoryTranslation.objects.filter(person=person).select_related("story__node", "words")
    return told + [{"code": t.story.code, "translated_into": t.language, "as": t.translator} for t in typed]


def _told(story: Story) -> dict[str, object]:
    return {
        "code": story.code, "told_on": story.told_on.isoformat(), "words": story.words.body, "state": story.state,
        "area": story.area.name if story.area else "", "age_group": story.age_group, "may_show": story.may_show,
        "may_quote": story.may_quote, "show_until": story.show_until and story.show_until.isoformat(),
        **_photo(story), **_recording(story),
    }  # fmt: skip


def _photo(story: Story) -> dict[str, object]:
    """The photo in letters, as mail programs write it."""
    found = story.own_photo
    return {"photo_of": found.alt, "photo_jpeg": b64encode(found.data).decode()} if found else {}


def _recording(story: Story) -> dict[str, object]:
    """The recording in letters, with what is said in it."""
    found = story.own_recording
    if found is None:
        return {}
    said = found.transcript.body if found.transcript else ""
    return {"recording_kind": found.kind, "recording": b64encode(found.data).decode(), "recording_says": said}
