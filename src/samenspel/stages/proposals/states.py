"""Words for proposals, their costs and the ten checks."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProposalState(models.TextChoices):
    """How far a proposal is."""

    DRAFT = "draft", pgettext_lazy("state of proposal", "concept")
    HANDED_IN = "handed_in", pgettext_lazy("state of proposal", "ingeleverd")
    WEIGHED = "weighed", _("gewogen, de maker hoort het eerst")
    PROVISIONAL_YES = "provisional_yes", _("voorlopig ja")
    PROVISIONAL_NO = "provisional_no", _("voorlopig nee")
    ACCEPTED = "accepted", _("het antwoord is ja")
    DECLINED = "declined", _("het antwoord is nee")
    WITHDRAWN = "withdrawn", _("lukt nu niet")
    MERGED = "merged", _("opgegaan in een ander voorstel")


MARKS = {
    ProposalState.DRAFT: "later",
    ProposalState.HANDED_IN: "open",
    ProposalState.WEIGHED: "busy",
    ProposalState.PROVISIONAL_YES: "busy",
    ProposalState.PROVISIONAL_NO: "busy",
    ProposalState.ACCEPTED: "done",
    ProposalState.DECLINED: "stopped",
    ProposalState.WITHDRAWN: "stopped",
    ProposalState.MERGED: "done",
}


class CostKind(models.TextChoices):
    """What something takes: money, time or space."""

    EURO = "euro", pgettext_lazy("kind of cost", "euro")
    HOURS = "hours", pgettext_lazy("kind of cost", "uren")
    SPACE = "m2", pgettext_lazy("kind of cost", "m²")


class Answer(models.TextChoices):
    """What is known about a check."""

    YES = "yes", pgettext_lazy("answer to check", "ja")
    NO = "no", pgettext_lazy("answer to check", "nee")
    UNKNOWN = "unknown", _("weten we nog niet")


class Check(models.TextChoices):
    """The ten things to look at before a proposal can be done."""

    BUDGET = "budget", _("Past het bij het geld dat er is?")
    ONE_OFF = "one_off", _("Is het geld één keer nodig?")
    UPKEEP = "upkeep", _("Is duidelijk wie het daarna onderhoudt?")
    LAW = "law", _("Mag het volgens de wet?")
    POLICY = "policy", _("Past het bij wat de gemeente heeft afgesproken?")
    OWNER = "owner", _("Vindt de eigenaar van de plek het goed?")
    PERMIT = "permit", _("Is er een vergunning, of is die niet nodig?")
    SPOT_FREE = "spot_free", _("Is er geen ander plan voor deze plek?")
    NO_CLASH = "no_clash", _("Zit het niemand anders in de weg?")
    COMMON_GOOD = "common_good", _("Is het voor de buurt, en niet voor winst, partij of geloof?")


class Cost(NamedTuple):
    """One thing a proposal takes: cents, hours or square metres, and what for."""

    kind: str
    amount: int
    what: str
