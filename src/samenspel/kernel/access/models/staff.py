"""Administrators, for a short time and with a reason; and the people of the example neighbourhood."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.models import Account
from samenspel.kernel.places.models import Place


class StaffAccount(models.Model):
    """An account that may open a staff session, with the second factors it had then; given on the machine itself."""

    account = models.OneToOneField(
        Account,
        verbose_name=pgettext_lazy("field", "account"),
        on_delete=models.CASCADE,
        related_name="staff",
    )
    given_by = models.CharField(_("gegeven door"), max_length=160)
    since = models.DateTimeField(_("geldt vanaf"), default=now, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "beheerder")
        verbose_name_plural = pgettext_lazy("table", "beheerders")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.account_id}"


class StaffSessionManager(models.Manager["StaffSession"]):
    """Fetches the account along, so that rules about a session need no query."""

    def get_queryset(self) -> models.QuerySet[StaffSession]:
        """Staff sessions with their account."""
        return super().get_queryset().select_related("account")


class StaffSession(models.Model):
    """A short time in which an administrator may do more, with a reason that everybody can read."""

    account = models.ForeignKey(
        Account,
        verbose_name=pgettext_lazy("field", "account"),
        on_delete=models.PROTECT,
        related_name="staff_sessions",
    )
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        related_name="staff_sessions",
    )
    # It holds in one login, and as long as the second factor that opened it is there.
    login = models.CharField(_("in welke keer inloggen"), max_length=64)
    factor = models.PositiveBigIntegerField(_("welke toegangssleutel"))
    reason = models.CharField(_("waarom dit nodig is"), max_length=300)
    started = models.DateTimeField(_("begonnen om"))
    ends = models.DateTimeField(_("eindigt om"))
    closed_at = models.DateTimeField(_("gesloten om"), null=True, blank=True)

    objects: ClassVar[StaffSessionManager] = StaffSessionManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("tijdelijke beheertoegang")
        verbose_name_plural = _("tijdelijke beheertoegangen")
        ordering = ("-started",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("started")),
                name="staff_session_ends_after_start",
                violation_error_message=_("De eindtijd ligt voor de begintijd."),
            )
        ]
        indexes = [models.Index(fields=("account", "ends"), name="staff_session_running")]

    def __str__(self) -> str:
        return f"{self.account_id} ({self.started:%Y-%m-%d})"

    @property
    def owner_persons(self) -> frozenset[int]:
        """The administrator."""
        return self.account.owner_persons

    @property
    def owner_parties(self) -> frozenset[int]:
        """A staff session is personal."""
        return frozenset()


class CastMember(models.Model):
    """Somebody of the example neighbourhood whose place a visitor may take; data, only in the demo."""

    slug = models.SlugField(_("naam in het webadres"), max_length=40, unique=True)
    account = models.OneToOneField(
        Account, verbose_name=pgettext_lazy("field", "account"), on_delete=models.CASCADE, related_name="cast"
    )
    who = models.CharField(_("wie dit is"), max_length=120)
    does = models.CharField(_("wat u als deze persoon kunt doen"), max_length=200)
    order = models.PositiveSmallIntegerField(pgettext_lazy("field", "volgorde"), default=0)

    class Meta:
        verbose_name = _("persoon in de voorbeeldbuurt")
        verbose_name_plural = _("personen in de voorbeeldbuurt")
        ordering = ("order", "slug")

    def __str__(self) -> str:
        return self.who
