"""One demo neighbourhood for all tests of copies, and its copy."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, ignore_patterns
from uuid import uuid4

import pytest

from tests.copies.site import Site


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo neighbourhood on SQLite."""
    site = Site(tmp_path_factory.mktemp("demo"))
    site.does(module="tests.copies.filled")
    return site


@pytest.fixture(scope="session")
def copy(demo: Site) -> Path:
    """A copy of the demo neighbourhood."""
    path = demo.folder / "kopie.zip"
    demo.does("backup", str(path))
    return path


@pytest.fixture(scope="session")
def shared(demo: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A house that the demo neighbourhood shares with a second one."""
    folder = tmp_path_factory.mktemp("shared") / "house"
    copytree(demo.folder, folder, ignore=ignore_patterns("*.zip"))
    site = Site(folder)
    site.does(module="tests.copies.neighbour")
    return site


@pytest.fixture(scope="session")
def moving(shared: Site) -> Path:
    """The demo neighbourhood, ready to leave that house."""
    path = shared.folder.parent / "buurt.zip"
    shared.does("place", "export", "indische-buurt", str(path))
    return path


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Tables, and nothing in them."""
    site = Site(tmp_path_factory.mktemp("empty"))
    site.does("place", "list")
    return site


@pytest.fixture
def new(empty: Site, tmp_path: Path) -> Site:
    """A house in which nobody lives yet."""
    return Site(Path(copytree(empty.folder, tmp_path / "new")))


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[Callable[[], Site]]:
    """Makes sites with an empty database of their own on PostgreSQL."""
    import psycopg
    from django.conf import settings

    there = settings.DATABASES["default"]
    server = f"postgresql://{there['USER']}:{there['PASSWORD']}@{there['HOST']}:{there['PORT']}"
    made: list[str] = []

    def make() -> Site:
        made.append(f"copy_{uuid4().hex[:12]}")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as keeper:
            keeper.execute(f"CREATE DATABASE {made[-1]}")
        folder = tmp_path / made[-1]
        folder.mkdir()
        return Site(folder, f"{server}/{made[-1]}")

    yield make
    with psycopg.connect(f"{server}/postgres", autocommit=True) as keeper:
        for name in made:
            keeper.execute(f"DROP DATABASE {name} WITH (FORCE)")
