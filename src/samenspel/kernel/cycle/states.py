"""Words for cycles, stages, conditions, the calendar and bodies."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CycleState(models.TextChoices):
    """Whether a round runs."""

    OPEN = "open", pgettext_lazy("state of cycle", "loopt")
    CLOSED = "closed", pgettext_lazy("state of cycle", "afgesloten")


class Stage(models.TextChoices):
    """The eleven stages, in their order and with the names of their rooms (contracts/rooms.py)."""

    PROFILE = "profile", pgettext_lazy("room", "Buurtprofiel")
    CONSULTATION = "consultation", pgettext_lazy("room", "Ophalen")
    AGENDA = "agenda", pgettext_lazy("room", "Buurtagenda")
    PROPOSALS = "proposals", pgettext_lazy("room", "Voorstellen")
    PLAN = "plan", pgettext_lazy("room", "Gebiedsplan")
    BUDGET = "budget", pgettext_lazy("room", "Geld")
    QUALITY = "quality", pgettext_lazy("room", "Kwaliteit")
    ASSESSMENT = "assessment", pgettext_lazy("room", "Beter of anders?")
    COMMISSIONING = "commissioning", pgettext_lazy("room", "Buurtbesteden")
    PACT = "pact", pgettext_lazy("room", "Buurtpact")
    MONITORING = "monitoring", pgettext_lazy("room", "Opbrengst")


class StageProgress(models.TextChoices):
    """How far a stage is in a round; every stage may be skipped."""

    NOT_YET = "not_yet", pgettext_lazy("state of stage", "nog niet")
    OPEN = "open", pgettext_lazy("state of stage", "open")
    BUSY = "busy", pgettext_lazy("state of stage", "bezig")
    DONE = "done", pgettext_lazy("state of stage", "klaar")
    SKIPPED = "skipped", pgettext_lazy("state of stage", "overgeslagen")


class Condition(models.TextChoices):
    """The nine conditions of the start agreement."""

    URGENCY = "urgency", _("We vinden het samen nodig")
    COMMITMENT = "commitment", _("De overheid doet echt mee")
    COMMUNITY = "community", _("De gemeenschap wordt sterker en krijgt steun")
    MULTI_YEAR = "multi_year", _("We maken afspraken voor meer jaren")
    FLEXIBLE_BUDGETS = "flexible_budgets", _("Geld kan schuiven als dat nodig is")
    EXPERIMENT = "experiment", _("We durven iets uit te proberen")
    HORIZONTAL = "horizontal", _("Iedereen is gelijk aan tafel")
    TRUST = "trust", _("We vertrouwen elkaar")
    JOINTNESS = "jointness", _("We doen elke stap samen")


class Standing(models.TextChoices):
    """How a party sees a condition."""

    THERE = "there", pgettext_lazy("mark of condition", "dit is er")
    NOT_YET = "not_yet", pgettext_lazy("mark of condition", "dit is er nog niet")
    WORKING = "working", pgettext_lazy("mark of condition", "hier werken we aan")


class CalendarKind(models.TextChoices):
    """What happens at the municipality on a date."""

    FRAMEWORK_NOTE = "framework_note", pgettext_lazy("calendar", "kadernota")
    BUDGET = "budget", pgettext_lazy("calendar", "begroting")
    REPORT = "report", pgettext_lazy("calendar", "tussenrapportage")
    ANNUAL_ACCOUNT = "annual_account", pgettext_lazy("calendar", "jaarrekening")
    COUNCIL = "council", pgettext_lazy("calendar", "vergadering")
    OTHER = "other", pgettext_lazy("calendar", "iets anders")


class BodyKind(models.TextChoices):
    """What kind of group decides or advises."""

    BOARD = "board", pgettext_lazy("kind of body", "dagelijks bestuur")
    EXECUTIVE = "executive", pgettext_lazy("kind of body", "college")
    COUNCIL = "council", pgettext_lazy("kind of body", "raad")
    COMMITTEE = "committee", pgettext_lazy("kind of body", "commissie")
    WARD_COUNCIL = "ward_council", pgettext_lazy("kind of body", "wijkraad")
    WARD_OFFICE = "ward_office", pgettext_lazy("kind of body", "wijkbureau")
