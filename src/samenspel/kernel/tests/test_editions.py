"""Editions are frozen, typed and come back the same from a spreadsheet."""

import pytest
from django.utils.translation import override

from samenspel.contracts.agenda import Dissent, Priority
from samenspel.contracts.codec import from_rows, to_rows
from samenspel.contracts.profile import Asset, Figure, Story
from samenspel.kernel.action import BadInput, NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import forget_words, freeze, import_edition
from samenspel.kernel.handover.content import Said
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions, latest, sheets
from samenspel.kernel.people.actions import erase_person
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.kernel.texts.models import Text

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


def _said(words: str, person: int | None = 5, name: str = "") -> Said:
    return Said(Dissent("PT-AAAA", words, name), ("words",), person)


def test_words_of_people_stand_beside_an_edition(cycle: Cycle) -> None:
    edition = _publish(cycle, _said("Ik niet."))
    assert "Ik niet." not in edition.content and latest(Dissent, cycle)[0].words == "Ik niet."
    text = Text.objects.get(body="Ik niet.")
    assert (text.person, str(text.pk) in edition.content) == (5, True)


def test_the_same_words_of_the_same_person_are_kept_once(cycle: Cycle) -> None:
    first = _publish(cycle, _said("Ik niet."))
    second = _publish(cycle, _said("Ik niet."), Dissent("PT-CCCC", "x", ""))
    assert (first.number, second.number, Text.objects.filter(body="Ik niet.").count()) == (1, 2, 1)


def test_the_same_words_of_somebody_else_are_theirs(cycle: Cycle) -> None:
    _publish(cycle, _said("Ik niet.", 5))
    _publish(cycle, _said("Ik niet.", 6))
    assert set(Text.objects.filter(body="Ik niet.").values_list("person", flat=True)) == {5, 6}


def test_words_that_were_taken_back_are_in_no_edition(cycle: Cycle) -> None:
    _publish(cycle, _said("Ik niet."))
    with acting():
        assert forget_words(Edition.objects.all(), ["iets anders", ""]) == 0
        assert forget_words(Edition.objects.all(), ["Ik niet."]) == 1
    assert "Ik niet." not in str(latest(Dissent, cycle)) and not broken_editions(Edition.objects.all())


def test_the_name_of_who_made_an_edition_goes_and_the_edition_stays(past: Cycle, cast: Cast) -> None:
    rows = to_rows(ITEMS, Priority)
    made = import_edition(past, by=cast.organiser, contract=Priority, rows=rows, reason="papier", missing="-")
    assert made.made_by == "Joris"
    person = cast.accounts["organiser"].person
    assert person is not None
    erase_person(person, by=cast.organiser)
    made.refresh_from_db()
    assert (made.made_by, latest(Priority, past)) == ("redactie van de buurt", ITEMS)


def test_people_read_words_and_not_marks_of_a_program(cycle: Cycle, cast: Cast) -> None:
    figure = Figure(
        "", "a", "income", "Inkomen", "Oost", "WK1", "2023", "30", "value", "euro", "", None, "CBS", "", measured=True
    )
    items = [figure, Story("VH-AAAA", "income", "b" * 64, "nl", "table"), Asset("BR-AAAA", "thing", "Kast", "c" * 64)]
    with acting(), override("nl"):
        edition = freeze("profile", cycle, items, by=cast.organiser, reason="Klaar.", missing="Niemand.")
        shown = {sheet.contract: sheet.items[0] for sheet in sheets(edition)}
    assert shown["Figure"].title == "Inkomen, Oost"
    assert [said for _name, said in shown["Story"].facts] == ["aan tafel"]
    assert [said for _name, said in shown["Asset"].facts] == ["spullen om te lenen"]
