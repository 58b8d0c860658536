"""Who may do what with persons and parties. Reading is open, except for what is personal."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.action.rules import Rule, anyone, owner, represents_owner, role, signed_in, staff
from samenspel.kernel.people.states import FREE_KINDS, PartyKind
from samenspel.kernel.places.models import Place

may_register = anyone
may_found = signed_in | staff  # which kinds: `kinds_for`
may_found_any_kind = role(Role.ORGANISER) | staff
may_describe = represents_owner
may_let_speak = represents_owner
may_pair = role(Role.EDITOR, Role.BROKER, Role.AREA_TEAM, Role.ORGANISER)
may_name_contact = role(Role.EDITOR, Role.BROKER, Role.DESK, Role.AREA_TEAM, Role.ORGANISER)
may_import = role(Role.EDITOR, Role.ORGANISER) | staff
is_self = owner
may_erase = owner | staff

# A helper may do at the desk what the helped person could do at home.
_helped = Rule(lambda actor, subject: bool(actor.on_behalf_of), _("wie iemand helpt"))
may_leave = signed_in | (role(Role.DESK, Role.BROKER) & _helped)

# Nobody walks in under the name of a municipality or an institution.
comes_in = Rule(
    lambda actor, party: (
        getattr(party, "kind", PartyKind.COMMUNITY) in FREE_KINDS
        or represents_owner(actor, party)
        or role(Role.ORGANISER)(actor, party)
    ),
    _("bij een gemeente of instelling: wie namens die partij spreekt, of de organisator van de ronde"),
)
may_join = signed_in & comes_in


def kinds_for(actor: Actor, place: Place) -> tuple[PartyKind, ...]:
    """The kinds of party somebody may begin here: nobody calls themselves the municipality."""
    return tuple(PartyKind) if may_found_any_kind(actor, place) else FREE_KINDS


def visible_to(actor: Actor) -> Q:
    """Parties are public, stopped ones too: nothing that people made is hidden."""
    return Q()


def members_shown_to(actor: Actor) -> Q:
    """Names of members show when they said so; who speaks for the party sees all of it, and everybody themselves.

    Anybody can join a group, so being a member opens no names.
    """
    speaks_for = [m.party for m in actor.mandates if m.role == Role.REPRESENTATIVE and m.party]
    return Q(until__isnull=True) & (Q(shown=True) | Q(party_id__in=speaks_for) | Q(person_id=actor.person or 0))
