"""Kinds of accounts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountKind(models.TextChoices):
    """What an account is for."""

    SOURCE = "source", _("waar het geld vandaan komt")
    POT = "pot", _("pot van de buurt")
    PARTY = "party", _("groep of organisatie")
    SPENT = "spent", _("uitgegeven")
