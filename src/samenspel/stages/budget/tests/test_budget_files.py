"""Files: all or nothing, again and again, and one plain sentence when something is wrong."""

import csv
from pathlib import Path

import pytest

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import rows
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.budget import actions, queries
from samenspel.stages.budget.models import BudgetSource, MoneyRow
from samenspel.stages.budget.tests.conftest import HEAD, REGISTER, ROWS, take_in

DATA = Path(__file__).resolve().parents[5] / "demo" / "data"
DUTCH = "nummer;jaar;ontvanger;regeling;verleend;zekerheid\n"
IV3 = "municipality,year,document,code,task,spending,income\n"


def test_a_file_comes_in_whole(register: BudgetSource) -> None:
    assert (register.rows_read, register.rows_new, register.rows.count()) == (4, 4, 4)
    row = register.rows.get(number="S-1")
    assert (row.asked_cents, row.granted_cents, row.settled_cents) == (1_000_000, 900_000, None)


def test_twice_is_once(register: BudgetSource, place: Place, cast: Cast) -> None:
    again = take_in(place, cast)
    assert again.pk == register.pk
    assert (again.rows_new, again.rows_changed, again.rows_gone) == (0, 0, 0)
    assert MoneyRow.objects.count() == 4


def test_what_changed_changes_and_what_is_gone_stays(register: BudgetSource, place: Place, cast: Cast) -> None:
    newer = (HEAD + ROWS.split("\n", 1)[0].replace("900000", "950000") + "\n").encode()
    again = take_in(place, cast, newer)
    assert (again.rows_new, again.rows_changed, again.rows_gone) == (0, 1, 3)
    assert sorted(r.granted_cents or 0 for r in MoneyRow.objects.all()) == [10_000, 40_000, 950_000, 5_000_000]


def test_who_was_masked_stays_masked(register: BudgetSource, place: Place, cast: Cast) -> None:
    again = take_in(place, cast, REGISTER.replace(b"(Particulier)", b"Jan de Boer"))
    assert register.rows.get(number="S-2").recipient == "(Particulier)"
    assert again.rows_repaired == 1
    assert not any("Jan de Boer" in str(row) for row in rows(registered()["money_rows"], Actor()))


def test_a_spreadsheet_as_people_have_it(place: Place, cast: Cast) -> None:
    sheet = DUTCH + "1;2024;Stichting Zon;Feesten;1.250,50;zeker\n2;2024;particulier;Feesten;€ 300;geschat\n"
    source = take_in(place, cast, sheet.encode("cp1252"))
    first, second = source.rows.order_by("number")
    assert (first.granted_cents, first.confidence) == (125_050, "measured")
    assert (second.granted_cents, second.recipient) == (30_000, "(Particulier)")


WRONG = (
    (REGISTER[:-40], "vak"),  # half a file
    (REGISTER.decode().encode("utf-16"), "kolommen"),
    ((HEAD + ROWS.replace("Meevaart", "Caf\xe9")).encode("cp1252"), "UTF-8"),
    (REGISTER.replace(b"granted_cents", b"bedrag"), "nummer"),
    (REGISTER.replace(b"note", b"opmerking"), "note"),
    (REGISTER.replace(b"900000", b"9000,00"), "vak"),
    (REGISTER.replace(b"900000", b"veel"), "veel"),
    (REGISTER.replace(b"900000", b"-900000"), "onder nul"),
    (REGISTER.replace(b"S-2", b"S-1"), "twee keer"),
    (REGISTER.replace(b"S-2", b""), "geen nummer"),
    (REGISTER.replace(b"2020", b"20"), "geen jaar"),
    (REGISTER.replace(b"allocated", b"zomaar"), "zomaar"),
    (HEAD.encode(), "geen rijen"),
    (b"", "leeg"),
    (b"%PDF-1.4 x", "pdf"),
    ((DUTCH + "1;2024;Zon;Feesten;-5;zeker\n").encode(), "-5"),
    ((DUTCH + "1;24;Zon;Feesten;5;zeker\n").encode(), "geen jaar"),
    ((DUTCH + "1;2024;Zon;Feesten;5;misschien\n").encode(), "misschien"),
)


