"""Building blocks for `rules.py` of every room: small questions that can be combined and read aloud.

A rule answers from the actor and the subject alone; it runs no SQL.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from django.utils.functional import lazystr
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.actor import Actor, Identity, Role

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Words: TypeAlias = "str | StrPromise"


class Rule:
    """A question about an actor and a subject, with the words for the who-may-do-what page."""

    do_not_call_in_templates = True  # a page shows its words

    def __init__(self, test: Callable[[Actor, Any], bool], words: Words, roles: tuple[Role, ...] = ()) -> None:
        self.test, self.words, self.roles = test, words, roles

    def __call__(self, actor: Actor, subject: Any) -> bool:
        return self.test(actor, subject)

    def __or__(self, other: "Rule") -> "Rule":
        return Rule(lambda a, s: self(a, s) or other(a, s), _joined(self, _(" of "), other), self.roles + other.roles)

    def __and__(self, other: "Rule") -> "Rule":
        return Rule(
            lambda a, s: self(a, s) and other(a, s), _joined(self, _(", mits "), other), self.roles + other.roles
        )

    def role_of(self, actor: Actor, place: int) -> str:
        """In which of the roles that it names somebody acted; nothing for who needed none."""
        return next((str(role) for role in self.roles if actor.holds(role, place)), "")

    def __str__(self) -> str:
        return str(self.words)


class _Joined:
    """Words of two rules, put together when shown, so that they follow the reader's language."""

    def __init__(self, left: Rule, glue: Words, right: Rule) -> None:
        self.parts = (left, glue, right)

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)


def _joined(left: Rule, glue: Words, right: Rule) -> Words:
    return lazystr(_Joined(left, glue, right))


ROLE_WORDS: dict[Role, Words] = {
    Role.MEMBER: _("lid van een groep"),
    Role.REPRESENTATIVE: _("woordvoerder van een partij"),
    Role.EDITOR: _("redactie van de buurt"),
    Role.BROKER: pgettext_lazy("role", "gebiedsmakelaar"),
    Role.DESK: _("medewerker van de balie"),
    Role.AREA_TEAM: _("gebiedsteam van de gemeente"),
    Role.FINANCE: _("financiën van de gemeente"),
    Role.BOARD: _("dagelijks bestuur"),
    Role.COUNCILLOR: _("raadslid of commissielid"),
    Role.CLERK: pgettext_lazy("role", "griffie"),
    Role.ORGANISER: _("organisator van de ronde"),
}

anyone = Rule(lambda actor, subject: True, pgettext_lazy("role", "iedereen"))
signed_in = Rule(lambda actor, subject: actor.person is not None, _("iedereen die is ingelogd"))
staff = Rule(
    lambda actor, subject: actor.is_staff_at(getattr(subject, "place_id", None)), _("beheerder in een beheersessie")
)
machine = Rule(lambda actor, subject: actor.staff and actor.staff_at is None, _("beheerder op de computer van de site"))
owner = Rule(
    lambda actor, subject: actor.person is not None and actor.person in subject.owner_persons,
    _("wie het heeft ingebracht"),
)
represents_owner = Rule(
    lambda actor, subject: any(actor.represents(party) for party in subject.owner_parties),
    _("woordvoerder van de partij van wie het is"),
    (Role.REPRESENTATIVE,),
)
speaks_for_a_party = Rule(
    lambda actor, subject: actor.holds(Role.REPRESENTATIVE, subject.place_id),
    _("woordvoerder van een partij"),
    (Role.REPRESENTATIVE,),
)


def _interested(actor: Actor, subject: Any) -> bool:
    """Declared for this or for what it came from (`conflicts` holds both), or one of its makers."""
    makers = getattr(subject, "maker_parties", getattr(subject, "owner_parties", ()))
    mine = actor.person is not None and actor.person in getattr(subject, "owner_persons", ())
    return getattr(subject, "code", "") in actor.conflicts or mine or any(actor.belongs_to(p) for p in makers)


not_conflicted = Rule(lambda actor, subject: not _interested(actor, subject), _("wie er zelf geen belang bij heeft"))


def role(*wanted: Role) -> Rule:
    """Whoever holds one of these roles at the subject's place."""
    words = lazystr(_Roles(wanted))
    return Rule(lambda actor, subject: any(actor.holds(r, subject.place_id) for r in wanted), words, wanted)


class _Roles:
    """The names of some roles, joined when shown."""

    def __init__(self, wanted: tuple[Role, ...]) -> None:
        self.wanted = wanted

    def __str__(self) -> str:
        return __(" of ").join(str(ROLE_WORDS[r]) for r in self.wanted)


def identified(level: Identity) -> Rule:
    """Whoever is known at least this well."""
    return Rule(lambda actor, subject: actor.identity >= level, _("wie zich bekend heeft gemaakt"))
