"""Words for figures: why there is no number, which way is better, how areas may be combined, and verdicts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FigureStatus(models.TextChoices):
    """Whether there is a number, and why not."""

    VALUE = "value", _("er is een cijfer")
    NOT_YET = "not_yet", _("nog niet bekend")
    SECRET = "secret", _("niet getoond: te weinig bewoners")
    NOT_APPLICABLE = "not_applicable", _("hoort hier niet")
    MISSING = "missing", _("geen cijfer")


class Better(models.TextChoices):
    """Whether more counts as better; most figures judge nothing."""

    HIGHER = "higher_better", _("meer is gunstiger")
    LOWER = "lower_better", _("minder is gunstiger")
    NONE = "none", _("geen oordeel")


class Combining(models.TextChoices):
    """How the figures of areas make one figure for all of them."""

    SUM = "sum", pgettext_lazy("combining figures", "optellen")
    WEIGHTED = "weighted", pgettext_lazy("combining figures", "wegen")
    NONE = "none", _("kan niet samen")


class AreaKind(models.TextChoices):
    """What kind of official area a figure is about."""

    COUNTRY = "country", pgettext_lazy("kind of area", "land")
    MUNICIPALITY = "municipality", pgettext_lazy("kind of area", "gemeente")
    WARD = "ward", pgettext_lazy("kind of area", "wijk")
    NEIGHBOURHOOD = "neighbourhood", pgettext_lazy("kind of area", "buurt")
    OTHER = "other", pgettext_lazy("kind of area", "ander gebied")


class TableState(models.TextChoices):
    """Whether the figures of a table are shown."""

    READING = "reading", _("wordt gelezen")
    STANDING = "standing", _("in gebruik")
    REPLACED = "replaced", _("vervangen door een nieuwere versie")
    REFUSED = "refused", _("geweigerd: het klopt niet")
    WITHDRAWN = "withdrawn", _("weer weggehaald")


class DraftState(models.TextChoices):
    """How far a file with figures is."""

    NEW = "new", _("wordt bekeken")
    READY = "ready", _("klaar om in te lezen")
    WAITING = "waiting", _("wacht op inlezen")
    READING = "reading", _("wordt ingelezen")
    DONE = "done", pgettext_lazy("file", "ingelezen")
    FAILED = "failed", _("niet gelukt")


class Verdict(models.TextChoices):
    """Whether the figure and what people tell say the same."""

    AGREE = "agree", _("ja, het klopt")
    SHIFTED = "shifted", _("nee, het klopt niet")
    UNKNOWN = "unknown", _("dat weten we niet")


class QuarterName(models.TextChoices):
    """What people call a quarter of the compass."""

    COMPOSITION = "composition", _("Wie hier wonen")
    PHYSICAL = "physical", _("Huizen, straat en groen")
    LIFE = "life", _("Werk, geld en gezondheid")
    SOCIAL = "social", _("Samen en veilig")


# The quarters of the compass: which themes are in it, and whether its figures are judged.
QUARTERS: tuple[tuple[QuarterName, bool, tuple[str, ...]], ...] = (
    (QuarterName.COMPOSITION, False, ("people",)),
    (QuarterName.PHYSICAL, True, ("housing", "liveability", "green", "mobility", "facilities")),
    (QuarterName.LIFE, True, ("income", "work", "education", "health")),
    (QuarterName.SOCIAL, True, ("together", "safety", "leisure", "voice")),
)
