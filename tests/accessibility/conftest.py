"""One server and one browser for a whole file of tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.live_server_helper import LiveServer

from tests.accessibility.site import FLAGS, Site, furnish


@pytest.fixture(autouse=True)
def guarded() -> None:
    """Nothing is written in these tests but by the server, through its own actions."""


@pytest.fixture
def db(site: Site) -> None:
    """Tests that ask for `db` make sure of a test database; here it is that of the whole site."""


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """Everything is made through actions, served over HTTP, and taken away at the end."""
    api = pytest.importorskip("playwright.sync_api")
    with django_db_blocker.unblock():
        assert "memory" in str(connection.settings_dict["NAME"]) or "test" in str(connection.settings_dict["NAME"])
        filled = furnish()  # before the browser starts: its event loop would hide the database of this thread
        server = LiveServer("localhost")
        try:
            with api.sync_playwright() as play:
                path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
                browser = play.chromium.launch(executable_path=path, args=FLAGS)
                yield Site(server.url, filled, browser)
                browser.close()
        finally:
            server.stop()
            call_command("flush", interactive=False, verbosity=0)
