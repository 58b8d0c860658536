"""The places with their codes and outlines, the parties, and the cast."""

import csv
import json
from collections.abc import Iterator
from datetime import date

from demo.loader.world import DATA, STAFF, World, on
from samenspel.contracts.actor import Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.access.actor import actor_of
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.people import actions as people
from samenspel.kernel.people.models import Account
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Crosswalk, Place

# slug -> (name, what you can do, roles here, (party name, kind, why) or none, order)
CAST = {
    "bewoner": ("Samira (voorbeeld)", "een verhaal vertellen, stemmen, een voorstel doen", (), None),
    "initiatief": (
        "Wim (voorbeeld)", "namens de tuingroep beloven, tekenen en ruimte vragen", (),
        ("Tuingroep Bogor", "initiative", "Een tuin waar alle groepen elkaar tegenkomen."),
    ),
    "professional": (
        "Fatima (voorbeeld)", "ophalen, opschrijven voor anderen, de redactie van de agenda",
        (Role.BROKER, Role.DESK, Role.EDITOR, Role.ORGANISER), None,
    ),
    "ambtenaar": (
        "Joost (voorbeeld)", "voorstellen wegen, het plan schrijven, geld uitzoeken",
        (Role.AREA_TEAM, Role.FINANCE),
        ("Gemeente Amsterdam, stadsdeel Oost", "municipality", "Samen met de buurt werken aan de buurt."),
    ),
    "raadslid": ("Nadia (voorbeeld)", "vragen stellen en zien wat beloofd is", (Role.COUNCILLOR,), None),
    "aanbieder": (
        "Ruben (voorbeeld)", "laten zien wat goed werk is, en beloven", (),
        ("Welzijn in de buurt", "institution", "Mensen helpen om zelf verder te komen."),
    ),
}  # fmt: skip

OTHERS = (
    ("Bewoners van de Indische Buurt", "community", "Wij wonen hier en willen meepraten over alles wat ons raakt."),
    ("Huis van de Buurt", "community", "Een huis van en voor de buurt, door vrijwilligers gerund."),
    ("Wonen in Oost", "institution", "Goede huizen die mensen kunnen betalen."),
    ("Scholen in de buurt", "institution", "Kinderen leren het meest als school en buurt elkaar kennen."),
)


def build() -> World:
    """Everything that is there before the first round."""
    with on(date(2018, 9, 3)):
        place = _places()
        world = World(place)
        _people(world)
        _clerk(world)
        _bodies(place)
    return world


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _places() -> Place:
    country = places.add_place(None, by=STAFF, slug="nederland", name="Nederland", kind="country")
    city = places.add_place(country, by=STAFF, slug="amsterdam", name="Amsterdam", kind="municipality")
    whole = places.add_place(
        city, by=STAFF, slug="indische-buurt", name="Indische Buurt", kind="custom", demo=True,
        desk_name="Buurtbalie (voorbeeld)", desk_text="In het Huis van de Buurt. U hoeft niets te kunnen met computers.",
        desk_hours="Maandag tot en met vrijdag, 10 tot 17 uur.",
    )  # fmt: skip
    made = _areas({"NL00": country, "GM0363": city}, city)
    parts = [p for code, p in made.items() if code.startswith("BU")]
    places.add_parts(whole, by=STAFF, parts=parts)
    _outlines(made, city)
    places.record_crosswalk(country, by=STAFF, rows=[_crosswalk(r) for r in _rows("crosswalk.csv")])
    return whole


def _areas(made: dict[str, Place], city: Place) -> dict[str, Place]:
    """Every official area once, by its newest code, with the codes of both years."""
    older = {r["new_code"]: r["old_code"] for r in _rows("crosswalk.csv")}
    wards: dict[str, list[Place]] = {}
    for row in [r for r in _rows("areas.csv") if r["year"] == "2024" and r["code"] not in made]:
        slug = row["code"].lower()
        made[row["code"]] = places.add_place(city, by=STAFF, slug=slug, name=row["name"], kind=row["kind"])
        wards.setdefault(row["parent"], []).append(made[row["code"]])
    for code, area in made.items():
        codes = [(code, 2024)] + ([(older[code], 2020)] if code in older else [])
        places.record_codes(area, by=STAFF, codes=codes)
    for ward, parts in wards.items():
        if ward.startswith("WK"):
            places.add_parts(made[ward], by=STAFF, parts=parts)
    return made


def _outlines(made: dict[str, Place], city: Place) -> None:
    """The neighbourhoods, and those around them: on the map without a figure."""
    shapes = json.loads((DATA / "boundaries.geojson").read_text(encoding="utf-8"))
    for feature in shapes["features"]:
        told, text = feature["properties"], json.dumps(feature["geometry"])
        area = made.get(told["code"]) or places.add_place(
            city, by=STAFF, slug=told["code"].lower(), name=told["name"], kind="neighbourhood"
        )
        places.record_boundary(area, by=STAFF, valid_year=2024, geojson=text, source="Gemeente Amsterdam, 2024")


def _crosswalk(row: dict[str, str]) -> Crosswalk:
    return Crosswalk(
        old_code=row["old_code"], old_year=int(row["old_year"]), new_code=row["new_code"],
        new_year=int(row["new_year"]), method="same",
    )  # fmt: skip


def _people(world: World) -> None:
    for order, (slug, (name, does, roles, party)) in enumerate(CAST.items()):
        account = Account(email=f"{slug}@voorbeeld.invalid")
        account = people.register_account(account, by=STAFF, name=name, place=world.place)
        assert account.person is not None
        for role in roles:
            given = "stadsdeel Oost (voorbeeld)"
            access.give_mandate(world.place, by=STAFF, person=account.person, role=role, given_by=given)
        if party:
            world.parties[slug] = people.found_party(
                world.place, by=STAFF, name=party[0], kind=party[1], why=party[2], speaker=account.person
            )
        access.add_cast(account, by=STAFF, slug=slug, who=f"{name}: {slug}", does=does, order=order)
        world.accounts[slug], world.actors[slug] = account, actor_of(account)
    for name, kind, why in OTHERS:
        made = people.found_party(
            world.place, by=world["professional"], name=name, kind=kind, why=why, with_founder=False
        )
        world.parties[name] = made


def _clerk(world: World) -> None:
    """Who weighs does not decide: the clerk records what the board decided, and is no part of the cast."""
    account = people.register_account(
        Account(email="griffier@voorbeeld.invalid"), by=STAFF, name="Marijke (voorbeeld)", place=world.place
    )
    assert account.person is not None
    for role in (Role.CLERK, Role.BOARD):
        access.give_mandate(
            world.place, by=STAFF, person=account.person, role=role, given_by="stadsdeel Oost (voorbeeld)"
        )
    world.accounts["griffier"], world.actors["griffier"] = account, actor_of(account)


def _bodies(place: Place) -> None:
    for name, kind, decides, advises in (
        ("Dagelijks bestuur van stadsdeel Oost", "board", "Het gebiedsplan en het geld van het stadsdeel.", ""),
        ("Stadsdeelcommissie Oost", "committee", "Niets: deze commissie geeft advies.", "Alles in het stadsdeel."),
        ("Gemeenteraad van Amsterdam", "council", "De begroting van de stad en de regels.", ""),
    ):
        cycles.add_body(place, by=STAFF, name=name, kind=kind, decides=decides, advises=advises)
