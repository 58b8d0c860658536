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


class PhotoState(models.TextChoices):
    """Whether an editor has looked at the photo; it is seen only where its story is."""

    NEW = "new", pgettext_lazy("state of photo", "nieuw")
    SHOWN = "shown", pgettext_lazy("state of photo", "te zien")


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
