"""The example neighbourhood, loaded once for a whole file of tests and taken away afterwards."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.security.places import Filled, fill


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: Any) -> Iterator[Filled]:
    """Everything stays inside one transaction that is undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill()
        transaction.set_rollback(True)
