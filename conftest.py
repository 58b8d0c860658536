"""Fixtures for every test: the shared cast, and the guard against writes outside actions."""

import os

import pytest

# A server's settings on the developer's machine must not change what is tested; only the database may be chosen.
for name in [n for n in os.environ if n.startswith("SAMENSPEL_") and n != "SAMENSPEL_DATABASE_URL"]:
    del os.environ[name]


@pytest.fixture(scope="session")
def django_db_use_migrations(request: pytest.FixtureRequest) -> bool:
    """On SQLite tables come from the models at once; that migrations make the same: tests/copies/test_tables.py."""
    from django.db import connection

    return connection.vendor != "sqlite"


pytest_plugins = ["samenspel.kernel.tests.cast"]
