"""A neighbourhood leaves with everything it made, and with nothing of the neighbourhood it shared a house with."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.copies.neighbour import WORDS
from tests.copies.site import Site, manifest, tables
from tests.copies.test_copies import cut, flipped, one_letter, without_a_table

pytestmark = pytest.mark.crash
SLUG = "indische-buurt"


def beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.enveloppen.zip")


def rows(path: Path, table: str) -> Iterator[Any]:
    with ZipFile(path) as packed:
        yield from map(json.loads, packed.read(f"tables/{table}.ndjson").splitlines())


def same_after_moving(moving: Path, new: Site, again: Path) -> None:
    """In the new house the file comes out again as it went in, both parts of it."""
    assert "Everything is as it was written" in new.does("place", "import", str(moving))
    new.does("place", "export", SLUG, str(again))
    assert tables(moving) == tables(again) and tables(beside(moving)) == tables(beside(again))


def test_what_moves_in_is_what_moved_out(shared: Site, moving: Path, new: Site, tmp_path: Path) -> None:
    same_after_moving(moving, new, tmp_path / "weer.zip")
    assert shared.exports(SLUG) == new.exports(SLUG)
    assert new.does("place", "add", "Later hier")


def test_nothing_of_the_other_neighbourhood_moves(moving: Path) -> None:
    for path in (moving, beside(moving)):
        with ZipFile(path) as packed:
            text = "\n".join(packed.read(name).decode() for name in packed.namelist())
        assert [word for word in WORDS if word in text] == []


def test_who_lives_there_comes_along_without_account_or_address(moving: Path) -> None:
    (neighbour,) = (row for row in rows(moving, "kernel_person") if row["name"] == "Willem")
    assert neighbour["place_id"] is None
    persons = {row["person_id"] for row in rows(moving, "kernel_account")}
    assert persons and neighbour["id"] not in persons
    assert {row["place_id"] for row in rows(moving, "kernel_mandate")} == {manifest(moving)["place"]["number"]}


def test_of_a_house_with_one_neighbourhood_only_the_house_stays(demo: Site, copy: Path, tmp_path: Path) -> None:
    """Whatever the keys of the tables do not show would be missing here."""
    demo.does("place", "export", SLUG, str(tmp_path / "buurt.zip"))
    whole, part = tables(copy), tables(tmp_path / "buurt.zip") | tables(tmp_path / "buurt.enveloppen.zip")
    stays = manifest(tmp_path / "buurt.zip")["stays"]
    differ = {name for name in whole if name not in stays and (name in part or whole[name]["rows"])}
    assert {name for name in differ if whole[name]["sha256"] != part[name]["sha256"]} == {
        "kernel_entry", "kernel_head",
    }  # fmt: skip
    assert {entry["place"] for entry in rows(tmp_path / "buurt.zip", "kernel_entry")} == {3}


def test_secrets_of_a_vote_lie_apart(moving: Path, new: Site, tmp_path: Path) -> None:
    secret = {"ballots_envelope", "ballots_votingcode", "ballots_keyholder", "surveys_surveycode", "surveys_codeuse"}
    assert {*tables(beside(moving))} == secret and not secret & {*tables(moving)}
    alone = tmp_path / "alleen.zip"
    alone.write_bytes(moving.read_bytes())
    assert "opnieuw stemmen" in new.run("place", "import", str(alone)).stdout
    new.does("place", "import", str(alone), "--without-envelopes")


def test_where_its_numbers_are_taken_nothing_is_written(demo: Site, moving: Path, new: Site) -> None:
    assert "staat hier al" in demo.run("place", "import", str(moving)).stdout
    new.does("place", "add", "Iets anders")
    before = new.exports()
    done = new.run("place", "import", str(moving))
    assert done.returncode == 1 and "Zet voor deze buurt een lege site op" in done.stdout
    assert new.exports() == before


@pytest.mark.parametrize("spoil", [cut, one_letter, without_a_table, flipped])
def test_a_spoilt_file_is_refused_whole(
    moving: Path, new: Site, tmp_path: Path, spoil: Callable[[Path, Path], None]
) -> None:
    spoil(moving, tmp_path / "stuk.zip")
    beside(tmp_path / "stuk.zip").write_bytes(beside(moving).read_bytes())
    done = new.run("place", "import", str(tmp_path / "stuk.zip"))
    assert done.returncode == 1 and "niet heel" in done.stdout and "Traceback" not in done.stderr
    assert new.does("place", "list") == ""


def test_a_place_and_a_site_are_not_mixed_up(copy: Path, moving: Path, new: Site) -> None:
    assert "kopie van een hele site" in new.run("place", "import", str(copy)).stdout
    assert "bestand van één buurt" in new.run("restore", str(moving)).stdout


@pytest.mark.postgres
def test_it_moves_to_postgresql(moving: Path, postgres: Callable[[], Site], tmp_path: Path) -> None:
    same_after_moving(moving, postgres(), tmp_path / "pg.zip")
