"""Words for pacts, signatures and promises."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.people.states import PartyKind


class PactState(models.TextChoices):
    """How far a pact is."""

    DRAFT = "draft", pgettext_lazy("state of pact", "concept")
    OPEN = "open", _("ligt op tafel")
    IN_FORCE = "in_force", pgettext_lazy("state of pact", "geldt")
    ENDED = "ended", pgettext_lazy("state of pact", "afgelopen")


PACT_MARKS = {
    PactState.DRAFT: "later",
    PactState.OPEN: "open",
    PactState.IN_FORCE: "done",
    PactState.ENDED: "stopped",
}


class CommitmentState(models.TextChoices):
    """How it goes with a promise."""

    PROMISED = "promised", pgettext_lazy("state of promise", "beloofd")
    KEPT = "kept", pgettext_lazy("state of promise", "gehouden")
    LATE = "late", _("te laat")
    RENEGOTIATED = "renegotiated", _("opnieuw afgesproken")
    WITHDRAWN = "withdrawn", _("gaat niet door")
    NOT_ANSWERED = "not_answered", _("geen antwoord")


MARKS = {
    CommitmentState.PROMISED: "busy",
    CommitmentState.KEPT: "done",
    CommitmentState.LATE: "late",
    CommitmentState.RENEGOTIATED: "busy",
    CommitmentState.WITHDRAWN: "stopped",
    CommitmentState.NOT_ANSWERED: "late",
}

RUNNING = (CommitmentState.PROMISED, CommitmentState.RENEGOTIATED)
VOLUNTEERS = (PartyKind.COMMUNITY, PartyKind.INITIATIVE)


class CommitmentKind(models.TextChoices):
    """What is given."""

    MONEY = "money", pgettext_lazy("kind of promise", "geld")
    HOURS = "hours", pgettext_lazy("kind of promise", "tijd")
    SPACE = "space", pgettext_lazy("kind of promise", "ruimte")
    RIGHT = "right", _("een recht of ruimte in de regels")
    OTHER = "other", _("iets anders")


class Method(models.TextChoices):
    """How a party signed."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
