"""Names a place cannot have, because the address is already in use."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Every first part of an address of our own, which a test compares with the addresses themselves, and some to keep free.
RESERVED: Final = frozenset(
    {
        "account",
        "accounts",
        "admin",
        "api",
        "beheer",
        "bezwaar",
        "cijfers",
        "cookies",
        "d",
        "demo",
        "embed",
        "export",
        "gegevens",
        "healthz",
        "hulp",
        "inloggen",
        "media",
        "mijn",
        "nieuws",
        "over",
        "privacy",
        "rode-draad",
        "static",
        "stem",
        "stijl",
        "taal",
        "toegankelijkheid",
        "wie-mag-wat",
        "zoeken",
    }
)
A_YEAR: Final = re.compile(r"[0-9]{4}(?:-.*)?")  # how a round is called in an address


def not_reserved(slug: str) -> None:
    """Refuse a web name that would hide a page of the platform itself."""
    if slug.casefold() in RESERVED:
        raise ValidationError(_("Deze naam is al in gebruik voor een andere pagina. Kies een andere naam."))
    if A_YEAR.fullmatch(slug):
        raise ValidationError(_("Zo heet een ronde: met een jaar vooraan. Kies voor de buurt een andere naam."))
