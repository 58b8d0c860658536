"""Words for talks about a task, for who speaks and for what the parties conclude."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TalkState(models.TextChoices):
    """How far a talk is."""

    TALKING = "talking", _("nu in gesprek")
    CONCLUDED = "concluded", _("er is een advies")
    ANSWERED = "answered", _("er is een antwoord")


MARKS = {TalkState.TALKING: "open", TalkState.CONCLUDED: "busy", TalkState.ANSWERED: "done"}


class Verdict(models.TextChoices):
    """What the parties together say about a task."""

    KEEP = "keep", _("zo houden")
    IMPROVE = "improve", _("hetzelfde, maar beter")
    DIFFERENTLY = "differently", _("anders doen")
    TAKE_OVER = "take_over", _("bewoners nemen het over")


class Side(models.TextChoices):
    """From where somebody speaks."""

    RESIDENT = "resident", _("als bewoner")
    USER = "user", _("als iemand die er gebruik van maakt")
    PROVIDER = "provider", _("namens wie het werk doet")


class VoiceState(models.TextChoices):
    """Whether words are shown."""

    SHOWN = "shown", pgettext_lazy("state of words", "zichtbaar")
    HIDDEN = "hidden", pgettext_lazy("state of words", "weggehaald")
