"""Coming in through the identity provider: it is offered, and it never takes over an account of somebody else."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from samenspel.config import environment as env
from samenspel.contracts.actor import Identity
from samenspel.kernel.access.actor import actor_for
from samenspel.kernel.people.models import Account
from samenspel.kernel.tests.cast import Cast

Come = Callable[..., HttpRequest]


@pytest.fixture
def provider(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the environment would set it."""
    for name, value in (("URL", "https://id.example.nl"), ("CLIENT", "samenspel"), ("SECRET", "geheim")):
        monkeypatch.setenv(f"SAMENSPEL_OIDC_{name}", value)
    settings.SOCIALACCOUNT_PROVIDERS = env.oidc()


@pytest.fixture
def come_in(db: None, provider: None) -> Come:
    """Come back from the provider, which says this; no network is needed for that."""

    def come(email: str, verified: bool, sub: str = "1") -> HttpRequest:
        request = RequestFactory().get("/inloggen/oidc/oidc/login/callback/")
        passed: Callable[[HttpRequest], HttpResponse] = lambda _: HttpResponse()  # noqa: E731
        SessionMiddleware(passed).process_request(request)
        MessageMiddleware(passed).process_request(request)
        request.user = get_user(request)
        said = {"userinfo": {"sub": sub, "email": email, "email_verified": verified}}
        with context.request_context(request):
            found: Any = get_adapter().get_provider(request, "oidc").sociallogin_from_response(request, said)
            complete_login(request, found)
        request.session.save()
        request.COOKIES["sessionid"] = request.session.session_key or ""
        request.user = get_user(request)
        return request

    return come


def test_the_login_page_offers_the_provider(db: None, provider: None, client: Client) -> None:
    text = client.get("/inloggen/login/").content.decode()
    assert "DigiD" in text and "/inloggen/oidc/oidc/login/" in text


def test_without_provider_nothing_is_offered(db: None, client: Client) -> None:
    assert "/inloggen/oidc/" not in client.get("/inloggen/login/").content.decode()


@pytest.mark.parametrize("verified", [True, False])
def test_an_address_of_somebody_here_does_not_open_their_account(cast: Cast, come_in: Come, verified: bool) -> None:
    EmailAddress.objects.update(verified=True)
    request = come_in("resident@example.org", verified)
    assert not request.user.is_authenticated
    assert not SocialAccount.objects.exists()
    assert Account.objects.filter(email="resident@example.org").count() == 1


def test_an_address_that_nobody_checked_does_not_log_in(come_in: Come) -> None:
    assert not come_in("nieuw@example.org", False).user.is_authenticated


def test_somebody_new_comes_in_and_is_well_known(come_in: Come) -> None:
    actor = actor_for(come_in("nieuw@example.org", True))
    assert actor.identity == Identity.EID
    again = come_in("veranderd@example.org", True)
    assert again.user.is_authenticated and again.user.email == "nieuw@example.org"


def test_an_account_of_the_provider_stays_with_its_number(come_in: Come) -> None:
    """Not the address but the number at the provider says who it is."""
    come_in("nieuw@example.org", True)
    assert not come_in("nieuw@example.org", True, sub="2").user.is_authenticated
