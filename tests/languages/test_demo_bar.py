"""The bar of the example neighbourhood speaks the language of the page."""

import pytest
from django.test import Client
from pytest_django import Settings

from samenspel.kernel.access import actions
from samenspel.kernel.tests.cast import STAFF, Cast


@pytest.mark.parametrize(("language", "name"), [("nl", "raadslid"), ("tr", "meclis üyesi"), ("ar", "عضو مجلس")])
def test_the_cast_is_named_in_the_language_of_the_page(
    cast: Cast, settings: Settings, language: str, name: str
) -> None:
    settings.SAMENSPEL_DEMO = True
    actions.add_cast(cast.accounts["resident"], by=STAFF, slug="raadslid", who="Nadia", does="vragen stellen")
    html = Client(headers={"accept-language": language}).get("/privacy/").content.decode()
    assert f">{name}</button>" in html
