"""The shared cast of all tests: one neighbourhood, two rounds, nine people, made through the actions users have."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import translation

from samenspel.contracts.actor import Actor, Channel, Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action.guard import strict
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account, Party
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.memory import remembered

STAFF = Actor(name="beheerder", staff=True, channel=Channel.IMPORT)

# name in tests -> (shown name, role at the place, kind of party spoken for)
PEOPLE: dict[str, tuple[str, tuple[Role, ...], str]] = {
    "resident": ("Alice", (), ""),
    "neighbour": ("Bob", (), ""),
    "initiative": ("Carla", (), "initiative"),
    "professional": ("Daan", (Role.BROKER, Role.DESK, Role.EDITOR), ""),
    "official": ("Esra", (Role.AREA_TEAM,), "municipality"),
    "finance": ("Frits", (Role.FINANCE,), ""),
    "board": ("Gerda", (Role.BOARD, Role.CLERK), ""),
    "councillor": ("Hugo", (Role.COUNCILLOR,), ""),
    "provider": ("Ina", (), "institution"),
    "organiser": ("Joris", (Role.ORGANISER, Role.EDITOR), ""),
}


@dataclass(frozen=True)
class Cast:
    """Actors by name, their accounts and the parties they speak for."""

    actors: dict[str, Actor]
    accounts: dict[str, Account]
    parties: dict[str, Party]

    def __getattr__(self, name: str) -> Actor:
        try:
            return self.__dict__["actors"][name]  # type: ignore[no-any-return]
        except KeyError as error:
            raise AttributeError(name) from error


@pytest.fixture(autouse=True)
def unhurried() -> None:
    """No test is slowed by what an earlier one sent, or reads the language that it left behind."""
    for memory in caches.all(initialized_only=True):
        memory.clear()
    translation.activate("nl")


@pytest.fixture(autouse=True)
def guarded(request: pytest.FixtureRequest) -> Iterator[None]:
    """Any write outside an action fails the test. Requests the database first, so its teardown is not guarded."""
    uses = {"db", "transactional_db", "django_db_reset_sequences", "live_server"} & set(request.fixturenames)
    if not uses and request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("_django_db_helper")
    with connection.execute_wrapper(strict):
        yield


@pytest.fixture
@remembered
def place(db: None) -> Place:
    """The neighbourhood of the tests."""
    return places.add_place(None, by=STAFF, slug="testbuurt", name="Testbuurt")


@pytest.fixture
@remembered
def elsewhere(db: None) -> Place:
    """Another neighbourhood, in which nobody of the cast has a role."""
    return places.add_place(None, by=STAFF, slug="overkant", name="Overkant")


@pytest.fixture
@remembered
def past(place: Place) -> Cycle:
    """The previous round, closed."""
    made = cycles.open_cycle(place, by=STAFF, slug="2020", title="Ronde 1", opens_on=date(2019, 1, 1))
    return cycles.close_cycle(made, by=STAFF)


@pytest.fixture
@remembered
def cycle(place: Place, past: Cycle) -> Cycle:
    """The running round, with all stages open."""
    made = cycles.open_cycle(place, by=STAFF, slug="2026", title="Ronde 2", opens_on=date(2026, 1, 1), previous=past)
    for stage in made.stages.all():
        cycles.move_stage(stage, by=STAFF, state="open")
    return made


@pytest.fixture
@remembered
def body(place: Place) -> Body:
    """The body that decides."""
    return cycles.add_body(
        place,
        by=STAFF,
        name="Dagelijks bestuur",
        kind="board",
        decides="Het gebiedsplan en het geld van het stadsdeel.",
    )


@pytest.fixture
@remembered
def cast(place: Place) -> Cast:
    """Ten people with their roles."""
    accounts, parties = {}, {}
    for name, (shown, roles, kind) in PEOPLE.items():
        account = people.register_account(Account(email=f"{name}@example.org"), by=STAFF, name=shown, place=place)
        accounts[name] = account
        assert account.person is not None
        for role in roles:
            access.give_mandate(place, by=STAFF, person=account.person, role=role, given_by="test")
        if kind:
            parties[name] = people.found_party(
                place, by=STAFF, name=f"Partij {shown}", kind=kind, speaker=account.person
            )
    return Cast({n: actor_of(a) for n, a in accounts.items()}, accounts, parties)


@pytest.fixture
def client_as(cast: Cast) -> Callable[[str], Client]:
    """A browser of somebody of the cast; an empty name is a visitor."""

    def log_in(name: str) -> Client:
        client = Client()
        if name:
            client.force_login(cast.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return log_in
