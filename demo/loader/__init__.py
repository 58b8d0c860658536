"""Loads the Indische Buurt through the same actions that people use, so its journal reads like a history."""

from collections.abc import Callable

from demo.loader import neighbourhood, round_2020

Say = Callable[[str], None]


def load(say: Say) -> None:
    """The whole neighbourhood, from nothing."""
    say("Voorbeeldbuurt laden: gebieden en mensen ...")
    world = neighbourhood.build()
    say("Voorbeeldbuurt laden: ronde 2020, met de echte cijfers, subsidies en stemmen ...")
    round_2020.play(world)


def highlights() -> list[tuple[str, str]]:
    """What to look at first."""
    return [
        ("De tafel van de Indische Buurt", "/indische-buurt/"),
        ("De rode draad, van verhaal tot les", "/d/"),
        ("Het buurtprofiel", "/indische-buurt/2026/profiel/"),
        ("Uitslag van de echte stemming van 2020", "/indische-buurt/2020/buurtbesteden/"),
        ("Wie mag wat", "/indische-buurt/wie-mag-wat/"),
        ("Open gegevens", "/gegevens/"),
    ]
