"""Persons, accounts, contacts, and taking back what we keep."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError

from samenspel.contracts.actor import Actor
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people import actions, queries
from samenspel.kernel.people.actions import note_person
from samenspel.kernel.people.actions.person import acting_person
from samenspel.kernel.people.models import Account, Duo, Membership
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


@pytest.fixture
def account(cast: Cast) -> Account:
    return cast.accounts["resident"]


def test_registering_makes_a_person_and_a_line_in_the_journal(db: None) -> None:
    account = actions.register_account(Account(email="a@example.org"), by=Actor(), name="Alice")
    assert account.person is not None
    assert not account.has_usable_password()
    assert Entry.objects.filter(verb="people.account.register").count() == 1


def test_one_account_per_address(db: None) -> None:
    actions.register_account(Account(email="a@example.org"), by=Actor())
    with pytest.raises(ValidationError):
        actions.register_account(Account(email="a@example.org"), by=Actor())


def test_somebody_without_a_name_is_a_resident(db: None) -> None:
    account = actions.register_account(Account(email="a@example.org"), by=Actor())
    assert str(account) == "een bewoner"


def test_the_journal_never_holds_the_address(account: Account) -> None:
    assert not Entry.objects.filter(canonical__contains="@").exists()


def test_only_oneself_changes_what_we_keep(account: Account, cast: Cast) -> None:
    assert account.person is not None
    assert actions.prefer(account.person, by=cast.resident, name="Alie", speaks="ar").name == "Alie"
    with pytest.raises(NotAllowed):
        actions.prefer(account.person, by=cast.organiser, name="X")


def test_another_address_replaces_the_old_one(account: Account, cast: Cast) -> None:
    changed = actions.change_email(account, by=cast.resident, email="Nieuw@Example.org")
    assert changed.email == "nieuw@example.org"
    assert [e.email for e in EmailAddress.objects.filter(user=account)] == ["nieuw@example.org"]


def test_nobody_takes_the_address_of_another(account: Account, cast: Cast) -> None:
    with pytest.raises(BadInput):
        actions.change_email(account, by=cast.resident, email="NEIGHBOUR@example.org")


def test_erasing_takes_name_and_login_and_the_chain_still_verifies(account: Account, cast: Cast, place: Place) -> None:
    party = actions.found_party(place, by=cast.resident, name="De Tuin")
    assert account.person is not None
    gone = actions.erase_person(account.person, by=cast.resident)
    account.refresh_from_db()
    assert (gone.shown_name, account.is_active) == ("ingetrokken", False)
    assert "resident" not in account.email
    assert list(queries.members_of(party, STAFF)) == []
    assert list(faults(place.pk)) == []


def test_only_oneself_or_staff_erases(account: Account, cast: Cast) -> None:
    assert account.person is not None
    with pytest.raises(NotAllowed):
        actions.erase_person(account.person, by=cast.neighbour)
    assert actions.erase_person(account.person, by=STAFF).erased_at is not None


def test_a_duo_has_two_sides(place: Place, cast: Cast) -> None:
    duo = actions.form_duo(place, by=cast.official, resident_name="Alice", professional_name="Esra")
    assert str(duo) == "Alice + Esra"
    with pytest.raises(BadInput):
        actions.form_duo(place, by=cast.official, resident_name="Alice")


def test_a_typed_name_in_a_duo_goes_with_the_person(place: Place, account: Account, cast: Cast) -> None:
    assert account.person is not None
    name = f" {account.person.name.upper()} "
    duo = actions.form_duo(place, by=cast.official, resident_name=name, professional_name="Esra")
    other = actions.form_duo(place, by=cast.official, resident_name="Anna", professional_name="Esra")
    actions.erase_person(account.person, by=STAFF)
    assert [str(row) for row in Duo.objects.filter(pk__in=[duo.pk, other.pk])] == ["Esra", "Anna + Esra"]


def test_a_thing_has_one_contact(place: Place, cast: Cast, account: Account) -> None:
    assert account.person is not None
    for reach in ("020", "030"):
        actions.name_contact(place, by=cast.professional, code="PR-1", person=account.person, reach=reach)
    found = queries.contact_for("PR-1")
    assert found is not None
    assert found.reach == "030"


def test_own_data_holds_groups_and_messages_of_oneself_alone(place: Place, cast: Cast, account: Account) -> None:
    actions.found_party(place, by=cast.neighbour, name="Van Bob")
    actions.found_party(place, by=actor_of(account), name="Van Alice")
    data = queries.own_data(account.person_id or 0)
    assert [g["party__name"] for g in data["groups"]] == ["Van Alice"]
    assert data["account"][0]["email"] == "resident@example.org"


@pytest.mark.parametrize(("contact", "way"), [("a@example.org", "email"), ("06 12345678", "page"), ("", "page")])
def test_somebody_is_told_where_we_can_reach_them(db: None, contact: str, way: str) -> None:
    with acting():
        assert note_person(name="Anna", contact=contact).notice_by == way


def test_the_login_library_knows_the_address(db: None) -> None:
    account = actions.register_account(Account(email="anna@example.org"), by=Actor(), name="Anna")
    assert list(EmailAddress.objects.values_list("user", "email", "primary")) == [
        (account.pk, "anna@example.org", True)
    ]


def test_who_is_erased_gets_no_mail(account: Account) -> None:
    person = account.person
    assert person is not None
    gone = actions.erase_person(person, by=actor_of(account))
    assert (gone.notice_by, gone.name, gone.place) == ("page", "", None)


def test_who_is_erased_stands_behind_no_group(cast: Cast, account: Account) -> None:
    assert account.person is not None
    actions.join_party(cast.parties["initiative"], by=actor_of(account), shown=True)
    actions.erase_person(account.person, by=actor_of(account))
    left = Membership.objects.get(person=account.person)
    assert left.until is not None and not left.shown and not left.speaks_for


def test_nobody_acts_for_the_first_person_of_the_house(db: None, account: Account) -> None:
    with acting(), pytest.raises(BadInput, match="wie dit doet"):
        acting_person(Actor(), None)
