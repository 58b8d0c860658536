"""Names a group cannot have, because the address is already in use."""

from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

RESERVED: Final = frozenset({"nieuw", "zoeken", "lijst"})


def group_name_free(slug: str) -> None:
    """Refuse a web name that would hide a page about groups."""
    if slug in RESERVED:
        raise ValidationError(_("Deze naam is al in gebruik voor een andere pagina. Kies een andere naam."))
