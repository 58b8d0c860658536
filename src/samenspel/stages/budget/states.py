"""Words for sources, stages of a budget and how sure an amount is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SourceKind(models.TextChoices):
    """What the rows of a source are."""

    GRANTS = "grants", pgettext_lazy("kind of source", "subsidies")
    TASK_FIELDS = "task_fields", _("taakvelden van de gemeente")
    OTHER = "other", pgettext_lazy("kind of source", "iets anders")


class BudgetStage(models.TextChoices):
    """How far the money is."""

    DRAFT = "draft", pgettext_lazy("budget stage", "voorstel")
    ADOPTED = "adopted", pgettext_lazy("budget stage", "vastgestelde begroting")
    AMENDED = "amended", pgettext_lazy("budget stage", "gewijzigde begroting")
    COMMITTED = "committed", pgettext_lazy("budget stage", "toegezegd")
    REALISED = "realised", pgettext_lazy("budget stage", "uitgegeven")
    ASKED = "asked", pgettext_lazy("budget stage", "gevraagd")
    GRANTED = "granted", pgettext_lazy("budget stage", "verleend")
    SETTLED = "settled", pgettext_lazy("budget stage", "afgerekend")


class Confidence(models.TextChoices):
    """How sure it is that this much money was for this neighbourhood."""

    MEASURED = "measured", pgettext_lazy("confidence", "zeker")
    ALLOCATED = "allocated", pgettext_lazy("confidence", "verdeeld")
    ESTIMATED = "estimated", pgettext_lazy("confidence", "geschat")
    UNKNOWN = "unknown", pgettext_lazy("confidence", "onbekend")


CONFIDENCE_HELP = {
    Confidence.MEASURED: _("De bron noemt deze buurt."),
    Confidence.ALLOCATED: _("Een deel van een groter bedrag, verdeeld over alle inwoners."),
    Confidence.ESTIMATED: _("Iemand schatte het. Het echte bedrag kan anders zijn."),
    Confidence.UNKNOWN: _("Wij weten niet hoeveel hiervan voor deze buurt was."),
}
