"""Reading in a spreadsheet in the browser: look, correct, read, remember, and take back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile import queries
from samenspel.stages.profile.models import Area, FigureDraft, FigureFile, FigureRow, FigureTable, ReadingHabit
from samenspel.stages.profile.tests.conftest import Indische
from samenspel.stages.profile.tests.reading import FILE, HEADER, HERE, Desk, desk_of

MADE_BY = "Wie heeft de cijfers gemaakt?"


@pytest.fixture
def desk(figured: Indische, cast: Cast, client_as: Callable[[str], Client]) -> Desk:
    return desk_of(figured, cast, client_as)


def read(desk: Desk, data: bytes = FILE, name: str = "groen 2024.csv") -> FigureDraft:
    draft = desk.bring(data, name)
    return desk.act(draft, "lezen")


def standing(code: str = "BU0363MF01") -> list[str]:
    rows = FigureRow.objects.filter(code=code, table__state="standing", table__place__isnull=False)
    return list(rows.order_by("pk").values_list("cells", flat=True))


def test_a_file_is_shown_before_anything_counts(desk: Desk) -> None:
    page = desk.see(desk.bring())
    assert "Dit zijn cijfers" in page and "puntkomma" in page and "met een komma" in page
    assert "3 gebieden; 3 kennen wij, 3 zijn van deze buurt" in page and "Timorpleinbuurt Noord" in page
    assert "Inwoners" in page and "Niet uit onze lijst" in page and not standing()


def test_a_small_file_is_read_in_at_once_and_for_this_place_alone(desk: Desk, figured: Indische) -> None:
    draft = read(desk)
    assert draft.state == "done" and standing() == ["1250;7.5"]
    assert FigureTable.objects.get(draft=draft).place == figured.place
    stated = queries.shelf(["BU0363MF01"], place=figured.place).stated("inhabitants", "2024", "BU0363MF01")
    assert [str(one.number) for one in stated if one.source == "groen 2024"] == ["1250"]
    assert "3 gebieden ingelezen" in desk.see(draft)


def test_an_area_keeps_the_name_it_has_for_everybody(desk: Desk) -> None:
    before = Area.objects.get(code="BU0363MF01", year=2024).name
    read(desk, FILE.replace(b"Timorpleinbuurt Noord", b"Mijn straat"))
    assert Area.objects.get(code="BU0363MF01", year=2024).name == before


def test_a_column_may_count_what_a_person_says(desk: Desk) -> None:
    draft = desk.bring()
    page = desk.correct(draft, **{"Rapportcijfer groen": "i:neighbours_involved"})
    assert "Cijfer voor meedoen van bewoners" in page
    desk.act(draft, "lezen")
    assert '"indicator":"neighbours_involved"' in FigureTable.objects.get(draft=draft).columns


def test_a_column_may_be_left_out_or_count_nothing(desk: Desk) -> None:
    draft = desk.bring()
    desk.correct(draft, **{"Rapportcijfer groen": "out", "Aantal inwoners (aantal)": "keep"})
    desk.act(draft, "lezen")
    table = FigureTable.objects.get(draft=draft)
    assert standing() == ["1250"] and '"indicator":""' in table.columns


def test_two_columns_never_count_the_same(desk: Desk) -> None:
    draft = desk.bring()
    page = desk.correct(draft, **{"Rapportcijfer groen": "i:inhabitants"})
    assert "koos u bij meer dan één kolom" in page and FigureDraft.objects.get(pk=draft.pk).said == "{}"


def test_two_columns_that_look_the_same_wait_for_a_person(desk: Desk) -> None:
    data = b"Gebiedscode;Aantal inwoners;Inwoners\nBU0363MF01;10;20\nBU0363MF02;30;40\n"
    draft = desk.bring(data)
    assert "Meer kolommen lijken hetzelfde te tellen" in desk.see(draft)
    page = desk.correct(draft, Inwoners="i:inhabitants")
    assert "Meer kolommen lijken" not in page


def test_a_unit_that_does_not_fit_is_told(desk: Desk) -> None:
    page = desk.correct(desk.bring(), **{"Aantal inwoners (aantal)": "keep", "Rapportcijfer groen": "i:turnout"})
    assert "Wat wij denken" in page
    data = b"Gebiedscode;Groen (km)\nBU0363MF01;10\nBU0363MF02;30\n"
    assert "hoort in" in desk.correct(desk.bring(data), **{"Groen (km)": "i:inhabitants"})


def test_without_a_year_nothing_is_read(desk: Desk) -> None:
    draft = desk.bring(name="groen.csv")
    assert "Over welk jaar deze cijfers gaan" in desk.see(draft)
    assert desk.client.post(f"{HERE}inlezen/{draft.pk}/lezen/").status_code == 400
    page = desk.correct(draft, **{"Over welk jaar of welke periode gaan de cijfers?": "ooit"})
    assert "Dit is geen jaar of periode" in page
    desk.correct(draft, **{"Over welk jaar of welke periode gaan de cijfers?": "2023"})
    assert desk.act(draft, "lezen").state == "done" and FigureTable.objects.get(draft=draft).period == "2023"


def test_another_year_keeps_what_was_corrected(desk: Desk) -> None:
    first = desk.bring()
    desk.correct(first, **{"Rapportcijfer groen": "i:neighbours_involved", MADE_BY: "Groenteam"})
    desk.act(first, "lezen")
    second = desk.bring(FILE.replace(b"7,5", b"8"), "groen 2023.csv")
    assert "Net als vorige keer" in desk.see(second)
    page = desk.see(desk.act(second, "vorige-keer"))
    assert "Cijfer voor meedoen van bewoners" in page and "Groenteam" in page and "<dd dir=\"auto\">2023</dd>" in page


def test_what_is_remembered_can_be_forgotten(desk: Desk) -> None:
    first = desk.bring()
    desk.correct(first, **{"Rapportcijfer groen": "out"})
    desk.act(first, "lezen")
    assert ReadingHabit.objects.count() == 1
    second = desk.act(desk.bring(), "vergeten")
    assert not ReadingHabit.objects.exists() and "Net als vorige keer" not in desk.see(second)


def test_taking_back_brings_the_older_reading_back(desk: Desk) -> None:
    read(desk)
    newer = read(desk, FILE.replace(b"1.250", b"1.300"))
    assert standing() == ["1300;7.5"]
    desk.act(newer, "terug", reason="Verkeerd bestand")
    assert standing() == ["1250;7.5"]
    assert FigureTable.objects.get(draft=newer).state == "withdrawn"
    assert not FigureRow.objects.filter(table__draft=newer)


def test_taking_back_a_part_brings_that_part_back(desk: Desk) -> None:
    read(desk)
    part = f"{HEADER}\nBU0363MF01;Timorplein;1.300;7,5\n".encode()
    newer = read(desk, part)
    assert standing() == ["1300;7.5"] and standing("BU0363MF02") == ["3400;6.25"]
    desk.act(newer, "terug", reason="Verkeerd bestand")
    assert standing() == ["1250;7.5"] and standing("BU0363MF02") == ["3400;6.25"]


def test_what_lies_under_a_newer_reading_is_taken_back_last(desk: Desk) -> None:
    older = read(desk)
    read(desk, f"{HEADER}\nBU0363MF01;Timorplein;1.300;7,5\n".encode())
    page = desk.client.post(f"{HERE}inlezen/{older.pk}/terug/", {"reason": "Fout"}).content.decode()
    assert "Haal die eerst weg" in page and standing("BU0363MF02") == ["3400;6.25"]


def test_figures_for_everybody_are_not_taken_back_here(desk: Desk) -> None:
    shared = FigureTable.objects.filter(place=None).first()
    assert shared and desk.client.get(f"{HERE}tabel/{shared.pk}/terug/").status_code == 404


def test_the_same_file_twice_changes_nothing(desk: Desk) -> None:
    first, second = read(desk), read(desk)
    assert "stond er al precies zo" in second.report and not FigureTable.objects.filter(draft=second)
    assert FigureTable.objects.get(draft=first).state == "standing" and "Haal weer weg" not in desk.see(second)


def test_an_editor_of_elsewhere_cannot_see_a_file(desk: Desk, client_as: Callable[[str], Client]) -> None:
    draft, other = desk.bring(), client_as("organiser")
    for what in ("", "verbeteren/"):
        assert other.get(f"{HERE}inlezen/{draft.pk}/{what}").status_code == 403
    for what in ("lezen", "weg", "vorige-keer", "vergeten", "verbeteren", "terug"):
        assert other.post(f"{HERE}inlezen/{draft.pk}/{what}/", {"reason": "x"}).status_code == 403


def test_a_file_of_elsewhere_is_not_there(desk: Desk, cycle: object) -> None:
    draft, path = desk.bring(), "/testbuurt/2026/profiel/cijfers/inlezen/"
    assert desk.client.get(f"{path}{draft.pk}/").status_code == 404
    assert desk.client.post(f"{path}{draft.pk}/lezen/").status_code == 404
    assert desk.client.get(path).status_code == 200 and draft.name not in desk.client.get(path).content.decode()


def test_a_thrown_away_file_is_gone_but_its_figures_stay(desk: Desk) -> None:
    draft = read(desk)
    desk.act(draft, "weg")
    assert not FigureFile.objects.exists() and standing() == ["1250;7.5"]
    table = FigureTable.objects.get(place__isnull=False)
    desk.client.post(f"{HERE}tabel/{table.pk}/terug/", {"reason": "Toch niet"})
    assert not standing()
