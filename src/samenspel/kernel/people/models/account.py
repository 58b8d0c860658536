"""An account is only a way to log in; what a person may do stands in mandates."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.models.person import Person


class AccountManager(BaseUserManager["Account"]):
    """Fetches the person along with the account, so a logged-in page costs one query less."""

    def get_queryset(self) -> models.QuerySet[Account]:
        """Accounts with their person."""
        return super().get_queryset().select_related("person")


class Account(AbstractBaseUser):
    """Login by mailed code or passkey. No Django permissions: rules and mandates decide."""

    # Django would write the time of every login; we do not keep it.
    last_login = None

    email = models.EmailField(_("e-mailadres"), unique=True)
    is_active = models.BooleanField(_("in gebruik"), default=True)
    person = models.OneToOneField(
        Person,
        verbose_name=pgettext_lazy("field", "persoon"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="account",
    )
    created_at = models.DateTimeField(_("gemaakt op"), default=now, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = pgettext_lazy("table", "account")
        verbose_name_plural = pgettext_lazy("table", "accounts")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.person.shown_name if self.person else str(_("een bewoner"))

    @property
    def place_id(self) -> int | None:
        """The place of the person, when they told us."""
        return self.person.place_id if self.person else None

    @property
    def owner_persons(self) -> frozenset[int]:
        """The person whose account this is."""
        return frozenset({self.person_id}) if self.person_id else frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """No party owns an account."""
        return frozenset()
