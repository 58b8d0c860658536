"""Writing about pairs and contact persons."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action
from samenspel.kernel.people import rules
from samenspel.kernel.people.models import ContactPoint, Duo, Party, Person
from samenspel.kernel.places.models import Place


def pair(
    place: Place,
    *,
    resident: Person | None = None,
    resident_name: str = "",
    professional: Person | None = None,
    professional_name: str = "",
    professional_party: Party | None = None,
) -> Duo:
    """A duo that is not saved yet. Both sides need somebody: an account, a noted person or a name."""
    if not (resident or resident_name) or not (professional or professional_name):
        raise BadInput(_("Een duo heeft een bewoner en een professional. Vul beide namen in."))
    return Duo(
        place=place,
        resident=resident,
        resident_name="" if resident else resident_name,
        professional=professional,
        professional_name="" if professional else professional_name,
        professional_party=professional_party,
    )


def put_contact(
    code: str,
    place: Place,
    person: Person,
    *,
    party: Party | None = None,
    stand_in: Person | None = None,
    reach: str = "",
) -> ContactPoint:
    """The contact of a thing, new or changed, not saved yet. Rooms `keep` it inside their own action."""
    point = ContactPoint.objects.filter(code=code).first() or ContactPoint(code=code, place=place)
    point.person, point.party, point.stand_in, point.reach = person, party, stand_in, reach
    return point


@action("people.duo.form", rule=rules.may_pair, label=_("Een duo vormen"), creates=True)
def form_duo(
    place: Place,
    *,
    by: Actor,
    resident: Person | None = None,
    resident_name: str = "",
    professional: Person | None = None,
    professional_name: str = "",
    professional_party: Party | None = None,
) -> Duo:
    """A resident and a professional take something on together, as equals."""
    return pair(
        place,
        resident=resident,
        resident_name=resident_name,
        professional=professional,
        professional_name=professional_name,
        professional_party=professional_party,
    )


@action("people.contact.name", rule=rules.may_name_contact, label=_("Een contactpersoon noemen"), creates=True)
def name_contact(
    place: Place,
    *,
    by: Actor,
    code: str,
    person: Person,
    party: Party | None = None,
    stand_in: Person | None = None,
    reach: str = "",
) -> ContactPoint:
    """From now on everybody knows whom to ask about this, and who stands in."""
    return put_contact(code, place, person, party=party, stand_in=stand_in, reach=reach)
