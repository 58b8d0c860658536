"""Words for kinds of places and for the way area codes carry over."""

from django.db import models
from django.utils.translation import pgettext_lazy


class PlaceKind(models.TextChoices):
    """What kind of area a place is."""

    NEIGHBOURHOOD = "neighbourhood", pgettext_lazy("kind of place", "buurt")
    WARD = "ward", pgettext_lazy("kind of place", "wijk")
    DISTRICT = "district", pgettext_lazy("kind of place", "stadsdeel")
    MUNICIPALITY = "municipality", pgettext_lazy("kind of place", "gemeente")
    CUSTOM = "custom", pgettext_lazy("kind of place", "eigen gebied")
    COUNTRY = "country", pgettext_lazy("kind of place", "land")


class Method(models.TextChoices):
    """How the share of an old area in a new area was found."""

    SAME = "same", pgettext_lazy("crosswalk method", "zelfde gebied")
    ADDRESSES = "addresses", pgettext_lazy("crosswalk method", "geteld per adres")
    SURFACE = "surface", pgettext_lazy("crosswalk method", "naar oppervlakte")
    STATED = "stated", pgettext_lazy("crosswalk method", "opgegeven door de bron")
