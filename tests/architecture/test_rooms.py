"""What is where in a room: these names and no others."""

from pathlib import Path

from tests.architecture.house import PLATFORM, instruments, kernel, rooms, stages

from samenspel.contracts.flow import FLOW
from samenspel.contracts.rooms import ROOM

FILES = {
    "states",
    "models",
    "rules",
    "queries",
    "actions",
    "handover",
    "exports",
    "notices",
    "tasks",
    "forms",
    "views",
    "urls",
    "apps",
}
FOLDERS = {"templates", "static", "tests", "migrations", "templatetags"}


def seen(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != "__pycache__")


def test_a_room_has_no_other_files() -> None:
    strange = [
        path.relative_to(PLATFORM).as_posix()
        for room in rooms()
        for path in seen(room)
        if path.name not in ("README.md", "__init__.py")
        and not (path.suffix == ".py" and path.stem in FILES)
        and not (path.is_dir() and path.name in FILES | FOLDERS)
    ]
    assert strange == []


def test_a_room_has_its_own_template_folder_only() -> None:
    wrong = [
        folder.relative_to(PLATFORM).as_posix()
        for room in rooms()
        if (room / "templates").is_dir()
        for folder in seen(room / "templates")
        if folder.name != room.name
    ]
    assert wrong == []


def test_every_room_and_kernel_package_says_what_it_is_for() -> None:
    silent = [room.name for room in rooms() + kernel() if not (room / "README.md").is_file()]
    assert silent == []


def test_no_room_is_empty() -> None:
    bare = [
        room.name for room in rooms() if not any((room / name).exists() for name in ("actions.py", "actions"))
    ]
    assert bare == []


def test_the_rooms_are_those_of_the_map() -> None:
    assert {room.name for room in stages()} <= set(ROOM)
    assert set(FLOW) == set(ROOM)


def test_an_instrument_is_used_by_two_rooms() -> None:
    """Rule of two: what one room uses belongs in that room."""
    users = {path.name: 0 for path in instruments()}
    for room in [*stages(), PLATFORM / "overview"]:
        text = "".join(p.read_text(encoding="utf-8") for p in room.rglob("*.py") if "tests" not in p.parts)
        for name in users:
            users[name] += f"samenspel.instruments.{name}" in text
    assert [name for name, count in users.items() if count < 2] == []
