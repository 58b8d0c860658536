"""Words for the state of a story and for the way it came to us."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StoryState(models.TextChoices):
    """Whether others may read it."""

    RECEIVED = "received", pgettext_lazy("state of story", "ontvangen")
    SHOWN = "shown", _("te lezen")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of story", "ingetrokken")
    HIDDEN = "hidden", pgettext_lazy("state of story", "afgeschermd")


class PartState(models.TextChoices):
    """Whether an editor has looked at a photo or heard a recording; it is there only where its story is."""

    NEW = "new", pgettext_lazy("state of photo", "nieuw")
    SHOWN = "shown", pgettext_lazy("state of photo", "te zien")


class Faces(models.TextChoices):
    """Who can be recognised in a photo; anybody else, and any child, is a reason not to take it."""

    NOBODY = "nobody", _("niemand is herkenbaar")
    AGREED = "agreed", _("volwassenen die het goed vinden")


class SoundKind(models.TextChoices):
    """Kinds of recordings that browsers play."""

    OGG = "audio/ogg", "ogg"
    WEBM = "audio/webm", "webm"
    MP4 = "audio/mp4", "m4a"
    MP3 = "audio/mpeg", "mp3"
    WAV = "audio/wav", "wav"


class AgeGroup(models.TextChoices):
    """How old about; only to count whom we heard, never beside a story."""

    UNDER_16 = "under16", _("jonger dan 16")
    TO_29 = "to29", _("16 tot 30")
    TO_49 = "to49", _("30 tot 50")
    TO_69 = "to69", _("50 tot 70")
    OVER_70 = "over70", _("70 en ouder")


class StoryChannel(models.TextChoices):
    """How the story came to us."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
    TABLE = "table", _("aan een tafel")
    PHONE = "phone", _("aan de telefoon")
    DESK = "desk", _("aan de balie")
    STREET = "street", _("op straat")
    POST = "post", _("per brief")
    IMPORT = "import", _("uit een bestand")


SPOKEN_CHANNELS = (StoryChannel.TABLE, StoryChannel.STREET, StoryChannel.DESK, StoryChannel.PHONE)
