"""Who hears from us by e-mail, and what they follow."""

from __future__ import annotations

from typing import ClassVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.cycle.states import Stage
from samenspel.kernel.journal.clock import now
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.people.models import Person
from samenspel.kernel.people.states import NoticeRhythm
from samenspel.kernel.places.models import Place


class Reader(models.Model):
    """Somebody who hears from us: a person with an account, or only an e-mail address."""

    person = models.OneToOneField(
        Person, verbose_name=pgettext_lazy("field", "persoon"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    email = models.EmailField(
        _("e-mailadres"), unique=True, null=True, blank=True,
        help_text=_("Alleen van wie zonder account volgt."),
    )  # fmt: skip
    language = models.CharField(_("taal van de berichten"), max_length=12, default="nl")
    rhythm = models.CharField(
        _("hoe vaak u bericht wilt"), max_length=12, choices=NoticeRhythm, default=NoticeRhythm.WEEK
    )
    next_at = models.DateTimeField(
        _("volgende bericht niet voor"), default=now, editable=False,
        help_text=_("Ook het merkteken van wie nu aan het versturen is, en het wachten na een mislukte poging."),
    )  # fmt: skip
    tries = models.PositiveSmallIntegerField(_("mislukte pogingen"), default=0, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "lezer")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person__isnull=True) ^ models.Q(email__isnull=True), name="reader_person_or_address"
            ),
        )

    def __str__(self) -> str:
        return f"reader {self.pk}"

    @property
    def mail_link(self) -> str:
        """What somebody shows who came by the signed link in a mail to this reader."""
        return f"mail:{self.pk}"

    @property
    def how_often(self) -> str:
        """The rhythm that this reader chose."""
        return self.person.notice_rhythm if self.person else self.rhythm

    @property
    def owner_persons(self) -> frozenset[int]:
        """The person, when they have an account."""
        return frozenset({self.person_id} if self.person_id else ())

    @property
    def owner_parties(self) -> frozenset[int]:
        """No party reads somebody's mail."""
        return frozenset()


class Follow(models.Model):
    """Somebody wants to hear what happens to one thing, to one room of a round, or to a whole round."""

    reader = models.ForeignKey(
        Reader, verbose_name=pgettext_lazy("table", "lezer"), on_delete=models.CASCADE, related_name="follows"
    )
    place = models.ForeignKey(
        Place, verbose_name=pgettext_lazy("field", "gebied"), on_delete=models.CASCADE, related_name="+"
    )
    node = models.ForeignKey(
        Node, verbose_name=_("wat u volgt"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    cycle = models.ForeignKey(
        Cycle, verbose_name=_("ronde die u volgt"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    room = models.CharField(_("stap die u volgt"), max_length=20, choices=Stage, blank=True)
    told_seq = models.PositiveBigIntegerField(
        _("verteld tot regel"), default=0, help_text=_("Laatste regel van het logboek die is verteld.")
    )
    asked_at = models.DateTimeField(_("gevraagd op"), default=now, editable=False)
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)

    class Meta:
        verbose_name = _("wat iemand volgt")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["reader", "node"], name="follow_thing_once", violation_error_code="already_done",
                violation_error_message=_("U volgt dit al."),
            ),
            models.UniqueConstraint(
                fields=["reader", "cycle", "room"], name="follow_round_once", violation_error_code="already_done",
                violation_error_message=_("U volgt dit al."),
            ),
            models.CheckConstraint(
                condition=models.Q(node__isnull=True) ^ models.Q(cycle__isnull=True), name="follow_thing_or_round"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"follow {self.pk}"

    @property
    def title(self) -> str:
        """What is followed, in words; a thing that is not public (any more) has only its code."""
        if self.node:
            return self.node.title if self.node.public else self.node.code
        title = cast(Cycle, self.cycle).title
        return f"{title}: {self.get_room_display()}" if self.room else title

    @property
    def url(self) -> str:
        """Where to look; fetch thing, round and place along."""
        return self.node.get_absolute_url() if self.node else cast(Cycle, self.cycle).get_absolute_url()

    @property
    def mail_link(self) -> str:
        """What the reader of it shows."""
        return self.reader.mail_link

    @property
    def owner_persons(self) -> frozenset[int]:
        """Whose it is."""
        return self.reader.owner_persons

    @property
    def owner_parties(self) -> frozenset[int]:
        """No party follows."""
        return frozenset()
