"""Words for parties, channels and the state of a party."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartyKind(models.TextChoices):
    """What a party is; the kind changes nothing in what it may do."""

    COMMUNITY = "community", pgettext_lazy("kind of party", "gemeenschap")
    INITIATIVE = "initiative", pgettext_lazy("kind of party", "initiatief")
    INSTITUTION = "institution", pgettext_lazy("kind of party", "instelling")
    MUNICIPALITY = "municipality", pgettext_lazy("kind of party", "gemeente")
    COMPANY = "company", pgettext_lazy("kind of party", "onderneming")


# What people can begin themselves; a municipality or an institution comes in through who has a task here.
FREE_KINDS = (PartyKind.COMMUNITY, PartyKind.INITIATIVE, PartyKind.COMPANY)


class PartyState(models.TextChoices):
    """Whether a party still does things."""

    ACTIVE = "active", pgettext_lazy("state of party", "actief")
    STOPPED = "stopped", pgettext_lazy("state of party", "gestopt")


class PartyPhase(models.TextChoices):
    """How far a party is, in its own words."""

    DREAM = "dream", _("we dromen nog")
    START = "start", _("we beginnen")
    RUNNING = "running", _("we zijn bezig")
    GROWING = "growing", _("we groeien")
    RESTING = "resting", _("we doen het even rustig aan")


class Link(models.TextChoices):
    """The six links (schakels) that keep a community going."""

    DREAM = "dream", pgettext_lazy("link", "droom")
    OWNERSHIP = "ownership", pgettext_lazy("link", "eigenaarschap")
    TALENTS = "talents", pgettext_lazy("link", "talenten")
    CONNECTION = "connection", pgettext_lazy("link", "verbinding")
    MEANS = "means", pgettext_lazy("link", "middelen")
    ECONOMY = "economy", pgettext_lazy("link", "buurteconomie")


class LinkMark(models.TextChoices):
    """How a community sees one of its links."""

    STRONG = "strong", _("dit is sterk")
    BETTER = "better", _("dit kan beter")
    NOT_YET = "not_yet", _("dit is er nog niet")


class KnownBy(models.TextChoices):
    """The way we came to know a person."""

    WEB = "web", _("via de website")
    PAPER = "paper", _("op papier")
    TABLE = "table", _("aan een tafel")
    PHONE = "phone", _("aan de telefoon")
    DESK = "desk", _("aan de balie")
    STREET = "street", _("op straat")
    POST = "post", _("per brief")
    IMPORT = "import", _("uit een bestand")


class NoticeBy(models.TextChoices):
    """How a person wants to hear from us."""

    EMAIL = "email", _("per e-mail")
    LETTER = "letter", _("per brief")
    PAGE = "page", _("alleen op mijn pagina")


class NoticeRhythm(models.TextChoices):
    """How often a person wants to hear from us."""

    DIRECT = "direct", pgettext_lazy("rhythm of notices", "meteen")
    DAY = "day", _("één keer per dag")
    WEEK = "week", _("één keer per week")
    NEVER = "never", pgettext_lazy("rhythm of notices", "nooit")
