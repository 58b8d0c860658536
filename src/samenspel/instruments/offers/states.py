"""Words for kinds of offers and asks, and for how far they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Side(models.TextChoices):
    """Somebody gives, or somebody looks for."""

    OFFER = "offer", pgettext_lazy("side", "aanbod")
    ASK = "ask", pgettext_lazy("side", "gezocht")


class AssetKind(models.TextChoices):
    """The six kinds of things a neighbourhood can count on; then space, and work."""

    PEOPLE = "people", _("iemand die iets kan")
    ACTIVITY = "activity", pgettext_lazy("kind of asset", "activiteit")
    THING = "thing", _("spullen om te lenen")
    LOCATION = "location", _("plek om te gebruiken")
    ORGANISATION = "organisation", _("groep of organisatie")
    PUBLIC_SPACE = "public_space", _("plek buiten")
    PREMISES = "premises", _("ruimte: zaal, kamer of werkplek")
    JOB = "job", _("betaald werk")
    STACKED_JOB = "stacked_job", pgettext_lazy("kind of asset", "stapelbaan")
    LEARNING_PLACE = "learning_place", pgettext_lazy("kind of asset", "leerplek")
    INTERNSHIP = "internship", pgettext_lazy("kind of asset", "stage")


SPACE = (AssetKind.PREMISES,)
WORK = (AssetKind.JOB, AssetKind.STACKED_JOB, AssetKind.LEARNING_PLACE, AssetKind.INTERNSHIP)


class AssetState(models.TextChoices):
    """How far the offer or ask is."""

    OFFERED = "offered", pgettext_lazy("state of asset", "aangeboden")
    MATCHED = "matched", pgettext_lazy("state of asset", "gekoppeld")
    DONE = "done", pgettext_lazy("state of asset", "gelukt")
    RESTING = "resting", _("slaapt: lang niet nagevraagd")
    STOPPED = "stopped", pgettext_lazy("state of asset", "gestopt")


class MatchState(models.TextChoices):
    """How far two are with each other."""

    ASKED = "asked", pgettext_lazy("state of match", "gevraagd")
    MATCHED = "matched", pgettext_lazy("state of match", "gekoppeld")
    MET = "met", _("elkaar gesproken")
    DONE = "done", pgettext_lazy("state of match", "gelukt")
    STOPPED = "stopped", _("het werd niets")


OPEN_MATCHES = (MatchState.ASKED, MatchState.MATCHED, MatchState.MET)
