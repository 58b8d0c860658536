"""Words for kinds and states of questions, for answers about rules, and for passing on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Role


class QuestionKind(models.TextChoices):
    """What kind of question it is; the clock is the same for all."""

    BUDGET = "budget", _("vraag over geld of het plan")
    JOIN = "join", _("vraag om mee te doen")
    PETITION = "petition", _("brief aan de raad (raadsadres)")
    RULE = "rule", _("regel in de weg")


class QuestionState(models.TextChoices):
    """How far a question is. Too late is computed from the date."""

    WAITING = "waiting", _("wacht op de redactie")
    ASKED = "asked", _("wacht op antwoord")
    ANSWERED = "answered", pgettext_lazy("state of question", "beantwoord")
    CLOSED_SATISFIED = "closed_satisfied", _("klaar: tevreden met het antwoord")
    CLOSED_NOT_SATISFIED = "closed_not_satisfied", _("klaar: niet tevreden met het antwoord")


class Office(models.TextChoices):
    """In which office of the municipality's council or board somebody asks; the words fit before "vroeg dit"."""

    COUNCILLOR = Role.COUNCILLOR.value, _("een raadslid of commissielid")
    BOARD = Role.BOARD.value, _("een bestuurder")
    CLERK = Role.CLERK.value, _("de griffie")


class RuleVerdict(models.TextChoices):
    """What the owner of a rule says about it."""

    MYTH = "myth", _("deze regel bestaat niet")
    POSSIBLE = "possible", _("het kan, en wel zo")
    TRIAL = "trial", _("we proberen een uitzondering")
    CHANGE = "change", _("we veranderen de regel")
    STAYS = "stays", _("de regel blijft, met deze reden")


class ForwardState(models.TextChoices):
    """Whether the other party took it on."""

    OFFERED = "offered", _("gevraagd, nog geen antwoord")
    ACCEPTED = "accepted", pgettext_lazy("state of forward", "aangenomen")
    DECLINED = "declined", _("niet aangenomen")
