"""Passkeys in a real browser, with a telephone that it plays: adding one, coming in with it, the door for staff."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connections
from pytest_django.live_server_helper import LiveServer

from samenspel.kernel.access import actions
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from tests.accessibility.site import FLAGS

pytestmark = pytest.mark.browser
EMAIL = "neighbour@example.org"
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
Apart = Callable[[Callable[[], Any]], Any]


@pytest.fixture
def apart(transactional_db: None) -> Iterator[Apart]:
    """Work with the database beside the browser, whose event loop hides the connection of this thread."""
    shared = connections["default"]

    def work(job: Callable[[], Any]) -> Any:
        def on_shared() -> Any:
            connections["default"] = shared
            return job()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(on_shared).result()

    shared.inc_thread_sharing()
    yield work
    shared.dec_thread_sharing()


@pytest.fixture
def browser(live_server: LiveServer, cast: Cast, apart: Apart) -> Iterator[Any]:
    """Chromium, before a real server with people who checked their address."""
    EmailAddress.objects.update(verified=True)
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        yield chromium
        chromium.close()


class Visitor:
    """Somebody with a telephone, on which a passkey can live."""

    def __init__(self, browser: Any, url: str) -> None:
        self.url, self.page = url, browser.new_context(locale="nl").new_page()
        self.phone = self.page.context.new_cdp_session(self.page)
        self.phone.send("WebAuthn.enable")
        self.key = self.phone.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]

    def go(self, path: str) -> None:
        self.page.goto(self.url + path)

    def press(self, words: str, path: str = "") -> None:
        """Press a button and wait for the page it leads to."""
        self.page.get_by_role("button", name=words, exact=True).click()
        if path:
            self.page.wait_for_url(self.url + path)

    def mailed_login(self, path: str) -> None:
        self.go("/inloggen/login/")
        self.page.locator("input[name=login]").fill(EMAIL)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Mail mij een code").click()
        code = re.findall(r"^[0-9A-Z]{3,}-?[0-9A-Z]{3,}$", str(mail.outbox[-1].body), re.MULTILINE)[0]
        self.page.locator("input[name=code]").fill(code)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile(re.escape(self.url + path)))

    def add_key(self) -> None:
        self.go("/inloggen/2fa/webauthn/add/")
        self.page.locator("input[name=name]").fill("mijn telefoon")
        self.page.locator("input[name=passwordless]").check()
        self.press("Maak de sleutel")
        self.page.wait_for_url(re.compile("/inloggen/2fa/re"))  # to the codes on paper, once the key is shown again

    def log_out(self) -> None:
        self.go("/inloggen/logout/")
        with self.page.expect_navigation():
            self.page.locator("main form button").first.click()

    def key_login(self) -> None:
        self.go("/inloggen/login/")
        self.press("Inloggen met toegangssleutel")

    def open_door(self, place: Place) -> None:
        self.go("/beheer/")
        self.page.locator("select[name=place]").select_option(str(place.pk))
        self.page.locator("[name=reason]").fill("Een foto weghalen waar iemand om vroeg")
        self.press("Open de beheertoegang")


def test_a_passkey_logs_in_and_opens_the_door(
    browser: Any, live_server: LiveServer, cast: Cast, place: Place, apart: Apart
) -> None:
    visitor = Visitor(browser, live_server.url)
    visitor.mailed_login("/mijn/")
    visitor.add_key()
    apart(lambda: actions.make_staff(cast.accounts["neighbour"], by=STAFF, given_by="bestuur"))
    visitor.log_out()
    visitor.key_login()
    visitor.page.wait_for_url(live_server.url + "/mijn/")
    visitor.open_door(place)
    assert visitor.page.get_by_role("button", name="Sluit de beheertoegang").is_visible()
    visitor.go("/testbuurt/rollen/nieuw/")
    assert visitor.page.locator("select[name=role]").is_visible()


def test_the_key_of_a_stranger_does_not_come_in(browser: Any, live_server: LiveServer) -> None:
    """A telephone that does not know whose finger this is, and the mail without the telephone."""
    visitor = Visitor(browser, live_server.url)
    visitor.mailed_login("/mijn/")
    visitor.add_key()
    visitor.log_out()
    visitor.phone.send("WebAuthn.setUserVerified", {"authenticatorId": visitor.key, "isUserVerified": False})
    visitor.key_login()
    visitor.page.wait_for_timeout(500)
    assert "/inloggen/login" in visitor.page.url
    reader = Visitor(browser, live_server.url)
    reader.mailed_login("/inloggen/2fa/authenticate/")
    reader.go("/beheer/")
    assert "/inloggen/" in reader.page.url
