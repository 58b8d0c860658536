"""Nobody carries the name of another party, however it is spelled."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from samenspel.contracts.actor import Actor, Role
from samenspel.kernel.access.actions import give_mandate
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.people import actions
from samenspel.kernel.people.models import Membership, Party
from samenspel.kernel.people.names import checked_name, name_key
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

LogIn = Callable[[str], Client]
OURS = "Gemeente Oost"


@pytest.fixture
def municipality(place: Place) -> Party:
    return actions.found_party(place, by=STAFF, name=OURS, kind="municipality", with_founder=False)


@pytest.mark.parametrize(
    "name",
    [
        OURS, "gemeente  oost", " GEMEENTE OOST ", "Gemeente\u200b Oost", "\u202eGemeente Oost\u202c",
        "Gemeente, Oost.", "Geméente Oost", "Ｇｅｍｅｅｎｔｅ Oost", "Gemeente 0ost", "Gemeente\u00a0Oost",
        "Gemeente-Oost", "Gemeente\ufe0f Oost",
    ],
)  # fmt: skip
def test_a_name_that_looks_the_same_is_taken(place: Place, cast: Cast, municipality: Party, name: str) -> None:
    with pytest.raises(ValidationError, match="al een groep met deze naam"):
        actions.found_party(place, by=cast.resident, name=name)


@pytest.mark.parametrize("name", ["Gеmeente Oost", "Gemeente Οost", "Гemeente", "Tuinحديقة", "COOP СОС"])
def test_letters_of_two_alphabets_are_refused(place: Place, cast: Cast, name: str) -> None:
    with pytest.raises(BadInput, match="twee alfabetten"):
        actions.found_party(place, by=cast.resident, name=name)


@pytest.mark.parametrize("name", ["", " \u200b ", "...", "🌻"])
def test_a_name_can_be_said(place: Place, cast: Cast, name: str) -> None:
    with pytest.raises(BadInput, match="letters of cijfers"):
        actions.found_party(place, by=cast.resident, name=name)


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente\U000e0100 Amsterdam", "ɡemeente Amsterdam", "Gem\u2065eente Amsterdam", "GemeenteAmsterdam",
        "Gerneente Amsterdam", "Gemeente\u3164 Amsterdam", "Gemeente Amst\u20dderdam",
        "Gemeente ɑmsterdam", "Gem\ufff0eente\u180b Amsterdam", "Gem\u034feente Amsterdam",
    ],
)  # fmt: skip
def test_what_nobody_sees_makes_no_other_name(name: str) -> None:
    assert name_key(checked_name(name)) == name_key("Gemeente Amsterdam")


def test_letters_that_look_like_two_or_like_another_are_the_same() -> None:
    assert name_key("Vvijk Wonen") == name_key("wijkvvonen") == name_key("Wijk vvonen")
    assert name_key("Wɩjk") == name_key("Wǀjk") == name_key("Wijk")
    assert checked_name("De\u3164 Tuin\ufe0f\U000e0100\u2065") == "De Tuin"


@pytest.mark.parametrize("sign", ["\ue000", "\u0378", "\ud800"])
def test_a_sign_that_not_everybody_can_read_is_refused(sign: str) -> None:
    with pytest.raises(BadInput, match="niet iedereen kan lezen"):
        checked_name(f"De {sign}Tuin")


def test_names_of_the_neighbourhood_are_welcome() -> None:
    for name in ("Tuin حديقة", "Café 't Hoekje", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "友だちの会", "Сусіди", "Groep 12", "می\u200cخواهم"):
        assert checked_name(name) == name
    assert checked_name(" De\u202e  Tuin ") == "De Tuin"
    assert name_key("СОС") == name_key("coc") != name_key("cot")


def test_the_same_name_in_another_place_is_another_party(elsewhere: Place, cast: Cast, municipality: Party) -> None:
    assert actions.found_party(elsewhere, by=cast.resident, name=OURS).pk != municipality.pk


def test_a_group_does_not_rename_itself_to_another(place: Place, cast: Cast, municipality: Party) -> None:
    garden = actions.found_party(place, by=cast.resident, name="De Tuin")
    by = actor_of(cast.accounts["resident"])
    with pytest.raises(ValidationError, match="al een groep"):
        actions.describe_party(garden, by=by, name="GEMEENTE OOST")
    with pytest.raises(ValidationError, match="al een groep"):
        actions.split_party(garden, by=by, name="GEMEENTE OOST")
    renamed = actions.describe_party(garden, by=by, name="De Kas")
    assert renamed.name_key == name_key("De Kas")
    assert actions.describe_party(renamed, by=by, name="de kas").name == "de kas"


@pytest.mark.parametrize("kind", ["municipality", "institution", "emperor"])
def test_nobody_calls_themselves_the_municipality(place: Place, cast: Cast, kind: str) -> None:
    for by in (cast.resident, cast.initiative, cast.official, cast.professional):
        with pytest.raises(NotAllowed, match="organisator"):
            actions.found_party(place, by=by, name="Nieuw", kind=kind)


def test_an_institution_splits_through_the_organiser(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="organisator"):
        actions.split_party(cast.parties["provider"], by=cast.provider, name="Welzijn Zuid")


def test_an_organiser_begins_it_for_who_will_speak(place: Place, cast: Cast) -> None:
    person = cast.accounts["neighbour"].person
    made = actions.found_party(place, by=cast.organiser, name="Wonen", kind="institution", speaker=person)
    assert actor_of(cast.accounts["neighbour"]).represents(made.pk)
    assert [m.person for m in Membership.objects.filter(party=made)] == [person]
    with pytest.raises(NotAllowed):
        actions.found_party(place, by=cast.resident, name="Van een ander", speaker=person)


def test_an_organiser_of_another_place_is_nobody_here(elsewhere: Place, cast: Cast) -> None:
    by: Actor = cast.organiser
    with pytest.raises(NotAllowed, match="organisator"):
        actions.found_party(elsewhere, by=by, name="Wonen", kind="institution")


@pytest.mark.parametrize("party", ["official", "provider"])
def test_nobody_walks_in_under_the_name_of_an_institution(party: str, cast: Cast, client_as: LogIn) -> None:
    theirs = cast.parties[party]
    for by in (cast.neighbour, cast.initiative, cast.professional):
        with pytest.raises(NotAllowed):
            actions.join_party(theirs, by=by)
    browser = client_as("neighbour")
    page, form = (browser.get(theirs.get_absolute_url() + way) for way in ("", "meedoen/"))
    assert "Ik doe mee" not in page.content.decode()
    assert form.status_code == 403 and "via hun woordvoerder" in form.content.decode()
    assert actions.join_party(theirs, by=cast.organiser).until is None


def test_who_speaks_for_an_institution_may_stand_behind_it(cast: Cast, place: Place) -> None:
    theirs, person = cast.parties["provider"], cast.accounts["neighbour"].person
    assert person is not None
    give_mandate(place, by=STAFF, person=person, role=Role.REPRESENTATIVE, party=theirs, given_by="test")
    assert actions.join_party(theirs, by=actor_of(cast.accounts["neighbour"])).until is None
