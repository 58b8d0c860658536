"""Words for priorities, for what people say against them, and for the seven building blocks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PriorityState(models.TextChoices):
    """How far a priority is."""

    DRAFT = "draft", pgettext_lazy("state of priority", "concept")
    OPEN = "open", _("ligt voor aan de buurt")
    ADOPTED = "adopted", pgettext_lazy("state of priority", "aangenomen")
    SET_ASIDE = "set_aside", _("nu niet gekozen")


MARKS = {
    PriorityState.DRAFT: "later",
    PriorityState.OPEN: "open",
    PriorityState.ADOPTED: "done",
    PriorityState.SET_ASIDE: "stopped",
}


class DissentState(models.TextChoices):
    """Whether the words of somebody who thinks otherwise are shown."""

    SHOWN = "shown", pgettext_lazy("state of dissent", "zichtbaar")
    HIDDEN = "hidden", pgettext_lazy("state of dissent", "weggehaald")


class BlockState(models.TextChoices):
    """How far a building block of the agenda is."""

    TO_DO = "to_do", pgettext_lazy("state of building block", "nog niet")
    BUSY = "busy", pgettext_lazy("state of building block", "bezig")
    DONE = "done", pgettext_lazy("state of building block", "klaar")


class Block(models.TextChoices):
    """The seven building blocks of a neighbourhood agenda, in their order."""

    URGENCY = "urgency", _("Zeg waarom het nu nodig is")
    SCAN = "scan", _("Kijk hoe het met de buurt gaat")
    PARTIES = "parties", _("Breng de partijen bij elkaar")
    STORIES = "stories", _("Haal verhalen op")
    TOGETHER = "together", _("Leg tellen en vertellen naast elkaar")
    POLICY = "policy", _("Leg plannen naast het beleid")
    AGENDA = "agenda", _("Maak samen de agenda")


BLOCK_HELP = {
    Block.URGENCY: _("Wat maakt dat wij nu iets willen doen? Eén zin is genoeg."),
    Block.SCAN: _("Bekijk de cijfers van de buurt en loop een rondje."),
    Block.PARTIES: _("Wie hoort aan tafel, en wie ontbreekt nog?"),
    Block.STORIES: _("Praat met mensen op straat, aan tafel en thuis."),
    Block.TOGETHER: _("Zeggen de cijfers en de verhalen hetzelfde?"),
    Block.POLICY: _("Wat wil de gemeente al, en waar botst het?"),
    Block.AGENDA: _("Kies drie tot zes dingen die eerst moeten. Houd het simpel."),
}
