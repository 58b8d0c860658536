"""The Indische Buurt from the files of the demo: seven neighbourhoods in two wards of Amsterdam."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from samenspel.contracts.actor import Actor, Channel, Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.people.models import Account
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Crosswalk, Place
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.profile import actions
from samenspel.stages.profile.actions.importing import Outcome
from samenspel.stages.profile.models import Figure
from samenspel_sources.figures import read_areas, read_changes, read_figures, read_indicators, read_spreads

DATA = Path(__file__).resolve().parents[5] / "demo" / "data"
STAFF = Actor(name="beheerder", staff=True, channel=Channel.IMPORT)


@dataclass(frozen=True)
class Indische:
    """The neighbourhood of the tests about figures."""

    place: Place
    cycle: Cycle
    city: Place
    parts: tuple[Place, ...]
    wards: tuple[Place, ...]


def load(place: Place, **changed: bytes) -> Outcome:
    """Read the files of the demo, or changed ones."""
    data = {name: (DATA / f"{name}.csv").read_bytes() for name in ("figures", "indicators", "areas")} | changed
    return actions.import_figures(
        place, by=STAFF, source="figures.csv", figures=read_figures(data["figures"]),
        indicators=read_indicators(data["indicators"]), areas=read_areas(data["areas"]),
        spreads=read_spreads(data["spreads"]) if "spreads" in data else (),
    )  # fmt: skip


@pytest.fixture
@remembered
def indische(db: None) -> Indische:
    """Places with the codes of 2024, the crosswalk from 2020, and a round."""
    now = [area for area in read_areas((DATA / "areas.csv").read_bytes()) if area.year == 2024]
    shapes = json.loads((DATA / "boundaries.geojson").read_text())["features"]
    outlines = {shape["properties"]["code"]: json.dumps(shape["geometry"]) for shape in shapes}
    made: dict[str, Place] = {}
    for area in now:
        city = made.get("GM0363")
        slug = area.code.lower()
        made[area.code] = places.add_place(city, by=STAFF, slug=slug, name=area.name, kind=area.kind)
        places.record_codes(made[area.code], by=STAFF, codes=[(area.code, 2024)])
        if area.kind == "neighbourhood":
            outline = outlines[area.code]
            places.record_boundary(made[area.code], by=STAFF, valid_year=2024, geojson=outline, source="Amsterdam")
    wards = tuple(made[area.code] for area in now if area.kind == "ward")
    parts = tuple(made[area.code] for area in now if area.kind == "neighbourhood")
    for ward in wards:
        inside = [made[area.code] for area in now if area.parent == ward.slug.upper()]
        places.add_parts(ward, by=STAFF, parts=inside)
    whole = places.add_place(made["GM0363"], by=STAFF, slug="indische-buurt", name="Indische Buurt", kind="custom")
    places.add_parts(whole, by=STAFF, parts=parts)
    changes = read_changes((DATA / "crosswalk.csv").read_bytes())
    steps = [
        Crosswalk(old_code=c.old_code, old_year=c.old_year, new_code=c.new_code, new_year=c.new_year, method="same")
        for c in changes
    ]
    places.record_crosswalk(whole, by=STAFF, rows=steps)
    cycle = cycles.open_cycle(whole, by=STAFF, slug="2026", title="Ronde 2026")
    return Indische(whole, cycle, made["GM0363"], parts, wards)


@pytest.fixture
@remembered
def figured(indische: Indische) -> Indische:
    """The same, with all figures read in."""
    load(indische.place)
    return indische


def cite(found: Indische, indicator: str, area_code: str, period: str) -> Figure:
    """Use a figure as a reason."""
    return actions.cite_figure(found.cycle, by=STAFF, indicator=indicator, area_code=area_code, period=period)


def editor_of(account: Account, place: Place, actor: Actor) -> Actor:
    """Give somebody the role of editor in a place."""
    assert account.person is not None
    access.give_mandate(place, by=STAFF, person=account.person, role=Role.EDITOR, given_by="test")
    from samenspel.kernel.access.actor import actor_of

    return actor_of(account)
