"""Files with something wrong, large files, two clicks at once, and what a page costs."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError, connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samenspel.kernel.action import Refused
from samenspel.kernel.journal import clock
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile import actions, tasks
from samenspel.stages.profile.models import FigureDraft, FigureRow, FigureTable
from samenspel.stages.profile.tasks import drafts as work
from samenspel.stages.profile.tasks import looking
from samenspel.stages.profile.tests.conftest import STAFF, Indische
from samenspel.stages.profile.tests.reading import FILE, HERE, Desk, desk_of

MUCH = "BU0363MF01;Timorplein;{n};7,5"


@pytest.fixture
def desk(figured: Indische, cast: Cast, client_as: Callable[[str], Client]) -> Desk:
    return desk_of(figured, cast, client_as)


@pytest.mark.parametrize(("data", "name", "words"), [
    (b"", "leeg.csv", "leeg"),
    (b"naam;bedrag\nAnna;12\nBert;13\n", "lijst 2024.csv", "gebiedscode"),
    (b"<html><body>Niet gevonden</body></html>", "cijfers.xls", "Er staat geen tabel"),
    (b"PK\x03\x04kapot", "stuk.xlsx", "bestand"),
    (b"%PDF-1.7 ...", "folder.pdf", "bestand"),
    (b"Gebiedscode;Aantal inwoners\nBU0392ZZ98;10\nBU0392ZZ99;20\n", "x 2024.csv", "Geen enkele code uit dit bestand"),
    (b'[{"a": 1}, {"a": 2}]', "iets.json", "kolommen zijn"),
    (b"[" * 50_000, "diep.json", "bestand"),
])  # fmt: skip
def test_a_file_that_is_not_right_says_so_and_changes_nothing(desk: Desk, data: bytes, name: str, words: str) -> None:
    tables = FigureTable.objects.count()
    if not data:
        page = desk.client.post(f"{HERE}inlezen/", {"file": _sent(data, name)}).content.decode()
        assert words in page and not FigureDraft.objects.exists()
        return
    draft = desk.bring(data, name)
    page = desk.see(draft)
    assert words in page and "Lees deze cijfers in" not in page and "Nog niet klaar" in page
    assert desk.client.post(f"{HERE}inlezen/{draft.pk}/lezen/").status_code == 400
    assert FigureTable.objects.count() == tables


def _sent(data: bytes, name: str) -> object:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, data)


def test_a_web_page_saved_as_a_spreadsheet_is_read(desk: Desk) -> None:
    cells = "".join(f"<tr><td>BU0363MF0{n}</td><td>{n}0</td><td>{n},5</td></tr>" for n in (1, 2, 3))
    page = f"<table><tr><th>Gebiedscode</th><th>Klachten</th><th>Score</th></tr>{cells}</table>"
    shown = desk.see(desk.bring(page.encode(), "klachten 2024.xls"))
    assert "webpagina" in shown and "Lees deze cijfers in" in shown


def test_secret_figures_stay_secret(desk: Desk) -> None:
    draft = desk.act(desk.bring(FILE.replace(b"1.250", b"-99997")), "lezen")
    cells = FigureRow.objects.get(table__draft=draft, code="BU0363MF01").cells
    assert cells == "s;7.5" and "-99997" not in cells


def test_words_of_a_file_are_never_markup_or_formulas(desk: Desk) -> None:
    nasty = FILE.replace(b"Rapportcijfer groen", b"<script>alert(1)</script>")
    nasty = nasty.replace(b"Timor", b"=cmd|x!A1<img src=x>")
    draft = desk.bring(nasty, "<b>groen 2024.csv")
    for page in (desk.see(draft), desk.client.get(f"{HERE}inlezen/{draft.pk}/verbeteren/").content.decode()):
        assert "<script>alert" not in page and "<img src=x" not in page and "<b>groen" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_our_own_form_is_told_where_to_go(desk: Desk) -> None:
    from samenspel.stages.profile.tests.conftest import DATA

    page = desk.see(desk.bring((DATA / "figures.csv").read_bytes(), "figures.csv"))
    assert "onze eigen vorm" in page and "eigen-vorm/" in page and "Lees deze cijfers in" not in page


def test_several_periods_are_all_read_or_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"Gebiedscode;Jaar;Klachten\nBU0363MF01;2022;5\nBU0363MF02;2022;6\nBU0363MF01;2023;7\nBU0363MF02;2023;8\n"
    draft = desk.bring(data, "klachten.csv")
    take_in = tasks.take_in

    def second_fails(grid: object, **how: object) -> object:
        if getattr(grid, "origin").period == "2023":  # noqa: B009
            raise Refused("Nee.")
        return take_in(grid, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "take_in", second_fails)
    assert desk.act(draft, "lezen").state == "failed"
    assert not FigureRow.objects.filter(table__place__isnull=False) and "Nee." in desk.see(draft)
    monkeypatch.undo()
    assert desk.act(draft, "lezen").state == "done"
    assert FigureTable.objects.filter(draft=draft, state="standing").count() == 2


def test_a_large_file_waits_for_the_worker(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "AT_ONCE", 10)
    draft = desk.bring()
    assert draft.state == "new" and "hx-get" in desk.see(draft) and "Kijk opnieuw" in desk.see(draft)
    assert tasks.handle_drafts.call() == 1
    assert "Lees deze cijfers in" in desk.see(draft)
    assert desk.act(draft, "lezen").state == "waiting"
    assert tasks.handle_drafts.call() == 1 and tasks.handle_drafts.call() == 0
    assert FigureDraft.objects.get(pk=draft.pk).state == "done" and "ingelezen" in desk.see(draft)


def test_one_odd_file_does_not_keep_others_waiting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "AT_ONCE", 10)
    odd, good = desk.bring(), desk.bring()

    def look(draft: FigureDraft, data: bytes) -> object:
        if draft.pk == odd.pk:
            raise DatabaseError("odd")
        return looking.look(draft, data)

    monkeypatch.setattr(work, "look", look)
    assert tasks.handle_drafts.call() == 1 and FigureDraft.objects.get(pk=good.pk).state == "ready"


def test_a_reading_that_stopped_is_taken_up_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "AT_ONCE", 10)
    draft = desk.bring()
    tasks.handle_drafts.call()
    actions.claim_draft(desk.act(draft, "lezen"), by=STAFF)
    assert tasks.handle_drafts.call() == 0
    with clock.at_moment(timezone.now() + timedelta(minutes=20)):
        assert tasks.handle_drafts.call() == 1


def test_a_file_that_nobody_touches_is_wiped(desk: Desk) -> None:
    draft = desk.act(desk.bring(), "lezen")
    assert tasks.wipe_drafts.call() == 0
    with clock.at_moment(timezone.now() + timedelta(days=8)):
        assert tasks.wipe_drafts.call() == 1
    assert not FigureDraft.objects.exists() and FigureTable.objects.filter(place=draft.place, state="standing").exists()


def test_who_looked_at_another_version_is_told(desk: Desk) -> None:
    draft = desk.bring()
    desk.correct(draft, **{"Rapportcijfer groen": "out"})
    answer = desk.client.post(f"{HERE}inlezen/{draft.pk}/lezen/", {"seen": str(draft.version)})
    assert answer.status_code == 409 and FigureDraft.objects.get(pk=draft.pk).state == "ready"


def test_what_is_corrected_is_kept_as_said_and_nothing_else(desk: Desk) -> None:
    draft = desk.bring()
    desk.correct(draft, **{"Rapportcijfer groen": "out"})
    assert json.loads(FigureDraft.objects.get(pk=draft.pk).said) == {"columns": {"Rapportcijfer groen": "out"}}


def test_a_wide_file_is_corrected_in_parts(desk: Desk) -> None:
    header = ";".join(["Gebiedscode", *(f"vraag {n} x" for n in range(90))])
    rows = [";".join([f"BU0363MF0{at}", *(f"{at}{n}" for n in range(90))]) for at in (1, 2, 3)]
    draft = desk.bring("\n".join([header, *rows]).encode(), "vragen 2024.csv")
    address = f"{HERE}inlezen/{draft.pk}/verbeteren/"
    pages = [desk.client.get(f"{address}?deel={part}").content.decode() for part in (1, 3, 99)]
    assert "vraag 5 x" in pages[0] and "vraag 85 x" in pages[1] and "vraag 85 x" in pages[2]
    assert len(pages[0]) < 700_000


@pytest.mark.parametrize("path", ["inlezen/", "inlezen/{pk}/", "inlezen/{pk}/verbeteren/", "inlezen/{pk}/terug/"])
def test_a_page_asks_little_of_the_database(desk: Desk, path: str) -> None:
    desk.act(desk.bring(), "lezen")
    draft = desk.bring(name="nog een 2024.csv")
    for _n in range(3):
        desk.bring(name="meer 2023.csv")
    with CaptureQueriesContext(connection) as asked:
        assert desk.client.get(HERE + path.format(pk=draft.pk)).status_code == 200
    assert len(asked) <= 8


@pytest.mark.django_db(transaction=True)
def test_two_clicks_read_a_file_once(figured: Indische, cast: Cast, client_as: Callable[[str], Client]) -> None:
    draft = desk_of(figured, cast, client_as).bring()
    for act in (actions.begin_draft, actions.claim_draft):
        with ThreadPoolExecutor(6) as pool:
            outcomes = list(pool.map(lambda _n, act=act: _once(act, draft), range(6)))
        assert sorted(outcomes) == ["done", *["refused"] * 5]
    assert not work.read(draft)


def _once(act: Callable[..., FigureDraft], draft: FigureDraft) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    for _attempt in range(4000):
        try:
            act(draft, by=STAFF)
            return "done"
        except Refused:
            return "refused"
        except OperationalError:
            time.sleep(0.005)
        finally:
            connections.close_all()
    return "never"


def packed(name: str, size: int) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, b"0" * size)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "small"),
    [
        (b"a;b\n1;2\n", True), (packed("sheet.xml", 5_000), True), (packed("sheet.xml", 5_000_000), False),
        (packed("in.zip", 10), False), (b"\x1f\x8b" + b"0" * 20, False), (b"PK\x03\x04broken", True),
    ],
)  # fmt: skip
def test_a_file_is_as_large_as_what_is_in_it(data: bytes, small: bool) -> None:
    assert (work.unpacked(data) <= work.AT_ONCE) is small
