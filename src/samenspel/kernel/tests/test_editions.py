"""Editions are frozen, typed and come back the same from a spreadsheet."""

import pytest

from samenspel.contracts.agenda import Dissent, Priority
from samenspel.contracts.codec import from_rows, to_rows
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze, import_edition
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions, latest
from samenspel.kernel.tests.cast import STAFF, Cast

ITEMS = (
    Priority("PT-AAAA", 1, "Rondkomen | zonder schaamte", "geld", "Wij willen ...", "Er is veel hulp", "58 verhalen",
             figures=("CY-AAAA", "CY-CCCC"), stop="Formulieren sturen"),
    Priority("PT-CCCC", 2, "=Groen, met; komma's\nen een nieuwe regel", "groen", "نريد حديقة", "", ""),
)  # fmt: skip


def _publish(cycle: Cycle, *items: object) -> Edition:
    with acting():
        edition = freeze("agenda", cycle, items, by=STAFF, reason="klaar", missing="jongeren")
        edition.save()
    return edition


def test_items_come_back_as_they_were(cycle: Cycle) -> None:
    _publish(cycle, *ITEMS, Dissent("PT-AAAA", "Nee", "Bob"))
    assert latest(Priority, cycle) == ITEMS
    assert latest(Dissent, cycle) == (Dissent("PT-AAAA", "Nee", "Bob"),)


def test_the_same_content_makes_no_second_edition(cycle: Cycle) -> None:
    first = _publish(cycle, *ITEMS)
    with pytest.raises(BadInput):
        _publish(cycle, *ITEMS)
    assert first.number == 1


def test_rows_lose_nothing() -> None:
    assert from_rows(to_rows(ITEMS, Priority), Priority)[1] == ITEMS[1]


def test_export_import_export_is_identical(cycle: Cycle, past: Cycle, cast: Cast) -> None:
    edition = _publish(cycle, ITEMS[1])
    rows = to_rows(latest(Priority, cycle), Priority)
    taken = import_edition(past, by=cast.organiser, contract=Priority, rows=rows, reason="papier", missing="-")
    assert taken.content == edition.content and taken.hash == edition.hash and taken.imported


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "leeg"),
        ([["code", "kleur"], ["PT-AAAA", "rood"]], "kleur"),
        ([["code"], ["PT-AAAA"]], "rank"),
        ([["code", "rank"], ["PT-AAAA", "eerste"]], "regel 1"),
        ([["code", "rank"], ["PT-AAAA"]], "Regel 1"),
    ],
)
def test_a_half_file_is_refused_with_a_sentence(past: Cycle, cast: Cast, rows: list[list[str]], words: str) -> None:
    with pytest.raises(BadInput) as refusal:
        import_edition(past, by=cast.organiser, contract=Priority, rows=rows, reason="papier", missing="-")
    assert words in str(refusal.value.message) and not Edition.objects.exists()


def test_a_resident_cannot_import(past: Cycle, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        import_edition(past, by=cast.resident, contract=Priority, rows=[], reason="x", missing="-")


def test_a_changed_edition_is_noticed(cycle: Cycle) -> None:
    edition = _publish(cycle, *ITEMS)
    edition.content = edition.content.replace("58", "85")
    assert broken_editions([edition]) == [edition]
