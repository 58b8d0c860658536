"""Most tests have tables that were made from the models; on a server they are made by migrations."""

from typing import Any

import pytest
from django.db import connection

from tests.copies.site import Site


def described(database: Any) -> dict[str, Any]:
    """Every table of a database, with its columns and rules."""
    look = database.introspection
    with database.cursor() as cursor:
        return {
            table: (
                sorted((column.name, column[1:]) for column in look.get_table_description(cursor, table)),
                sorted(str(rule) for rule in look.get_constraints(cursor, table).values()),
            )
            for table in look.table_names(cursor)
            if table not in ("django_migrations", "samenspel_cache")
        }


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL is always tested with migrations")
def test_migrations_make_the_tables_of_the_models(demo: Site, db: None) -> None:
    there = connection.copy()
    there.settings_dict["NAME"] = str(demo.folder / "samenspel.sqlite3")
    assert described(there) == described(connection)
    there.close()