def test_what_is_wrong_is_said_and_nothing_is_lost(register: BudgetSource, place: Place, cast: Cast) -> None:
    before = list(MoneyRow.objects.order_by("pk").values())
    for content, words in WRONG:
        with pytest.raises(BadInput) as refused:
            take_in(place, cast, content)
        said = str(refused.value.message)
        assert words in said and "Er is niets ingelezen." in said, (content[:60], said)
    assert list(MoneyRow.objects.order_by("pk").values()) == before


def test_only_the_team_brings_in_files(place: Place, cast: Cast) -> None:
    for who in ("resident", "initiative", "councillor", "provider"):
        with pytest.raises(NotAllowed):
            actions.import_grants(place, by=cast.actors[who], content=REGISTER, public_body="x", document="y")


def test_task_fields_are_of_the_whole_municipality(place: Place, cast: Cast) -> None:
    file = (
        IV3
        + "Amsterdam,2025,begroting,6.1,Samenkracht,271410,86430\nAmsterdam,2023,jaarrekening,0.9,Belasting,-3415,0\n"
    )
    new, _old = actions.import_task_fields(place, by=cast.finance, content=file.encode())
    row = new.rows.get()
    assert (row.spending_cents, row.income_cents, row.granted_cents) == (27_141_000_000, 8_643_000_000, None)
    assert not queries.money(place).years
    assert [c.source.year for c in queries.city(place)] == [2025, 2023]
    actions.import_task_fields(place, by=cast.finance, content=file.encode())
    assert MoneyRow.objects.count() == 2


def test_a_half_budget_is_refused(place: Place, cast: Cast) -> None:
    for file in (IV3 + "Amsterdam,2025,begroting,6.1\n", IV3 + "A,2025,kadernota,6.1,x,1,1\n", "code;taak\n1;2\n"):
        with pytest.raises(BadInput):
            actions.import_task_fields(place, by=cast.finance, content=file.encode())
    assert not BudgetSource.objects.exists()


@pytest.mark.skipif(not (DATA / "grants.csv").exists(), reason="the example data is not here")
def test_sums_equal_the_file(place: Place, cast: Cast) -> None:
    content = (DATA / "grants.csv").read_bytes()
    take_in(place, cast, content)
    table = list(csv.DictReader(content.decode().splitlines()))
    assert {r.number for r in MoneyRow.objects.all()} == {row["number"] for row in table}
    money = queries.money(place)
    for name in ("asked_cents", "granted_cents", "settled_cents"):
        assert sum(getattr(y, name) for y in money.years) == sum(int(row[name] or 0) for row in table)
    assert sum(p.cents for p in money.by_confidence) == sum(y.granted_cents for y in money.years)
    assert all(type(part.cents) is int for part in money.by_confidence)


@pytest.mark.parametrize(("wrong", "more"), [(5, None), (7, "nog 2 regels")])
def test_five_complaints_are_enough(place: Place, cast: Cast, wrong: int, more: str | None) -> None:
    sheet = DUTCH + "".join(f"{n};2024;Zon;Feesten;veel;zeker\n" for n in range(wrong))
    with pytest.raises(BadInput) as refused:
        take_in(place, cast, sheet.encode())
    said = str(refused.value.message)
    assert said.count("Regel ") == 5 and (more in said if more else "nog" not in said)


@pytest.mark.parametrize(("year", "fits"), [(1899, False), (1900, True), (2200, True), (2201, False)])
def test_a_year_is_one_of_three_centuries(place: Place, cast: Cast, year: int, fits: bool) -> None:
    file = (HEAD + ROWS.split("\n", 1)[0].replace("2019", str(year)).replace("2020", str(year)) + "\n").encode()
    if fits:
        assert take_in(place, cast, file).rows.get().year == year
    else:
        with pytest.raises(BadInput, match="geen jaar"):
            take_in(place, cast, file)


def test_what_was_put_right_in_a_sheet_is_counted(place: Place, cast: Cast) -> None:
    sheet = DUTCH + ";;;;;\n;;;;;\n1;2024;Zon;Feesten;5;zeker\n"
    assert take_in(place, cast, sheet.encode()).rows_repaired == 2
