"""Accounts, transactions and postings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.journal.clock import now
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.money.states import AccountKind
from samenspel.kernel.people.models import Party
from samenspel.kernel.places.models import Place


class MoneyAccount(models.Model):
    """A place where money of the neighbourhood stands: of a party, of a thing with a code, or only a name.

    A party or thing is known by its key, so another name opens no second account and no name opens somebody else's.
    """

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("plaats"))
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("soort"), max_length=10, choices=AccountKind.choices)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("partij")
    )
    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("waar de pot voor is")
    )

    class Meta:
        verbose_name = _("rekening")
        constraints = [
            models.UniqueConstraint(fields=["place", "party"], name="money_account_of_party_once"),
            models.UniqueConstraint(fields=["node"], name="money_account_of_thing_once"),
            models.UniqueConstraint(
                fields=["place", "kind", "name"],
                condition=models.Q(party__isnull=True, node__isnull=True),
                name="money_account_name_once",
            ),
            models.CheckConstraint(
                condition=(models.Q(party__isnull=True) | models.Q(kind=AccountKind.PARTY, node__isnull=True))
                & (models.Q(node__isnull=True) | models.Q(kind=AccountKind.POT)),
                name="money_account_of_one_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """Its name as people know it now; fetch the party along to spare a query."""
        return self.party.name if self.party else self.name


class Transaction(models.Model):
    """Money that moved, with its reason and the thing it was for."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("plaats"))
    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("waarvoor")
    )
    description = models.CharField(_("omschrijving"), max_length=300)
    on = models.DateField(_("datum"))
    at = models.DateTimeField(_("geboekt op"), default=now, editable=False)

    class Meta:
        verbose_name = _("boeking")

    def __str__(self) -> str:
        return self.description


class Posting(models.Model):
    """One side of a transaction: plus is money in, minus is money out. All sides add up to zero."""

    transaction = models.ForeignKey(
        Transaction, on_delete=models.PROTECT, related_name="postings", verbose_name=_("boeking")
    )
    account = models.ForeignKey(
        MoneyAccount, on_delete=models.PROTECT, related_name="postings", verbose_name=_("rekening")
    )
    cents = models.BigIntegerField(_("bedrag in centen"))

    class Meta:
        verbose_name = _("boekingsregel")
        constraints = [models.CheckConstraint(condition=~models.Q(cents=0), name="posting_not_zero")]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.cents}"
