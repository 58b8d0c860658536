"""The brake on sending forms."""

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

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


SEND, WHO = "/taal/setlang/", "HTTP_X_FORWARDED_FOR"


def flood(*forwarded: str) -> list[int]:
    """What each of these senders hears; all come in through the same web server."""
    return [Client().post(SEND, {"language": "nl"}, **{WHO: words}).status_code for words in forwarded]  # type: ignore[arg-type]


def test_behind_a_web_server_each_sender_counts_alone(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(throttle, "MOST", 1)
    settings.SECURE = True
    assert flood("192.0.2.1", "192.0.2.2", "192.0.2.3") == [302, 302, 302]
    assert flood("192.0.2.1") == [429]


def test_only_what_the_web_server_wrote_itself_is_believed(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    """A sender can put anything in the header; the web server adds the real address at the end."""
    monkeypatch.setattr(throttle, "MOST", 1)
    settings.SECURE = True
    assert flood("10.0.0.1, 192.0.2.1", "10.0.0.2, 192.0.2.1", "10.0.0.3,192.0.2.1 ") == [302, 429, 429]


def test_without_a_web_server_in_front_the_header_means_nothing(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(throttle, "MOST", 1)
    settings.SECURE = False
    assert flood("192.0.2.1", "192.0.2.2", "192.0.2.3") == [302, 429, 429]


def test_a_house_with_ipv6_counts_as_one(db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setattr(throttle, "MOST", 1)
    settings.SECURE = True
    assert flood("2001:db8:0:1::1", "2001:DB8:0:1:ffff::2", "2001:db8:0:2::1") == [302, 429, 302]
    assert flood("::ffff:192.0.2.1", "192.0.2.1", "::ffff:192.0.2.2", "unknown") == [302, 429, 302, 302]
