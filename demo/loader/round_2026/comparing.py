"""Figures beside stories in 2026: what the editors make of them, and what residents recognise."""

from datetime import date
from typing import NamedTuple

from demo.loader.world import Strand, World, helped
from samenspel.contracts.actor import Channel
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile.models import Indicator

# figure, what the editors make of it, and why
VIEWS = (
    ("below_120_minimum", "agree", "Veel huishoudens hebben weinig geld. Dat zeggen ook de verhalen."),
    ("trouble_making_ends_meet", "shifted",
     "Het cijfer is van 2020. Wat mensen nu vertellen is zwaarder, ook als zij werk hebben."),
    ("income_per_inhabitant", "unknown",
     "Niemand vertelde hoeveel er per jaar binnenkomt. Wij vroegen er ook niet naar."),
    ("lonely", "agree", "Mensen missen iemand. Zij vertellen ook wat helpt: een vaste dag en een bekende naam."),
    ("volunteers", "shifted",
     "Het cijfer is lager dan in de stad. Maar wij hoorden van veel hulp die geen vrijwilligerswerk heet."),
    ("informal_care", "unknown", "Wij hoorden er bijna niets over. Dat is te weinig om iets te zeggen."),
    ("good_health", "agree",
     "Minder mensen dan in de stad voelen zich gezond. Wij hoorden ook van pijn en van veel binnen zitten."),
    ("sports_weekly", "shifted", "Het cijfer gaat over sport. De mensen die wij spraken, lopen liever een rondje samen."),
    ("much_stress", "unknown", "Wij hoorden van zorgen, maar vroegen niet naar stress."),
    ("rented", "agree", "Wie over wonen vertelde, huurt. Niemand had het over kopen."),
)  # fmt: skip

TABLE = "tafel"  # somebody at the table, without a name


class Seen(NamedTuple):
    """A figure, who recognises it and who does not; TABLE stands for somebody who is helped."""

    indicator: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


# The last is too few to show: the page then says nothing of it.
SEEN = (
    Seen("below_120_minimum", ("bewoner", "initiatief", "moeders", "kookgroep", "muziek", "jongeren", *[TABLE] * 5),
         ("repareerclub", "daktuin", *[TABLE] * 3)),
    Seen("trouble_making_ends_meet", ("initiatief", "repareerclub", "daktuin", *[TABLE] * 2),
         ("bewoner", "moeders", "kookgroep", "jongeren", *[TABLE] * 3)),
    Seen("lonely", ("bewoner", "initiatief", "kookgroep", "muziek", *[TABLE] * 3),
         ("moeders", "jongeren", *[TABLE] * 3)),
    Seen("volunteers", ("daktuin", "jongeren", *[TABLE] * 3),
         ("initiatief", "repareerclub", "kookgroep", "moeders", "bewoner", TABLE)),
    Seen("good_health", ("bewoner", "moeders", "repareerclub", *[TABLE] * 3)),
    Seen("much_stress", ("moeders",), ("muziek", TABLE)),
)  # fmt: skip


def compare(world: World, cycle: Cycle) -> None:
    """The editors write down, per figure, what the neighbourhood makes of it."""
    for key, verdict, explanation in VIEWS:
        profile.compare_theme(
            cycle, by=world["professional"], indicator=Indicator.objects.get(key=key), verdict=verdict,
            explanation=explanation, shared=True,
        )  # fmt: skip


def recognise(world: World, cycle: Cycle) -> list[Strand]:
    """In June the figures lie on a table of the house, one each day; everybody may say whether they recognise it."""
    return [_seen(world, cycle, row, date(2026, 6, 2 + number)) for number, row in enumerate(SEEN)]


def _seen(world: World, cycle: Cycle, row: Seen, day: date) -> Strand:
    yield day
    indicator = Indicator.objects.get(key=row.indicator)
    at_table = helped(world["professional"], Channel.TABLE, "Cijfertafel, Huis van de Buurt")
    for verdict, names in (("agree", row.yes), ("shifted", row.no)):
        for name in names:
            by = at_table if name == TABLE else world[name]
            profile.compare_theme(cycle, by=by, indicator=indicator, verdict=verdict)
