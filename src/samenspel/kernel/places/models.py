"""A place, its official codes, its parts and its outline."""

from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.places.states import Method, PlaceKind
from samenspel.kernel.places.validators import not_reserved


class Place(models.Model):
    """An area in which people do things together, with its settings in typed columns."""

    slug = models.SlugField(
        _("naam in het webadres"),
        max_length=60,
        unique=True,
        validators=[not_reserved],
        help_text=_("Bijvoorbeeld: indische-buurt."),
    )
    name = models.CharField(pgettext_lazy("field", "naam"), max_length=120)
    kind = models.CharField(_("soort gebied"), max_length=20, choices=PlaceKind)
    municipality = models.ForeignKey(
        "self",
        verbose_name=pgettext_lazy("field", "gemeente"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="places_within",
    )
    language = models.CharField(pgettext_lazy("field", "taal"), max_length=12, default="nl")
    desk_name = models.CharField(
        _("naam van de balie"),
        max_length=120,
        blank=True,
        help_text=_("Waar kunnen mensen binnenlopen voor hulp?"),
    )
    desk_text = models.TextField(
        _("hoe u de balie vindt"),
        max_length=1000,
        blank=True,
        help_text=_("Adres, telefoon en wie u daar treft."),
    )
    desk_hours = models.CharField(_("wanneer de balie open is"), max_length=200, blank=True)
    demo = models.BooleanField(_("voorbeeldbuurt"), default=False)
    theme = models.SlugField(
        _("naam van de huisstijl"),
        max_length=40,
        blank=True,
        help_text=_("Leeg is de gewone stijl."),
    )
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "gebied")
        verbose_name_plural = pgettext_lazy("table", "gebieden")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The home page of the place."""
        return f"/{self.slug}/"

    @property
    def place_id(self) -> int:
        """A place is its own place, so rules can ask every subject the same thing."""
        return self.pk


class AreaCode(models.Model):
    """The official code of a place in one year; codes change when borders do."""

    place = models.ForeignKey(
        Place, verbose_name=pgettext_lazy("field", "gebied"), on_delete=models.CASCADE, related_name="codes"
    )
    scheme = models.CharField(
        pgettext_lazy("field", "stelsel"),
        max_length=20,
        default="CBS",
        help_text=_("Wie de code uitgeeft, bijvoorbeeld CBS."),
    )
    code = models.CharField(pgettext_lazy("field", "code"), max_length=20)
    valid_year = models.PositiveSmallIntegerField(_("jaar van de code"))

    class Meta:
        verbose_name = pgettext_lazy("table", "gebiedscode")
        verbose_name_plural = pgettext_lazy("table", "gebiedscodes")
        ordering = ("scheme", "valid_year", "code")
        constraints = [
            models.UniqueConstraint(fields=("place", "scheme", "code", "valid_year"), name="area_code_once"),
        ]
        indexes = [models.Index(fields=("scheme", "code", "valid_year"), name="area_code_lookup")]

    def __str__(self) -> str:
        return f"{self.code} ({self.valid_year})"


class PlacePart(models.Model):
    """One area is part of another: seven official neighbourhoods make one area of its own."""

    whole = models.ForeignKey(Place, verbose_name=_("hele gebied"), on_delete=models.CASCADE, related_name="parts")
    part = models.ForeignKey(
        Place, verbose_name=_("deel van het gebied"), on_delete=models.CASCADE, related_name="wholes"
    )

    class Meta:
        verbose_name = _("deel van een gebied")
        verbose_name_plural = _("delen van gebieden")
        ordering = ("whole", "part__name", "pk")
        constraints = [
            models.UniqueConstraint(fields=("whole", "part"), name="place_part_once"),
            models.CheckConstraint(
                condition=~models.Q(whole=models.F("part")),
                name="place_part_not_itself",
                violation_error_message=_("Een gebied kan geen deel van zichzelf zijn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part_id} < {self.whole_id}"

    @property
    def place_id(self) -> int:
        """The whole is the place this row belongs to."""
        return self.whole_id


class Crosswalk(models.Model):
    """Which share of an old official area went to which new one, as an exact fraction."""

    scheme = models.CharField(pgettext_lazy("field", "stelsel"), max_length=20, default="CBS")
    old_code = models.CharField(_("oude code"), max_length=20)
    old_year = models.PositiveSmallIntegerField(_("jaar van de oude code"))
    new_code = models.CharField(_("nieuwe code"), max_length=20)
    new_year = models.PositiveSmallIntegerField(_("jaar van de nieuwe code"))
    share_numerator = models.PositiveIntegerField(_("deel (teller)"), default=1)
    share_denominator = models.PositiveIntegerField(_("deel (noemer)"), default=1, validators=[MinValueValidator(1)])
    method = models.CharField(_("hoe het deel is bepaald"), max_length=20, choices=Method)

    class Meta:
        verbose_name = _("overgang van gebiedscode")
        verbose_name_plural = _("overgangen van gebiedscodes")
        ordering = ("scheme", "old_year", "old_code", "new_code")
        indexes = [models.Index(fields=("new_code",), name="crosswalk_new_code")]
        constraints = [
            models.UniqueConstraint(
                fields=("scheme", "old_code", "old_year", "new_code", "new_year"), name="crosswalk_once"
            ),
            models.CheckConstraint(
                condition=models.Q(share_denominator__gte=1)
                & models.Q(share_numerator__lte=models.F("share_denominator")),
                name="crosswalk_share_at_most_one",
                violation_error_message=_("Een deel is hoogstens het geheel."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_code} ({self.old_year}) > {self.new_code} ({self.new_year})"


class Boundary(models.Model):
    """The outline of a place in one year, as GeoJSON text in degrees."""

    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.CASCADE,
        related_name="boundaries",
    )
    valid_year = models.PositiveSmallIntegerField(_("jaar van de grens"))
    geojson = models.TextField(_("grens als GeoJSON"))
    source = models.CharField(pgettext_lazy("field", "bron"), max_length=200)

    class Meta:
        verbose_name = pgettext_lazy("table", "gebiedsgrens")
        verbose_name_plural = pgettext_lazy("table", "gebiedsgrenzen")
        ordering = ("place", "-valid_year")
        constraints = [models.UniqueConstraint(fields=("place", "valid_year"), name="boundary_once_a_year")]

    def __str__(self) -> str:
        return f"{self.place_id} ({self.valid_year})"
