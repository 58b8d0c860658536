"""Who holds a place or a group, and where nobody else does: said before that person goes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from samenspel.contracts.actor import Role
from samenspel.kernel.access.models import Mandate
from samenspel.kernel.access.queries import mandates_at, running
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.states import PartyState
from samenspel.kernel.places.models import Place


@dataclass(frozen=True, slots=True)
class Alone:
    """The neighbourhoods without another organiser, and the groups without another speaker."""

    places: tuple[Place, ...]
    groups: tuple[Party, ...]

    def __bool__(self) -> bool:
        return bool(self.places or self.groups)


def organisers_of(place: Place) -> list[str]:
    """The names of who organises here, as everybody can read on the page of roles."""
    named = mandates_at(place).filter(role=Role.ORGANISER, person__erased_at__isnull=True).exclude(person__name="")
    return list(named.values_list("person__name", flat=True).distinct().order_by("person__name"))


def alone(person: int) -> Alone:
    """What would stand without anybody when this person goes; two queries."""
    organisers = Mandate.objects.filter(running(), role=Role.ORGANISER, person__erased_at__isnull=True)
    others = organisers.filter(place=OuterRef("pk")).exclude(person=person)
    mine = organisers.filter(place=OuterRef("pk"), person=person)
    places = Place.objects.filter(Exists(mine)).exclude(Exists(others))
    return Alone(tuple(places), tuple(_groups(person)))


def _groups(person: int) -> list[Party]:
    """Running groups for which only this person speaks, as a member or by a role."""
    speakers = Membership.objects.filter(speaks_for=True, until__isnull=True, person__erased_at__isnull=True)
    by_role = Mandate.objects.filter(running(), role=Role.REPRESENTATIVE, person__erased_at__isnull=True)
    both = [rows.filter(party=OuterRef("pk")) for rows in (speakers, by_role)]
    found = Party.objects.filter(state=PartyState.ACTIVE).select_related("place")
    me = [Exists(rows.filter(person=person)) for rows in both]
    others = [Exists(rows.exclude(person=person)) for rows in both]
    return list(found.filter(me[0] | me[1]).exclude(others[0] | others[1]))
