"""Words for kinds of assets and for how far an offer is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AssetKind(models.TextChoices):
    """The six kinds of things a neighbourhood can count on."""

    PEOPLE = "people", _("iemand die iets kan")
    ACTIVITY = "activity", pgettext_lazy("kind of asset", "activiteit")
    THING = "thing", _("spullen om te lenen")
    LOCATION = "location", _("plek om te gebruiken")
    ORGANISATION = "organisation", _("groep of organisatie")
    PUBLIC_SPACE = "public_space", _("plek buiten")


class AssetState(models.TextChoices):
    """How far the offer is."""

    OFFERED = "offered", pgettext_lazy("state of asset", "aangeboden")
    MATCHED = "matched", pgettext_lazy("state of asset", "gekoppeld")
    DONE = "done", pgettext_lazy("state of asset", "gelukt")
    STOPPED = "stopped", pgettext_lazy("state of asset", "gestopt")
