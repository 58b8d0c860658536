"""Who acts: a frozen set of facts, so that rules need no database and a table can act like a person."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Channel(StrEnum):
    """How something reached us; recorded with every act."""

    WEB = "web"
    PAPER = "paper"
    TABLE = "table"
    PHONE = "phone"
    DESK = "desk"
    STREET = "street"
    POST = "post"
    IMPORT = "import"


class Identity(IntEnum):
    """How sure we are who somebody is; a place sets the level per act."""

    NONE = 0
    EMAIL = 1
    CODE = 2
    DESK = 3
    EID = 4


class Role(StrEnum):
    """What somebody may do for a place; given by a mandate, shown on the public who-may-do-what page."""

    MEMBER = "member"
    REPRESENTATIVE = "representative"
    EDITOR = "editor"
    BROKER = "broker"
    DESK = "desk"
    AREA_TEAM = "area_team"
    FINANCE = "finance"
    BOARD = "board"
    COUNCILLOR = "councillor"
    CLERK = "clerk"
    ORGANISER = "organiser"


HELPERS = frozenset({Role.DESK, Role.BROKER, Role.EDITOR, Role.ORGANISER})


@dataclass(frozen=True, slots=True)
class Mandate:
    """A role at a place (primary key), perhaps for a party (primary key)."""

    role: Role
    place: int
    party: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who acts. `person` and `party` are primary keys; everything else is plain fact."""

    person: int | None = None
    name: str = ""
    party: int | None = None
    mandates: frozenset[Mandate] = field(default_factory=frozenset)
    channel: Channel = Channel.WEB
    at: str = ""
    on_behalf_of: str = ""
    read_back: bool = False
    identity: Identity = Identity.NONE
    staff: bool = False
    staff_at: int | None = None  # the one place of a staff session; None: the machine itself, everywhere
    conflicts: frozenset[str] = field(default_factory=frozenset)

    def holds(self, role: Role, place: int) -> bool:
        """Whether a mandate gives this role at this place."""
        return any(m.role == role and m.place == place for m in self.mandates)

    def is_staff_at(self, place: int | None) -> bool:
        """Whether a staff session runs for this place."""
        return self.staff and self.staff_at in (None, place)

    def represents(self, party: int | None) -> bool:
        """Whether this actor may speak for a party."""
        return party is not None and any(m.role == Role.REPRESENTATIVE and m.party == party for m in self.mandates)

    def belongs_to(self, party: int | None) -> bool:
        """Whether this actor stands behind a party, or speaks for it."""
        own = {Role.MEMBER, Role.REPRESENTATIVE}
        return party is not None and any(m.role in own and m.party == party for m in self.mandates)

    def works_at(self, place: int) -> bool:
        """Whether this actor has any task at this place, beyond speaking for a party."""
        ordinary = {Role.MEMBER, Role.REPRESENTATIVE}
        return any(m.place == place and m.role not in ordinary for m in self.mandates)

    def helps_at(self, place: int) -> bool:
        """Whether this actor has a task here in which they write down what others say."""
        return any(m.place == place and m.role in HELPERS for m in self.mandates)
