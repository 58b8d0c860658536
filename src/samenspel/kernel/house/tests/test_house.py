"""A copy in small: what is in it, what is refused, and who may put it back."""

from contextlib import nullcontext
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.db import connection

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone, NotAllowed, NotThere, Refused, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.house import copies, writing
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.actions import import_place, restore_copy
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.people.models import Account, Person
from samenspel.kernel.places.actions import add_place
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast


def silent(rows: int) -> None:
    """Nobody watches."""


@pytest.fixture
def copy(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> copies.Copy:
    """A copy of the house of the tests. A test is a transaction already."""
    monkeypatch.setattr(writing, "snapshot", nullcontext)
    return writing.write_copy(tmp_path / "kopie.zip", silent)[0]


@pytest.fixture
def emptied(copy: copies.Copy) -> copies.Copy:
    """The same copy, and nothing else left."""
    with acting():
        for table in house.tables():
            table._base_manager.all()._raw_delete(connection.alias)
    return copy


def test_what_comes_back_is_what_was(emptied: copies.Copy) -> None:
    copies.check_copy(emptied, silent)
    restore_copy(emptied, by=STAFF, apart=[], tick=silent)
    assert Place.objects.get().slug == "testbuurt" and Account.objects.count() == 10
    assert not list(faults(Place.objects.get().pk))
    assert Entry.objects.get(place=0, verb="house.copy.restore").subject == emptied.code


def test_new_rows_get_numbers_of_their_own(emptied: copies.Copy) -> None:
    restore_copy(emptied, by=STAFF, apart=[], tick=silent)
    before = set(Place.objects.values_list("pk", flat=True))
    assert add_place(None, by=STAFF, slug="later", name="Later").pk not in before


def test_nothing_is_overwritten(copy: copies.Copy) -> None:
    with pytest.raises(WrongState, match="Hier staat al iets"):
        restore_copy(copy, by=STAFF, apart=[], tick=silent)


def test_only_who_keeps_the_machine_puts_back(copy: copies.Copy, cast: Cast) -> None:
    for actor in (Actor(), cast.organiser):
        with pytest.raises(NotAllowed):
            restore_copy(copy, by=actor, apart=[], tick=silent)


def test_a_copy_of_other_tables_is_refused(copy: copies.Copy) -> None:
    copy.manifest["migrations"].append("kernel.0099_later")
    with pytest.raises(Refused, match="andere versie"):
        copies.check_copy(copy, silent)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{}", b"\x00" * 5000])
def test_what_is_no_copy_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "iets.zip").write_bytes(content)
    with pytest.raises(Refused, match="niet heel"):
        copies.open_copy(tmp_path / "iets.zip")
    with pytest.raises(Refused, match="is er niet"):
        copies.open_copy(tmp_path / "niets.zip")


@pytest.mark.parametrize("text", [b'{"form":1,"tables":{}}' + b" " * 5_000_000, b"[" * 100_000])
def test_a_manifest_without_end_is_refused(tmp_path: Path, text: bytes) -> None:
    with ZipFile(tmp_path / "vol.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr(copies.MANIFEST, text)
    with pytest.raises(Refused, match="niet heel"):
        copies.open_copy(tmp_path / "vol.zip")


def test_a_row_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "LONGEST_LINE", 4)
    with ZipFile(tmp_path / "vol.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr(copies.inside("iets"), b"{}\n{1}\n{12}\n")
    lines = copies.lines_in(copies.Copy(tmp_path / "vol.zip", {}, ""), "iets")
    assert [next(lines), next(lines)] == [b"{}\n", b"{1}\n"]
    with pytest.raises(Refused, match="niet heel"):
        next(lines)


def test_a_copy_is_written_past_what_lies_there(cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "snapshot", nullcontext)
    (tmp_path / "elders").write_text("van iemand anders")
    (tmp_path / "kopie.zip.half").symlink_to(tmp_path / "elders")
    (tmp_path / ".kopie.zip.guessed").symlink_to(tmp_path / "elders")
    path = writing.write_copy(tmp_path / "kopie.zip", silent)[0].path
    monkeypatch.setattr("secrets.token_hex", lambda _size: "guessed")
    with pytest.raises(FileExistsError):
        writing.write_copy(tmp_path / "kopie.zip", silent)
    assert path.stat().st_mode & 0o777 == 0o600 and (tmp_path / "elders").read_text() == "van iemand anders"


def test_missing_envelopes_are_said(copy: copies.Copy) -> None:
    assert copies.apart_of(copy) == []
    copy.manifest["apart"] = {"ballots_envelope": {"rows": 1}}
    with pytest.raises(NotThere, match="opnieuw stemmen"):
        copies.apart_of(copy)


@pytest.fixture
def moving(cast: Cast, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> copies.Copy:
    """The neighbourhood of the tests, ready to move."""
    monkeypatch.setattr(writing, "snapshot", nullcontext)
    return writing.write_place(tmp_path / "buurt.zip", place, silent)[0]


def empty(*but: house.Table) -> None:
    with acting():
        for table in {*house.tables()} - {*but}:
            table._base_manager.all()._raw_delete(connection.alias)


def test_a_place_goes_on_where_the_same_place_is_known(moving: copies.Copy) -> None:
    empty(Place)
    copies.check_copy(moving, silent)
    import_place(moving, by=STAFF, apart=[], tick=silent)
    assert Account.objects.count() == 10 and not list(faults(Place.objects.get().pk))
    assert Entry.objects.get(place=0).verb == "house.place.import"
    with pytest.raises(AlreadyDone, match="staat hier al"):
        import_place(moving, by=STAFF, apart=[], tick=silent)


def test_a_number_that_is_somebody_else_stops_the_move(moving: copies.Copy) -> None:
    empty(Place, Person)
    with acting():
        Person.objects.filter(pk=Person.objects.earliest("pk").pk).update(name="Iemand anders")
    with pytest.raises(Refused, match="lege site"):
        import_place(moving, by=STAFF, apart=[], tick=silent)
    assert not Account.objects.exists()


def test_only_who_keeps_the_machine_takes_a_place_in(moving: copies.Copy, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        import_place(moving, by=cast.organiser, apart=[], tick=silent)


def test_a_journal_that_was_changed_does_not_move(moving: copies.Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    empty()
    monkeypatch.setattr("samenspel.kernel.house.actions.faults", lambda place: iter(["gap"]))
    with pytest.raises(Refused, match="logboek"):
        import_place(moving, by=STAFF, apart=[], tick=silent)
