"""Backup and restore of the demo neighbourhood: nothing is lost on the way, and nothing comes back half."""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.copies.site import Site, manifest, tables

pytestmark = pytest.mark.crash


def same_but_for_the_entry(before: Path, after: Path) -> None:
    """Putting back is itself an entry of the national journal; nothing else differs."""
    old, new = tables(before), tables(after)
    differ = {name for name in old if old[name] != new[name]}
    assert differ == {"kernel_head", "kernel_entry"}
    assert new["kernel_entry"]["rows"] == old["kernel_entry"]["rows"] + 1
    assert set(old) == set(new)


def test_a_copy_comes_back_as_it_was(demo: Site, copy: Path, tmp_path: Path) -> None:
    second = Site(tmp_path)
    assert "Everything is as it was written" in second.does("restore", str(copy))
    second.does("backup", str(tmp_path / "weer.zip"))
    same_but_for_the_entry(copy, tmp_path / "weer.zip")
    old, new = demo.exports(), second.exports()
    assert {name for name in old if old[name] != new[name]} == {"journal.csv", "journal.json"}
    assert len(set(new["journal.csv"]) - set(old["journal.csv"])) == 1


def test_two_copies_of_one_moment_are_equal(demo: Site, copy: Path, tmp_path: Path) -> None:
    demo.does("backup", str(tmp_path / "twee.zip"))
    assert tables(copy) == tables(tmp_path / "twee.zip")


def test_a_copy_is_for_whoever_keeps_the_site(copy: Path) -> None:
    assert copy.stat().st_mode & 0o077 == 0
    secret = {name for name, facts in tables(copy).items() if facts.get("secret")}
    assert {"kernel_account", "ballots_votingcode", "ballots_keyholder", "mfa_authenticator"} <= secret
    assert not {"agenda_priority", "kernel_entry"} & secret


def test_a_new_file_gets_its_name_when_all_is_in_it(demo: Site, copy: Path, tmp_path: Path) -> None:
    demo.does("restore", str(copy), "--into", str(tmp_path / "nieuw.sqlite3"))
    assert [path.name for path in tmp_path.iterdir()] == ["nieuw.sqlite3"]
    again = demo.run("restore", str(copy), "--into", str(tmp_path / "nieuw.sqlite3"))
    assert again.returncode != 0 and "bestaat al" in again.stderr


def test_where_something_is_nothing_is_put(demo: Site, copy: Path) -> None:
    before = demo.exports()
    done = demo.run("restore", str(copy))
    assert done.returncode == 1 and "Hier staat al iets" in done.stdout
    assert demo.exports() == before


def cut(copy: Path, bad: Path) -> None:
    bad.write_bytes(copy.read_bytes()[:-2000])


def one_letter(copy: Path, bad: Path) -> None:
    """Another figure in one row, in a zip that is whole."""
    with ZipFile(copy) as old, ZipFile(bad, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'"cents":', b'"cents":1', 1) if "kernel_posting" in name else data)


def without_a_table(copy: Path, bad: Path) -> None:
    with ZipFile(copy) as old, ZipFile(bad, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if "kernel_posting" not in name:
                new.writestr(name, old.read(name))


def flipped(copy: Path, bad: Path) -> None:
    """One bit in the middle of the largest table."""
    data = bytearray(copy.read_bytes())
    with ZipFile(copy) as packed:
        largest = max(packed.infolist(), key=lambda info: info.compress_size)
    data[largest.header_offset + 30 + len(largest.filename) + largest.compress_size // 2] ^= 1
    bad.write_bytes(data)


@pytest.mark.parametrize("spoil", [cut, one_letter, without_a_table, flipped])
def test_a_spoilt_copy_is_refused_whole(
    demo: Site, copy: Path, tmp_path: Path, spoil: Callable[[Path, Path], None]
) -> None:
    spoil(copy, tmp_path / "stuk.zip")
    copyfile(copy.with_name("kopie.enveloppen.zip"), tmp_path / "stuk.enveloppen.zip")
    done = demo.run("restore", str(tmp_path / "stuk.zip"), "--into", str(tmp_path / "nieuw.sqlite3"))
    assert done.returncode == 1 and "niet heel" in done.stdout and "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"stuk.zip", "stuk.enveloppen.zip"}


def test_envelopes_lie_in_a_file_of_their_own(demo: Site, copy: Path) -> None:
    assert "ballots_envelope" not in tables(copy)
    assert set(manifest(copy)["apart"]) <= {"ballots_envelope"}


@pytest.mark.postgres
def test_a_copy_goes_to_postgresql_and_back(
    copy: Path, demo: Site, postgres: Callable[[], Site], tmp_path: Path
) -> None:
    there, back = postgres(), tmp_path / "terug.sqlite3"
    there.does("restore", str(copy))
    there.does("backup", str(tmp_path / "pg.zip"))
    same_but_for_the_entry(copy, tmp_path / "pg.zip")
    other = postgres()
    other.does("restore", str(tmp_path / "pg.zip"))
    assert other.does("place", "add", "Na het terugzetten")
    demo.does("restore", str(tmp_path / "pg.zip"), "--into", str(back))
    assert there.exports() != demo.exports() and back.exists()
