"""The brake on sending forms."""

import pytest
from django.core.cache import cache
from django.test import Client

from samenspel.kernel.access import throttle


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_a_flood_is_stopped_with_a_friendly_page(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "MOST", 3)
    answers = [Client().post("/taal/setlang/", {"language": "nl"}).status_code for _i in range(5)]
    assert answers[:3] == [302] * 3 and answers[3:] == [429] * 2


def test_reading_is_never_slowed(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "MOST", 1)
    assert {Client().get("/healthz").status_code for _i in range(5)} == {200}
