"""Words for surveys, their questions, codes and remarks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SurveyState(models.TextChoices):
    """How far a survey is."""

    DRAFT = "draft", _("wordt gemaakt")
    OPEN = "open", pgettext_lazy("state of survey", "open")
    CLOSED = "closed", _("gesloten, wordt geteld")
    PUBLISHED = "published", _("uitkomst staat er")


class Audience(models.TextChoices):
    """Who is asked."""

    ALL = "all", _("Iedereen die hier woont, zonder code")
    SAMPLE = "sample", _("Een steekproef, met een code in een brief")


class ItemKind(models.TextChoices):
    """What kind of answer a question has."""

    MARK = "mark", _("Rapportcijfer van 1 tot en met 10")
    ONE = "one", _("Kies één antwoord")
    SEVERAL = "several", _("Kies een of meer antwoorden")
    YESNO = "yesno", _("Ja of nee")
    NUMBER = "number", _("Een aantal")
    REMARK = "remark", _("Open opmerking")


class Section(models.TextChoices):
    """Under which heading a question stands."""

    DWELLING = "dwelling", _("Uw woning en uw straat")
    TOGETHER = "together", _("Samen leven")
    NUISANCE = "nuisance", _("Waar u last van hebt")
    SAFETY = "safety", _("Veilig voelen")
    OVERALL = "overall", _("Alles bij elkaar")
    OWN = "own", _("Vragen van uw buurt")
    ABOUT = "about", _("Over u")


class CodeState(models.TextChoices):
    """Whether a code still works."""

    ISSUED = "issued", pgettext_lazy("state of code", "werkt")
    BLOCKED = "blocked", pgettext_lazy("state of code", "geblokkeerd")


class RemarkState(models.TextChoices):
    """Whether a remark can be read."""

    WAITING = "waiting", _("wacht op de redactie")
    SHOWN = "shown", pgettext_lazy("state of remark", "te lezen")
    HIDDEN = "hidden", pgettext_lazy("state of remark", "afgeschermd")


class AnswerChannel(models.TextChoices):
    """How an answer came in."""

    WEB = "web", pgettext_lazy("channel", "website")
    PAPER = "paper", pgettext_lazy("channel", "papier")
    DESK = "desk", pgettext_lazy("channel", "balie")
    TABLE = "table", pgettext_lazy("channel", "tafel")
    STREET = "street", pgettext_lazy("channel", "straat")
    PHONE = "phone", pgettext_lazy("channel", "telefoon")
    POST = "post", pgettext_lazy("channel", "post")
