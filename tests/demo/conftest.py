"""The whole example neighbourhood, loaded once for a whole file of tests and undone at the end."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import Settings

from demo.loader import neighbourhood, round_2020, round_2026
from demo.loader.world import World


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Everything stays inside one transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = neighbourhood.build()
        round_2020.play(world)
        round_2026.play(world)
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def visitor(demo: World, settings: Settings) -> Client:
    """Somebody who walks through the demo."""
    settings.SAMENSPEL_DEMO = True
    return Client(headers={"accept-language": "nl"})
