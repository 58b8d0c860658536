"""Official areas as they were coded in one year, and their outlines, ready to be drawn."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.stages.profile.states import AreaKind


class Area(models.Model):
    """An official area as it was coded in one year, with how many people lived there."""

    scheme = models.CharField(pgettext_lazy("field", "stelsel"), max_length=20, default="CBS")
    code = models.CharField(pgettext_lazy("field", "gebiedscode"), max_length=20)
    year = models.PositiveSmallIntegerField(_("jaar van de code"))
    name = models.CharField(pgettext_lazy("field", "naam"), max_length=120)
    kind = models.CharField(_("soort gebied"), max_length=16, choices=AreaKind)
    parent = models.CharField(_("ligt in"), max_length=20, blank=True, help_text=_("Code van het grotere gebied."))
    inhabitants = models.PositiveIntegerField(
        pgettext_lazy("field", "bewoners"), null=True, blank=True, help_text=_("Om cijfers te wegen.")
    )

    class Meta:
        verbose_name = _("gebied met cijfers")
        verbose_name_plural = _("gebieden met cijfers")
        ordering = ("scheme", "year", "code")
        constraints = [models.UniqueConstraint(fields=("scheme", "code", "year"), name="profile_area_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code}, {self.year})"


class Outlines(models.Model):
    """The outlines of all areas of one kind in one municipality, ready to be drawn on one map."""

    scheme = models.CharField(pgettext_lazy("field", "stelsel"), max_length=20, default="CBS")
    municipality = models.CharField(_("gemeentecode"), max_length=20)
    kind = models.CharField(_("soort gebied"), max_length=16, choices=AreaKind)
    year = models.PositiveSmallIntegerField(_("jaar van de grens"))
    box = models.CharField(_("kader van de kaart"), max_length=60, help_text=_("Links, boven, breedte en hoogte."))
    paths = models.TextField(_("lijnen"), help_text=_("Per gebied de omtrek, in meters van het Rijksdriehoeksstelsel."))
    source = models.CharField(pgettext_lazy("field", "bron"), max_length=200)

    class Meta:
        verbose_name = _("kaart van een gemeente")
        verbose_name_plural = _("kaarten van gemeenten")
        ordering = ("scheme", "municipality", "kind", "year")
        constraints = [
            models.UniqueConstraint(fields=("scheme", "municipality", "kind", "year"), name="outlines_once"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality} {self.kind} {self.year}"


class PostcodeArea(models.Model):
    """In which area a postcode lies, so that no address has to be sent anywhere."""

    postcode = models.CharField(pgettext_lazy("field", "postcode"), max_length=6)
    code = models.CharField(pgettext_lazy("field", "gebiedscode"), max_length=20)
    year = models.PositiveSmallIntegerField(_("jaar van de code"))

    class Meta:
        verbose_name = _("postcode met gebied")
        verbose_name_plural = _("postcodes met gebied")
        ordering = ("postcode",)
        constraints = [models.UniqueConstraint(fields=("postcode",), name="postcode_area_once")]

    def __str__(self) -> str:
        return f"{self.postcode} {self.code}"
