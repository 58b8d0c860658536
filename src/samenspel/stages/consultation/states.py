"""Words for what people bring in, how it came, and whether others may read it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ContributionKind(models.TextChoices):
    """What somebody brings in."""

    WISH = "wish", pgettext_lazy("kind of contribution", "wens")
    NEED = "need", pgettext_lazy("kind of contribution", "behoefte")
    AMBITION = "ambition", pgettext_lazy("kind of contribution", "ambitie")


class ContributionState(models.TextChoices):
    """Whether others may read it."""

    RECEIVED = "received", pgettext_lazy("state of contribution", "ontvangen")
    SHOWN = "shown", _("te lezen")
    HIDDEN = "hidden", pgettext_lazy("state of contribution", "afgeschermd")


class GivenBy(models.TextChoices):
    """The way it came to us."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
    TABLE = "table", _("aan een tafel")
    PHONE = "phone", _("aan de telefoon")
    DESK = "desk", _("aan de balie")
    STREET = "street", _("op straat")
    POST = "post", _("per brief")
    IMPORT = "import", _("uit een bestand")


class Dimension(models.TextChoices):
    """What a group that was heard has in common; only counted, never kept by person."""

    AGE = "age", pgettext_lazy("group of people", "leeftijd")
    STREET = "street", _("deel van de buurt")
    LANGUAGE = "language", pgettext_lazy("group of people", "taal")
    OTHER = "other", pgettext_lazy("group of people", "anders")
