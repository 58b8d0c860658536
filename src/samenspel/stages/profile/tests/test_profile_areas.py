"""The profile of any area: found by name, laid beside its municipality, through changes of codes, to take along."""

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.contracts.profile import Figure
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.access import heavy
from samenspel.kernel.action import BadInput, NotThere
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Crosswalk
from samenspel.stages.profile import handover, queries
from samenspel.stages.profile.queries import counted_of, geography_of
from samenspel.stages.profile.tests.conftest import DATA, STAFF, Indische, load
from samenspel.stages.profile.views import telling
from samenspel.ui.tests.reading import opened

HERE = "/cijfers/BU0363MF02/"


def step(old: str, old_year: int, new: str, new_year: int, part: int = 1, whole: int = 1) -> Crosswalk:
    return Crosswalk(
        old_code=old, old_year=old_year, new_code=new, new_year=new_year, share_numerator=part,
        share_denominator=whole, method="same",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "half profiel"), ("", "Kompas van"), ("", "Zo rekenen wij"), ("alle/", "Rondkomen"),
        ("thema/rondkomen/", "Kloppen cijfers en verhalen"), ("vergelijk/", "Een ander jaar"),
        ("vergelijk/?met=BU0363MF01", "Kompas per thema"), ("vergelijk/lijkt-op/", "te weinig cijfers"),
        ("profiel/", "Waar komen de cijfers vandaan?"), ("kaart/low_income/", "geen grenzen"),
    ],
)  # fmt: skip
def test_every_page_of_an_area(figured: Indische, client: Client, path: str, words: str) -> None:
    key = next(iter(queries.counted_of(queries.geography_of("BU0363MF02")).rows)).indicator.key
    answer = client.get(HERE + path.replace("low_income", key))
    assert answer.status_code == 200 and words in answer.content.decode()


@pytest.mark.parametrize("words", ["Makassar", "makassarplein", "BU0363MF01", "bu 0363 mf01", "Timorplein"])
def test_an_area_is_found_by_name_or_code(figured: Indische, client: Client, words: str) -> None:
    page = client.get("/cijfers/", {"q": words}).content.decode()
    assert "/cijfers/BU0363M" in page and "Amsterdam" in page


@pytest.mark.parametrize("words", ["", "x", "Nergenshuizen", "%", "<script>"])
def test_nothing_found_is_said(figured: Indische, client: Client, words: str) -> None:
    answer = client.get("/cijfers/", {"q": words})
    assert answer.status_code == 200 and "<script>" not in answer.content.decode()


@pytest.mark.parametrize("codes", ["onzin!", "BU99999999", "-", "BU0363MF02+BU99999999"])
def test_an_unknown_code_is_refused_in_words(figured: Indische, client: Client, codes: str) -> None:
    answer = client.get(f"/cijfers/{codes}/")
    text = answer.content.decode()
    assert answer.status_code == 404 and ("Zoek" in text or "geen cijfers" in text)


def test_areas_that_overlap_are_refused(figured: Indische) -> None:
    ward = figured.wards[0].slug.upper()
    inside = next(part.slug.upper() for part in figured.parts if part.slug.upper()[2:8] == ward[2:8])
    with pytest.raises(BadInput, match="overlappen"):
        queries.chosen(f"{ward}+{inside}")


def test_too_many_areas_are_refused() -> None:
    with pytest.raises(BadInput, match="hoogste"):
        queries.chosen("+".join(f"BU0363{n:04}" for n in range(50)))


def test_some_areas_together_are_one(figured: Indische, client: Client) -> None:
    page = client.get("/cijfers/BU0363MF01+BU0363MF02/").content.decode()
    found = queries.chosen("BU0363MF01+BU0363MF02")
    assert " en " in found.name and "zelf samenstelde" in page
    people = queries.line_of(found.geography, "inhabitants")
    one, two = (queries.line_of(queries.geography_of(code), "inhabitants") for code in found.codes.split("+"))
    assert people and one and two and people.own.value == (one.own.value or 0) + (two.own.value or 0)


def test_a_trend_runs_through_another_code(figured: Indische) -> None:
    found = queries.line_of(queries.geography_of("BU0363MF02"), "inhabitants")
    assert found and any(reading.older and reading.value is not None for reading in found.trend)


def test_a_code_two_changes_ago_is_followed(db: None, figured: Indische) -> None:
    places.record_crosswalk(figured.place, by=STAFF, rows=[step("BUOLDEST01", 2010, "BU03637402", 2020)])
    old = next(olds for olds in queries.geography_of("BU0363MF02").older.values())
    assert old and all(o.share == Fraction(1) for o in old)


def test_a_code_that_meant_another_area_does_not_count(figured: Indische) -> None:
    before = queries.line_of(queries.geography_of("BU0363MF02"), "inhabitants")
    rows = [step("BU0363XX01", 2023, "BU0363MF02", 2024, 1, 2)]
    places.record_crosswalk(figured.place, by=STAFF, rows=rows)
    where = queries.geography_of("BU0363MF02")
    assert before and where.since("BU0363MF02", 2024) == 2024


