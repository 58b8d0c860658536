"""What is where in a room: these names and no others."""

from pathlib import Path

from django.apps import apps

from samenspel.contracts.flow import FLOW
from samenspel.contracts.rooms import ROOM
from tests.architecture.house import PLATFORM, nothing, rooms, stages

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
    nothing(strange)


def test_a_room_has_its_own_template_folder_only() -> None:
    wrong = [
        folder.relative_to(PLATFORM).as_posix()
        for room in rooms()
        if (room / "templates").is_dir()
        for folder in seen(room / "templates")
        if folder.name != room.name
    ]
    nothing(wrong)


def test_every_room_says_what_it_is_for() -> None:
    silent = [room.name for room in rooms() if not (room / "README.md").is_file()]
    nothing(silent)


def test_no_room_is_empty() -> None:
    bare = [room.name for room in rooms() if not any((room / name).exists() for name in ("actions.py", "actions"))]
    nothing(bare)


def test_a_room_with_tables_has_migrations() -> None:
    """Without them SQLite still works, and PostgreSQL refuses."""
    with_tables = {config.path for config in apps.get_app_configs() if list(config.get_models())}
    nothing(room.name for room in rooms() if str(room) in with_tables and not list(room.glob("migrations/0001_*.py")))


def test_the_rooms_are_those_of_the_map() -> None:
    assert {room.name for room in stages()} <= set(ROOM)
    assert set(FLOW) == set(ROOM)
