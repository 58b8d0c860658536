"""Words for calls, routes, joint plans, consent and awards."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CallState(models.TextChoices):
    """How far a round of money is."""

    DRAFT = "draft", pgettext_lazy("state of call", "in de maak")
    OPEN = "open", pgettext_lazy("state of call", "open")
    CLOSED = "closed", pgettext_lazy("state of call", "gesloten")
    COUNTING = "counting", pgettext_lazy("state of call", "wordt geteld")
    COUNTED = "counted", pgettext_lazy("state of call", "geteld")
    DECIDED = "decided", pgettext_lazy("state of call", "besloten")
    STOPPED = "stopped", pgettext_lazy("state of call", "gestopt")


class Route(models.TextChoices):
    """The way along which money or a task is given."""

    CONSENT = "consent", _("afspraak met instemming")
    VOTE = "vote", _("stemming over het buurtbudget")
    RESIDENT_BUDGET = "resident_budget", _("bewonersbudget of voucher")
    ONE_INTAKE = "one_intake", _("één loket naar meer potten")
    CHALLENGE = "challenge", pgettext_lazy("route", "uitdaagrecht")
    PROCUREMENT = "procurement", _("aanbesteden in buurtdelen")
    TESTING_GROUND = "testing_ground", pgettext_lazy("route", "proeftuin")


class Binding(models.TextChoices):
    """How far the result binds the one who decides by law."""

    BINDING = "binding", _("de uitslag wordt gevolgd")
    UNLESS = "unless", _("de uitslag wordt gevolgd, tenzij er een reden is om dat niet te doen")
    ADVICE = "advice", _("de uitslag is een advies")


class Outcome(models.TextChoices):
    """What the count says of an option."""

    FUNDED = "funded", _("krijgt geld")
    NOT_NOW = "not_now", _("nu geen geld")


class PlanState(models.TextChoices):
    """How far a joint plan is."""

    DRAFT = "draft", pgettext_lazy("state of joint plan", "in de maak")
    ASKED = "asked", _("ligt bij de partners")
    CARRIED = "carried", _("door iedereen gedragen")
    RUNNING = "running", _("in uitvoering")
    DONE = "done", pgettext_lazy("state of joint plan", "klaar")
    STOPPED = "stopped", pgettext_lazy("state of joint plan", "gestopt")


class Answer(models.TextChoices):
    """What a partner says of a joint plan."""

    YES = "yes", pgettext_lazy("answer of partner", "ja")
    WORRY = "worry", _("ja, met een zorg")
    OBJECTION = "objection", pgettext_lazy("answer of partner", "bezwaar")


class AwardState(models.TextChoices):
    """What became of an award."""

    GIVEN = "given", pgettext_lazy("state of award", "toegekend")
    PAID = "paid", pgettext_lazy("state of award", "betaald")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of award", "ingetrokken")
