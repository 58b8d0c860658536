"""Who writes on SQLite, and who waits."""

import fcntl
from pathlib import Path
from threading import Thread

import pytest
from django.db import DEFAULT_DB_ALIAS, connection, connections

from samenspel.kernel.action.turns import turn

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets many write at once")


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "house.sqlite3"))
    return tmp_path / "house.turn"


def test_who_comes_second_waits_for_the_first(queue: Path) -> None:
    done = []

    def write() -> None:
        with turn():
            done.append("second")

    second = Thread(target=write)
    with turn():
        second.start()
        second.join(0.2)
        done.append("first")
    second.join(5)
    assert done == ["first", "second"]


def test_a_refusal_ends_the_turn(queue: Path) -> None:
    for _time in range(2):
        with pytest.raises(ValueError, match="no"), turn():
            raise ValueError("no")
    assert queue.exists()


def test_who_keeps_the_turn_does_not_stop_the_site(queue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.kernel.action.turns.PATIENCE", 0.1)
    done = []

    def write() -> None:
        with turn():
            done.append("written")

    with queue.open("wb") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        other = Thread(target=write, daemon=True)
        other.start()
        other.join(5)
        assert done == ["written"]


def test_only_the_site_itself_can_take_a_turn(queue: Path) -> None:
    with turn():
        assert queue.stat().st_mode & 0o777 == 0o600


def test_inside_a_transaction_nobody_waits(queue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections[DEFAULT_DB_ALIAS], "in_atomic_block", True)  # not the stand-in: undoing would fail
    with turn():
        assert not queue.exists()
