"""Words for roles and for how sure we are who somebody is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GivenRole(models.TextChoices):
    """The roles a mandate can give; being a member needs none."""

    REPRESENTATIVE = "representative", pgettext_lazy("role", "vertegenwoordiger")
    EDITOR = "editor", pgettext_lazy("role", "redacteur")
    BROKER = "broker", pgettext_lazy("role", "gebiedsmakelaar")
    DESK = "desk", pgettext_lazy("role", "baliemedewerker")
    AREA_TEAM = "area_team", pgettext_lazy("role", "lid van het gebiedsteam")
    FINANCE = "finance", pgettext_lazy("role", "medewerker financiën")
    BOARD = "board", pgettext_lazy("role", "bestuurder")
    COUNCILLOR = "councillor", pgettext_lazy("role", "raadslid")
    CLERK = "clerk", pgettext_lazy("role", "griffier")
    ORGANISER = "organiser", pgettext_lazy("role", "organisator")


class IdentityLevel(models.IntegerChoices):
    """How sure we want to be who somebody is before they may do something."""

    NONE = 0, _("niet nodig")
    EMAIL = 1, _("e-mailadres bevestigd")
    CODE = 2, _("code uit een brief")
    DESK = 3, _("aan de balie gezien")
    EID = 4, _("ingelogd met DigiD")
