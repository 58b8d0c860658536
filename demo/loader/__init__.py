"""Loads the Indische Buurt through the same actions that people use, so its journal reads like a history."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from demo.loader import neighbourhood, round_2020, round_2026
from demo.loader.world import World

Say = Callable[[str], None]


def load(say: Say) -> None:
    """The whole neighbourhood, from nothing."""
    say("Voorbeeldbuurt laden: gebieden en mensen ...")
    world = neighbourhood.build()
    say("Voorbeeldbuurt laden: ronde 2020, met de echte cijfers, subsidies en stemmen ...")
    round_2020.play(world)
    say("Voorbeeldbuurt laden: ronde 2026, met een stemming die nu open is ...")
    codes = round_2026.play(world)
    _put_away(world, codes)


def _put_away(world: World, codes: list[str]) -> None:
    """Letters and keys live on paper, not on the server; in the demo they lie in the data folder."""
    folder = Path(settings.DATA_DIR)
    lines = ["Stemcodes van de voorbeeldbuurt (verzonnen):", *codes, "", "Drie delen van de sleutel; twee zijn genoeg:"]
    text = "\n".join([*lines, *world.things["keys:2026"], ""])
    (folder / "stemcodes.txt").write_text(text, encoding="utf-8")


def _first_code() -> str:
    file = Path(settings.DATA_DIR) / "stemcodes.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return lines[1] if len(lines) > 1 else ""


def highlights() -> list[tuple[str, str]]:
    """What to look at first, in Dutch and in English."""
    return [
        ("De tafel van de Indische Buurt / The table of the neighbourhood", "/indische-buurt/"),
        ("De rode draad, van verhaal tot les / The red thread, from story to lesson", "/d/"),
        ("Het buurtprofiel / The neighbourhood profile", "/indische-buurt/2026/profiel/"),
        ("Uitslag van de echte stemming van 2020 / Result of the vote of 2020", "/indische-buurt/2020/buurtbesteden/"),
        (f"Stem mee, met code / Vote, with code {_first_code()}", "/indische-buurt/2026/buurtbesteden/"),
        ("Beloften, ook die te laat waren / Promises, also those that were late", "/indische-buurt/beloften/"),
        ("Wie mag wat / Who may do what", "/indische-buurt/wie-mag-wat/"),
        ("Open gegevens / Open data", "/gegevens/"),
    ]
