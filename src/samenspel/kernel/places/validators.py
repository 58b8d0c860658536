"""Names a place cannot have, because the address is already in use."""

from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

RESERVED: Final = frozenset(
    {
        "account",
        "accounts",
        "admin",
        "api",
        "bezwaar",
        "cookies",
        "d",
        "demo",
        "embed",
        "export",
        "hulp",
        "inloggen",
        "media",
        "mijn",
        "over",
        "privacy",
        "rode-draad",
        "static",
        "stem",
        "toegankelijkheid",
        "wie-mag-wat",
        "zoeken",
    }
)


def not_reserved(slug: str) -> None:
    """Refuse a web name that would hide a page of the platform itself."""
    if slug in RESERVED:
        raise ValidationError(_("Deze naam is al in gebruik voor een andere pagina. Kies een andere naam."))
