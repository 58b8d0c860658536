"""A person; most persons have no account."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.states import KnownBy, NoticeBy, NoticeRhythm
from samenspel.kernel.places.models import Place


class Person(models.Model):
    """Somebody who takes part, with as little about them as possible."""

    name = models.CharField(
        pgettext_lazy("field", "naam"),
        max_length=120,
        blank=True,
        help_text=_("Zoals u genoemd wilt worden. Mag leeg blijven."),
    )
    channel = models.CharField(_("hoe we deze persoon kennen"), max_length=12, choices=KnownBy, default=KnownBy.WEB)
    place = models.ForeignKey(
        Place,
        verbose_name=pgettext_lazy("field", "gebied"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="persons",
    )
    speaks = models.CharField(
        _("taal die u het liefst spreekt"),
        max_length=12,
        default="nl",
        help_text=_("Bijvoorbeeld: nl, tr, ar."),
    )
    contact_text = models.CharField(
        _("hoe we u bereiken"),
        max_length=200,
        blank=True,
        help_text=_("Telefoon, e-mail of adres. Alleen voor wie u antwoord geeft."),
    )
    # Mail only goes to whoever asked for it; what happens always stands on their own page.
    notice_by = models.CharField(_("hoe u bericht wilt"), max_length=12, choices=NoticeBy, default=NoticeBy.PAGE)
    notice_rhythm = models.CharField(
        _("hoe vaak u bericht wilt"), max_length=12, choices=NoticeRhythm, default=NoticeRhythm.WEEK
    )
    noted_at = models.DateTimeField(_("opgeschreven op"), default=now, editable=False)
    erased_at = models.DateTimeField(_("gewist op"), null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(_("versienummer"), default=1, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "persoon")
        verbose_name_plural = pgettext_lazy("table", "personen")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name to show: never a number, never empty."""
        if self.erased_at:
            return str(pgettext_lazy("name of an erased person", "ingetrokken"))
        return self.name or str(_("een bewoner"))

    @property
    def owner_persons(self) -> frozenset[int]:
        """Only the person decides about what we keep of them."""
        return frozenset({self.pk})

    @property
    def owner_parties(self) -> frozenset[int]:
        """No party owns a person."""
        return frozenset()
