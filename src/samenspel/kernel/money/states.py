"""Kinds of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AccountKind(models.TextChoices):
    """What an account is for."""

    SOURCE = "source", _("waar het geld vandaan komt")
    POT = "pot", _("pot van de buurt")
    PARTY = "party", _("groep of organisatie")
    SPENT = "spent", pgettext_lazy("word", "uitgegeven")
