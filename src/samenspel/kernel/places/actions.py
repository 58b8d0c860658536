"""Every write about places."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, action, keep
from samenspel.kernel.places import rules
from samenspel.kernel.places.models import AreaCode, Boundary, Crosswalk, Place, PlacePart
from samenspel.kernel.places.states import PlaceKind


@action("places.place.add", rule=rules.may_add, label=_("Een gebied toevoegen"), creates=True)
def add_place(
    within: Place | None,
    /,
    *,
    by: Actor,
    slug: str,
    name: str,
    kind: str = PlaceKind.NEIGHBOURHOOD,
    **settings: Any,
) -> Place:
    """A place comes onto the platform, inside its municipality if it has one."""
    return Place(municipality=within, slug=slug, name=name, kind=kind, **settings)


@action("places.place.describe", rule=rules.may_describe, label=_("Gegevens van het gebied bijwerken"))
def describe_place(place: Place, /, *, by: Actor, **settings: Any) -> Place:
    """The place says where its desk is, when it is open, and which language and style it uses."""
    allowed = {"name", "language", "desk_name", "desk_text", "desk_hours", "theme", "demo"}
    for field, value in settings.items():
        if field not in allowed:
            raise BadInput()
        setattr(place, field, value)
    return place


@action("places.code.record", rule=rules.may_add, label=_("Gebiedscodes vastleggen"))
def record_codes(place: Place, *, by: Actor, codes: Iterable[tuple[str, int]], scheme: str = "CBS") -> Place:
    """The place gets its official codes, so that open figures find it."""
    for code, year in codes:
        if not place.codes.filter(scheme=scheme, code=code, valid_year=year).exists():
            keep(AreaCode(place=place, scheme=scheme, code=code, valid_year=year))
    return place


@action("places.part.add", rule=rules.may_add, label=_("Een gebied samenstellen"))
def add_parts(whole: Place, *, by: Actor, parts: Iterable[Place]) -> Place:
    """Official areas together become the neighbourhood as its people know it."""
    for part in parts:
        if not whole.parts.filter(part=part).exists():
            keep(PlacePart(whole=whole, part=part))
    return whole


@action("places.boundary.record", rule=rules.may_add, label=_("De grens van een gebied vastleggen"))
def record_boundary(place: Place, *, by: Actor, valid_year: int, geojson: str, source: str) -> Boundary:
    """The place gets its outline on the map, with the year and the source."""
    try:
        shape = json.loads(geojson)
    except ValueError as error:
        raise BadInput(_("Dit is geen goede kaart: het bestand is niet te lezen als GeoJSON.")) from error
    if not isinstance(shape, dict) or "type" not in shape:
        raise BadInput(_("Dit is geen goede kaart: het bestand is niet te lezen als GeoJSON."))
    row = Boundary.objects.filter(place=place, valid_year=valid_year).first()
    row = row or Boundary(place=place, valid_year=valid_year)
    row.geojson, row.source = geojson, source
    return row


@action("places.crosswalk.record", rule=rules.may_add, label=_("Overgang van gebiedscodes vastleggen"))
def record_crosswalk(country: Place, *, by: Actor, rows: Iterable[Crosswalk]) -> Place:
    """The shares between old and new areas are known, so a trend can run through a change of borders."""
    known = set(Crosswalk.objects.values_list("scheme", "old_code", "old_year", "new_code", "new_year"))
    fresh = []
    for row in rows:
        if (row.scheme, row.old_code, row.old_year, row.new_code, row.new_year) not in known:
            row.full_clean(validate_unique=False, validate_constraints=True)
            fresh.append(row)
    Crosswalk.objects.bulk_create(fresh, batch_size=500)
    return country
