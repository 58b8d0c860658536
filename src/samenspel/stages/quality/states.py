"""Words for definitions of quality and for the way in which a party signs."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DefinitionState(models.TextChoices):
    """How far a definition is."""

    DRAFT = "draft", pgettext_lazy("state of quality definition", "concept")
    OPEN = "open", _("ligt op tafel")
    SIGNED = "signed", pgettext_lazy("state of quality definition", "ondertekend")
    REPLACED = "replaced", _("er is een nieuwe versie")


MARKS = {
    DefinitionState.DRAFT: "later",
    DefinitionState.OPEN: "open",
    DefinitionState.SIGNED: "done",
    DefinitionState.REPLACED: "stopped",
}


class Method(models.TextChoices):
    """How a party signed."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
