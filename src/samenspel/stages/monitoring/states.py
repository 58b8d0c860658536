"""Words for outcomes and lessons."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OutcomeState(models.TextChoices):
    """Whether somebody else agrees."""

    RECORDED = "recorded", pgettext_lazy("state of outcome", "opgeschreven")
    CONFIRMED = "confirmed", pgettext_lazy("state of outcome", "bevestigd")
    HIDDEN = "hidden", pgettext_lazy("state of outcome", "weggehaald")


class Verdict(models.TextChoices):
    """What people notice."""

    BETTER = "better", _("het is beter")
    SAME = "same", _("het is hetzelfde")
    WORSE = "worse", _("het is minder goed")
    TOO_EARLY = "too_early", _("het is te vroeg om te zeggen")


MARKS = {OutcomeState.RECORDED: "busy", OutcomeState.CONFIRMED: "done", OutcomeState.HIDDEN: "stopped"}


class LessonState(models.TextChoices):
    """Whether everybody can read a lesson."""

    DRAFT = "draft", pgettext_lazy("state of lesson", "concept")
    PUBLIC = "public", pgettext_lazy("state of lesson", "openbaar")
