"""Words for ballot boxes and voting codes."""

from django.db import models
from django.utils.translation import pgettext_lazy


class BoxState(models.TextChoices):
    """Whether people can vote, and whether it was counted."""

    DRAFT = "draft", pgettext_lazy("state of ballot box", "in de maak")
    OPEN = "open", pgettext_lazy("state of ballot box", "open")
    CLOSED = "closed", pgettext_lazy("state of ballot box", "gesloten")
    COUNTED = "counted", pgettext_lazy("state of ballot box", "geteld")


class CodeState(models.TextChoices):
    """Whether a voting code works."""

    ISSUED = "issued", pgettext_lazy("state of voting code", "werkt")
    BLOCKED = "blocked", pgettext_lazy("state of voting code", "geblokkeerd")


class HolderState(models.TextChoices):
    """How far the holder of a part of the key is."""

    NAMED = "named", pgettext_lazy("state of key holder", "nog niet opgehaald")
    SHOWN = "shown", pgettext_lazy("state of key holder", "gezien, nog niet bevestigd")
    TAKEN = "taken", pgettext_lazy("state of key holder", "opgehaald")
    HANDED = "handed", pgettext_lazy("state of key holder", "ingeleverd om te tellen")
