"""One SQLite file of all open tables: the same rows as the other formats, explained, and nothing personal."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.kernel.access import heavy
from samenspel.kernel.action import BadInput
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.database import as_database
from samenspel.kernel.exports.queries import plain_rows
from samenspel.kernel.places.actions import describe_place
from samenspel.kernel.tests.cast import STAFF, Cast


@pytest.fixture
def file(cycle: Cycle, cast: Cast, client: Client, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a visitor gets it, of a neighbourhood whose name a spreadsheet would run."""
    describe_place(cycle.place, by=STAFF, name="=1+1")
    answer = client.get("/gegevens/alles.sqlite3")
    (tmp_path / "alles.sqlite3").write_bytes(b"".join(answer.streaming_content))  # type: ignore[attr-defined]
    with closing(sqlite3.connect(tmp_path / "alles.sqlite3")) as opened:
        yield opened


def test_it_holds_every_open_table_with_its_rows(file: sqlite3.Connection) -> None:
    for name, export in registered().items():
        held = file.execute(f'SELECT * FROM "{name}"').fetchall()
        assert len(held) == len(list(plain_rows(export, Actor()))), name
    counted = dict(file.execute('SELECT "table", "rows" FROM _tables'))
    assert set(counted) == set(registered()) and counted["places"] == 1 and counted["journal"] > 10


def test_text_stays_text(file: sqlite3.Connection) -> None:
    assert file.execute("SELECT name, typeof(name) FROM places").fetchone() == ("=1+1", "text")


def test_columns_are_explained_and_none_is_personal(file: sqlite3.Connection) -> None:
    explained = {(table, column) for table, column in file.execute('SELECT "table", "column" FROM _columns')}
    held = {(name, row[1]) for name in registered() for row in file.execute(f'PRAGMA table_info("{name}")')}
    assert explained == held
    for name, export in registered().items():
        assert not {(name, c.name) for c in export.columns if c.personal in ("direct", "written")} & held


def test_nobody_stands_in_it(file: sqlite3.Connection, cast: Cast) -> None:
    text = "\n".join(file.iterdump())
    assert "example.org" not in text and "mandates" in text
    assert not [shown for shown in ("Alice", "Esra", "Joris") if f"'{shown}'" in text]


def test_what_is_too_large_is_said(cycle: Cycle) -> None:
    with pytest.raises(BadInput, match="Neem de tabellen los mee"):
        as_database(registered(), Actor(), largest=200_000)


def test_one_file_is_made_at_a_time(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(heavy, "PATIENCE", 0.01)
    with heavy.SEATS:
        busy = client.get("/gegevens/alles.sqlite3")
    assert (busy.status_code, busy["Retry-After"]) == (503, "30") and "voor anderen" in busy.content.decode()
    assert client.get("/gegevens/alles.sqlite3").status_code == 200


def test_one_address_takes_a_few(client: Client, db: None) -> None:
    cache.clear()
    answers = [client.get("/gegevens/alles.sqlite3").status_code for _ in range(7)]
    assert answers == [200] * 6 + [429]
