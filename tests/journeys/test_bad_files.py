"""Wrong, half and odd files: one clear sentence, and nothing that was there is lost."""

from __future__ import annotations

import gzip

import pytest

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.budget.models import MoneyRow
from samenspel.stages.commissioning.models import Call
from samenspel.stages.profile.models import Figure
from tests.journeys.walker import Walker
from tests.journeys.world import DATA, World, data_file

HEAD, *ROWS = (DATA / "grants.csv").read_text().splitlines(keepends=True)
VOTE = gzip.decompress((DATA / "vote-2020.pb.gz").read_bytes())
BINARY = bytes(range(256)) * 40

GRANTS = {
    "empty": (b"", "Dit bestand is leeg. Kies een ander bestand."),
    "only a header": (HEAD.encode(), "Dit bestand heeft geen rijen."),
    "binary": (BINARY, "Het bestand is beschadigd"),
    "a broken spreadsheet": (b"PK\x03\x04" + b"x" * 300, "Wij kunnen het bestand niet openen."),
    "old letters": ((HEAD + ROWS[0].replace("sta", "stä")).encode("latin-1"), "Sla het op als csv met UTF-8"),
    "no first column": (HEAD.removeprefix("number,").encode() + b"2016,X,Y,Z,1,2,3,m,measured,n", "ontbreken: number."),
    "strange separators": (HEAD.replace(",", "|").encode() + b"A|2016|X|Y|Z|1|2|3|m|measured|n", "kolommen ontbreken"),
    "cut in a row": ((HEAD + ROWS[0] + ROWS[1][:40]).encode(), "Het bestand lijkt niet heel."),
    "NUL": ((HEAD + "A,2016,X\x00,Y,Z,1,2,3,m,measured,n").encode(), "Het bestand is beschadigd: regel 2"),
    "less than nothing": ((HEAD + "A,2016,X,Y,Z,-1,-2,3,m,measured,n").encode(), "heeft een bedrag onder nul."),
    "no year": (b"nummer;jaar;regeling;verleend\nA;twee;R;5\n", "Regel 2: ‘twee’ is geen jaar."),
    "twice": (b"nummer;jaar;regeling;verleend\nA;2016;R;5\nA;2016;R;6\n", "Nummer A staat er twee keer."),
}  # fmt: skip

VOTES = {
    "empty": (b"", "Dit bestand is leeg."),
    "binary": (BINARY, "er zit een leeg teken in regel 1. Haal het bestand opnieuw op."),
    "still packed": ((DATA / "vote-2020.pb.gz").read_bytes(), "Haal het bestand opnieuw op. Er is niets ingelezen."),
    "cut in the head": (VOTE[:300], "Het deel PROJECTS ontbreekt."),
    "cut in a ballot": (VOTE[:20_000], "Dat plan staat niet in de lijst."),
    "cut between ballots": (b"".join(VOTE.splitlines(keepends=True)[:3000]), "wij tellen er 2941"),
    "no amount": (VOTE.replace(b"budget;200000", b"budget;twee ton"), "bij budget geen goed getal: twee ton."),
}

FIGURES = {
    "cut": (data_file("figures.csv")[1][:5000], "Het bestand lijkt niet heel."),
    "binary": (BINARY, "Wij kunnen de letters in het bestand niet lezen."),
    "another file": (data_file("areas.csv")[1], "Deze kolommen ontbreken: indicator"),
}


@pytest.fixture
def world(cycle: Cycle, cast: Cast) -> World:
    return World(cast, cycle)


def grants(world: World, file: bytes) -> Walker:
    page = world("finance", "geld/").click("Lees subsidies in")
    facts = {"Van wie is het?": "Gemeente", "Welk stuk is het?": "Register", "Hoe ver is dit geld?": "granted"}
    return page.post("Lees in", {"Het bestand": ("grants.csv", file), **facts})


def votes(world: World, file: bytes) -> Walker:
    page = world("organiser", "buurtbesteden/").click("Lees een stemming in")
    facts = {"Hoe heet de stemming?": "2020", "Wie besloot er?": "Bestuur", "Waar komt het bestand vandaan?": "Pabulib"}
    return page.post("Een stemming inlezen uit een bestand", {"Het bestand (.pb)": ("vote.pb", file), **facts})


def figures(world: World, file: bytes) -> Walker:
    page = world("organiser", "profiel/cijfers/").click("Lees cijfers in").click("Bestanden in onze eigen vorm")
    return page.post("Lees in", {"Bestand met cijfers (csv)": ("figures.csv", file)})


def refused(page: Walker, sentence: str, case: str) -> None:
    """The page says this, and the form is still there."""
    said = " ".join(page.complaints())
    assert sentence in said and page.status < 500, f"{case}: {page.status} {said or page.page.text[:300]}"
    assert "Traceback" not in page.page.text


def test_a_wrong_file_with_grants_changes_nothing(world: World) -> None:
    assert grants(world, (HEAD + ROWS[0] + ROWS[1]).encode()).complaints() == []
    for case, (file, sentence) in GRANTS.items():
        refused(grants(world, file), sentence, case)
        assert MoneyRow.objects.count() == 2, case


def test_a_wrong_file_with_votes_changes_nothing(world: World) -> None:
    for case, (file, sentence) in VOTES.items():
        refused(votes(world, file), sentence, case)
        assert not Call.objects.exists(), case


def test_a_wrong_file_with_figures_changes_nothing(world: World) -> None:
    for case, (file, sentence) in FIGURES.items():
        refused(figures(world, file), sentence, case)
        assert not Figure.objects.exists(), case


def test_files_as_offices_save_them_are_read(world: World) -> None:
    """Semicolons and commas in amounts, tabs, and the letters of an old computer."""
    head, row = "nummer;jaar;regeling;verleend;ontvanger\n", "A;2016;R;1.200,50;Café\n"
    for number, (mark, letters) in enumerate([(";", "utf-8"), ("\t", "utf-8"), (";", "cp1252")]):
        text = (head + row.replace("A;", f"A{number};")).replace(";", mark)
        assert grants(world, text.encode(letters)).complaints() == []
    assert set(MoneyRow.objects.values_list("granted_cents", flat=True)) == {120_050}


def test_a_wrong_table_of_an_edition_changes_nothing(world: World) -> None:
    for case, file in {"binary": BINARY, "no columns": b"a;b\n1;2\n", "empty": b""}.items():
        page = world("organiser", "uitgaven/agenda/inlezen/")
        page.post("Lees in", {
            "Wat staat er in het bestand?": "Priority", "Het bestand": ("agenda.csv", file),
            "Waarom leest u dit in?": "Dit deden wij op papier.", "Wie deed niet mee?": "Niemand"})  # fmt: skip
        assert page.complaints() and page.status < 500, f"{case}: {page.status} {page.page.text[:300]}"
        assert not Edition.objects.exists(), case
