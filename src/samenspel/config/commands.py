"""What the command line does besides serving: adding places and reading files."""

from collections.abc import Callable

from django.utils.text import slugify

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.action import Refused
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place

Say = Callable[[str], None]

OPERATOR = Actor(name="beheerder", channel=Channel.IMPORT, staff=True)


def list_places(say: Say) -> int:
    """Every place there is."""
    for found in Place.objects.order_by("name"):
        say(f"{found.slug:<30} {found.name}")
    return 0


def add_place(say: Say, name: str, slug: str, kind: str) -> int:
    """Add an empty neighbourhood that already works."""
    if not name.strip():
        say("Geef een naam: ./samenspel place add 'Mijn buurt'")
        return 2
    try:
        made = places.add_place(None, by=OPERATOR, name=name, slug=slug or slugify(name), kind=kind)
    except Refused as refusal:
        say(str(refusal.message))
        return 1
    say(f"{made.name} staat klaar: /{made.slug}/")
    return 0
