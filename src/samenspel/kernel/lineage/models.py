"""Nodes and edges of the red thread."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from samenspel.contracts.relations import KINDS
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import now
from samenspel.kernel.places.models import Place


class Node(models.Model):
    """Anything that can be talked about, with a short code that can be said aloud."""

    code = models.CharField(_("code"), max_length=16, unique=True, help_text=_("Zoals PR-7K4R."))
    words = models.CharField(_("code in woorden"), max_length=40, unique=True, help_text=_("Zoals tulp-brug-42."))
    kind = models.CharField(_("soort"), max_length=30)
    title = models.CharField(_("titel"), max_length=300)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name=_("plaats"))
    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ronde")
    )
    public = models.BooleanField(_("openbaar"), default=False, help_text=_("Alleen openbare dingen staan op de draad."))
    example = models.BooleanField(_("voorbeeld"), default=False, help_text=_("Verzonnen voor de proefbuurt."))
    at = models.DateTimeField(_("gemaakt op"), default=now, editable=False)

    class Meta:
        verbose_name = _("ding op de draad")
        indexes = [
            models.Index(fields=["cycle", "kind", "public"], name="node_cycle_kind"),
            models.Index(fields=["place", "public"], name="node_place"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def kind_label(self) -> str:
        """What people call this kind of thing."""
        return pgettext("kind", KINDS[self.kind].label)

    @property
    def room(self) -> str:
        """The room where this thing lives."""
        return KINDS[self.kind].room

    def get_absolute_url(self) -> str:
        """Its red thread: short enough for a poster."""
        return reverse("thread", args=[self.code])


class Edge(models.Model):
    """One thing led to another, and why."""

    source = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="leads_to", verbose_name=_("van"))
    target = models.ForeignKey(Node, on_delete=models.PROTECT, related_name="comes_from", verbose_name=_("naar"))
    relation = models.CharField(_("verband"), max_length=30)
    reason = models.CharField(_("daarom"), max_length=500, help_text=_("Waarom het een tot het ander leidde."))
    person = models.BigIntegerField(_("gelegd door"), null=True, blank=True)
    at = models.DateTimeField(_("gelegd op"), default=now, editable=False)

    class Meta:
        verbose_name = _("verband")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "relation"],
                name="edge_once",
                violation_error_code="already_done",
                violation_error_message=_("Dit verband is er al."),
            ),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="edge_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.relation} {self.target_id}"


class Thing(models.Model):
    """Base of everything with a code: rooms add their own fields and a `state`."""

    node = models.OneToOneField(Node, on_delete=models.PROTECT, related_name="+", verbose_name=_("code"))
    version = models.PositiveIntegerField(_("versie"), default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.node)

    @property
    def code(self) -> str:
        """Its short code."""
        return self.node.code

    @property
    def title(self) -> str:
        """Its title."""
        return self.node.title

    @property
    def place_id(self) -> int:
        """Where it belongs."""
        return self.node.place_id

    @property
    def cycle_id(self) -> int | None:
        """The round in which it was made."""
        return self.node.cycle_id

    @property
    def owner_persons(self) -> frozenset[int]:
        """People whose it is (primary keys); rooms override."""
        return frozenset()

    @property
    def owner_parties(self) -> frozenset[int]:
        """Parties whose it is (primary keys); rooms override."""
        return frozenset()