def test_secret_is_a_word_never_a_number(indische: Indische, client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO((DATA / "figures.csv").read_text())))
    for row in rows:
        if row["area_code"] == "BU0363MF02":
            row |= {"value": "", "status": "secret"}
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    load(indische.place, figures=out.getvalue().encode())
    found = queries.counted_of(queries.geography_of("BU0363MF02"))
    newest = [row for row in found.rows if row.own.status == "secret"]
    assert newest and all(row.score is None and "te weinig bewoners" in row.own.shown for row in newest)
    assert "-99997" not in client.get(HERE + "alle/").content.decode()


def test_counts_have_no_place_on_the_compass(figured: Indische) -> None:
    rows = queries.counted_of(queries.geography_of("BU0363MF02")).rows
    assert "inhabitants" not in {figure.key for figure in queries.compass_of(rows).figures}


def test_a_csv_says_source_status_and_code(figured: Indische, client: Client) -> None:
    text = client.get(HERE + "cijfers.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows and all(row["status"] and row["period"] for row in rows)
    assert any(row["source"] and row["licence"] and row["area_code_year"] for row in rows)


def test_json_and_ods(figured: Indische, client: Client) -> None:
    assert json.loads(client.get(HERE + "cijfers.json").content)["area"]["codes"] == ["BU0363MF02"]
    assert client.get(HERE + "cijfers.ods").content[:2] == b"PK"
    assert client.get(HERE + "cijfers.exe").status_code == 404


def test_a_figure_in_a_page_of_another_site(figured: Indische, client: Client) -> None:
    answer = client.get("/embed/cijfer/BU0363MF02/inhabitants/")
    assert answer.status_code == 200 and not answer.cookies and "Bron" in answer.content.decode()
    assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize("name", ["profiel.pdf", "plaatje.png"])
def test_a_flood_of_files_leaves_room_for_people(
    figured: Indische, client: Client, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(heavy, "PATIENCE", 0.01)
    with heavy.SEATS:
        assert client.get(HERE + name).status_code == 503 and client.get(HERE).status_code == 200


def test_a_picture_to_share(figured: Indische, client: Client) -> None:
    assert client.get(HERE + "plaatje.png").content[:4] == b"\x89PNG"


@pytest.mark.parametrize("path", ["", "alle/", "thema/rondkomen/", "vergelijk/?met=BU0363MF01"])
def test_pages_of_an_area_ask_little(figured: Indische, client: Client, path: str) -> None:
    counted_of(geography_of("BU0363MF01"))  # each process reads the columns of a table once
    with CaptureQueriesContext(connection) as seen:
        client.get(HERE + path)
    assert len(seen) <= 8


def test_a_place_cannot_take_the_name_of_these_pages(figured: Indische) -> None:
    from samenspel.kernel.places.validators import RESERVED

    assert "cijfers" in RESERVED


def test_not_a_code_at_all() -> None:
    with pytest.raises(NotThere):
        queries.chosen("  ")


def test_the_profile_on_paper_is_tagged(figured: Indische, client: Client) -> None:
    answer = client.get(HERE + "profiel.pdf")
    made = opened(answer.content)
    assert answer.status_code == 503 or (b"pdfuaid" in made and b"/StructTreeRoot" in made)


def test_an_edition_keeps_where_each_figure_comes_from(figured: Indische) -> None:
    frozen = [item for item in handover.items(figured.cycle) if isinstance(item, Figure) and item.value]
    assert frozen and all(item.source and item.table and item.period and item.status == "value" for item in frozen)
    alone = [item for item in frozen if item.area_code]
    assert alone and all(item.area_year and item.licence for item in alone)


def test_an_area_leads_to_the_neighbourhood_that_is_at_work_there(figured: Indische, client: Client) -> None:
    page = client.get(HERE).content.decode()
    assert "Dit gebied hoort bij Indische Buurt" in page and "/indische-buurt/2026/profiel/" in page


def test_with_stories_it_is_no_half_profile(figured: Indische, client: Client) -> None:
    told = stories.tell_story(figured.cycle, by=Actor(), words="Wij koken samen.", theme="income", may_show=True)
    editor = Actor(person=None, mandates=frozenset({Mandate(Role.EDITOR, figured.place.pk)}))
    stories.show_story(told, by=editor)
    page = client.get(HERE).content.decode()
    assert "Wij koken samen." in page and "half profiel" not in page


def test_fewer_lonely_people_are_said_as_fewer(figured: Indische) -> None:
    rows = [replace(row, score=120.0) for row in counted_of(geography_of("BU0363MF01")).rows if row.judged]
    said = {one.name for one in telling.well([row for row in rows if row.indicator.key in ("lonely", "volunteers")])}
    assert said & {"Minder dan gemiddeld: Eenzaam", "Vrijwilligers"} and "Eenzaam" not in said
