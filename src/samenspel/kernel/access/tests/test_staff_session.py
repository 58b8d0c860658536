"""The door for administrators over HTTP: real logins, with the app that makes codes."""

import time
from collections.abc import Callable
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from samenspel.kernel.access import actions
from samenspel.kernel.access.models import StaffSession
from samenspel.kernel.access.tests.test_pages import mailed_code
from samenspel.kernel.people.models import Account
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast

LOGIN, CONFIRM, SECOND = "/inloggen/login/", "/inloggen/login/code/confirm/", "/inloggen/2fa/authenticate/"
GIVE = "/testbuurt/rollen/nieuw/"
Open = Callable[[Client], int]


@pytest.fixture
def keeper(cast: Cast) -> Account:
    """An administrator with an app that makes codes."""
    account = cast.accounts["neighbour"]
    totp.TOTP.activate(account, "S" * 32)
    actions.make_staff(account, by=STAFF, given_by="bestuur")
    return account


@pytest.fixture
def open_door(place: Place) -> Open:
    """Ask for a staff session; says how many run."""

    def ask(browser: Client) -> int:
        browser.post("/beheer/", {"place": place.pk, "reason": "Foto weghalen", "hours": 1})
        return StaffSession.objects.count()

    return ask


def app_code() -> str:
    return str(totp.format_hotp_value(totp.hotp_value("S" * 32, int(time.time()) // 30)))


def mailed_login(account: Account) -> Client:
    """Who reads the mail of this account gets this far."""
    browser = Client()
    browser.post(LOGIN, {"login": account.email})
    browser.post(CONFIRM, {"code": mailed_code()})
    return browser


def full_login(account: Account) -> Client:
    browser = mailed_login(account)
    browser.post(SECOND, {"code": app_code()})
    return browser


def test_mail_and_app_together_open_the_door(keeper: Account, open_door: Open) -> None:
    browser = full_login(keeper)
    assert open_door(browser) == 1
    assert browser.get(GIVE).status_code == 200
    assert "tot u uitlogt" in browser.get("/beheer/").content.decode()


def test_mail_alone_does_not_even_log_in(keeper: Account, open_door: Open) -> None:
    browser = mailed_login(keeper)
    assert browser.get("/mijn/").status_code == 302
    assert open_door(browser) == 0


def test_a_factor_added_on_the_spot_opens_nothing(keeper: Account, open_door: Open) -> None:
    """The administrator took the app away; whoever reads the mail now sets up an app of their own."""
    Authenticator.objects.all().delete()
    browser = mailed_login(keeper)
    assert browser.get("/mijn/").status_code == 200
    totp.TOTP.activate(keeper, "S" * 32)
    browser.post("/inloggen/2fa/reauthenticate/", {"code": app_code()})
    assert open_door(browser) == 0
    assert "opnieuw aanwijst" in browser.get("/beheer/").content.decode()


def test_a_factor_shown_long_ago_is_asked_again(keeper: Account, open_door: Open) -> None:
    with patch("time.time", return_value=time.time() - 3600):
        browser = full_login(keeper)
    assert open_door(browser) == 0
    assert "/inloggen/2fa/webauthn/reauthenticate/?next=/beheer/" in browser.get("/beheer/").content.decode()
    with patch("time.time", return_value=time.time() + 30):
        answer = browser.post("/inloggen/2fa/reauthenticate/?next=/beheer/", {"code": app_code(), "next": "/beheer/"})
    assert answer["Location"] == "/beheer/"
    with patch("time.time", return_value=time.time() + 60):
        assert open_door(browser) == 1


def test_codes_on_paper_log_in_but_open_no_door(keeper: Account, open_door: Open) -> None:
    codes = RecoveryCodes.activate(keeper).get_unused_codes()
    browser = mailed_login(keeper)
    browser.post(SECOND, {"code": codes[0]})
    assert browser.get("/mijn/").status_code == 200
    assert open_door(browser) == 0


def test_another_login_of_the_same_account_is_outside(keeper: Account, open_door: Open) -> None:
    open_door(full_login(keeper))
    elsewhere = Client()
    elsewhere.force_login(keeper, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert elsewhere.get(GIVE).status_code == 403
    assert "Sluit de beheertoegang" not in elsewhere.get("/beheer/").content.decode()


def test_logging_out_ends_it_also_for_a_copied_cookie(keeper: Account, open_door: Open) -> None:
    browser, copied = full_login(keeper), Client()
    open_door(browser)
    copied.cookies["sessionid"] = browser.session.session_key or ""
    assert copied.get(GIVE).status_code == 200
    browser.post("/inloggen/logout/")
    assert copied.get(GIVE).status_code == 302


def test_it_ends_when_the_factor_is_taken_away(keeper: Account, open_door: Open) -> None:
    browser = full_login(keeper)
    open_door(browser)
    Authenticator.objects.all().delete()
    assert browser.get(GIVE).status_code == 403


def test_it_holds_in_one_place(keeper: Account, open_door: Open, elsewhere: Place) -> None:
    browser = full_login(keeper)
    open_door(browser)
    assert browser.get("/overkant/rollen/nieuw/").status_code == 403


def test_walking_in_as_one_of_the_cast_opens_no_door(keeper: Account, open_door: Open) -> None:
    """The example neighbourhood lets anybody in without any factor, so nobody keeps the machine from there."""
    browser = Client()
    browser.force_login(keeper, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert open_door(browser) == 0
    assert len(mail.outbox) == 0
