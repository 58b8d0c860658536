"""What changed between two editions, in words; what was taken back is not said again."""

import csv
from dataclasses import replace

import pytest
from django.test import Client

from samenspel.contracts.agenda import Dissent, Priority
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import forget_words, freeze
from samenspel.kernel.handover.changes import changes
from samenspel.kernel.handover.content import Said
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.tests.cast import STAFF

OLD = Priority("PT-AAAA", 1, "Rondkomen", "geld", "Wij willen rust", "Er is veel hulp", "58 verhalen")
GONE = Priority("PT-CCCC", 2, "Groen", "groen", "Meer bomen", "", "")
NEW = Priority("PT-DDDD", 3, "=Jeugd", "jeugd", "Een plek", "", "")


def publish(cycle: Cycle, *items: object) -> Edition:
    with acting():
        edition = freeze("agenda", cycle, items, by=STAFF, reason="klaar", missing="jongeren")
        edition.save()
    return edition


@pytest.fixture
def two(cycle: Cycle) -> tuple[Edition, Edition]:
    """Two editions: one priority changed, one is gone, one is new, one dissent stayed."""
    same = Dissent("PT-AAAA", "Nee", "Bob")
    first = publish(cycle, OLD, GONE, same)
    return first, publish(cycle, replace(OLD, statement="Wij willen zekerheid", rank=2), NEW, same)


def test_added_gone_and_changed_are_told_apart(two: tuple[Edition, Edition]) -> None:
    priorities, dissent = changes(*two)
    assert [c.code for c in priorities.added] == ["PT-DDDD"] and [c.code for c in priorities.gone] == ["PT-CCCC"]
    assert [(f, old, new) for f, _label, old, new in priorities.changed[0].facts] == [
        ("rank", "1", "2"), ("statement", "Wij willen rust", "Wij willen zekerheid"),
    ]  # fmt: skip
    assert (dissent.same, dissent.parts) == (1, [])


def test_the_page_says_it_and_the_edition_leads_there(two: tuple[Edition, Edition], client: Client) -> None:
    base = "/testbuurt/2026/uitgaven/agenda"
    assert f"{base}/2/verschil/1/" in client.get(f"{base}/2/").content.decode()
    shown = client.get(f"{base}/2/verschil/1/").content.decode()
    assert "Wij willen rust" in shown and "Wij willen zekerheid" in shown and "Groen" in shown


@pytest.mark.parametrize(
    "path", ["agenda/1/verschil/2/", "agenda/2/verschil/2/", "agenda/9/verschil/1/", "x/2/verschil/1/"]
)
def test_what_cannot_be_compared_is_not_there(two: tuple[Edition, Edition], client: Client, path: str) -> None:
    assert client.get(f"/testbuurt/2026/uitgaven/{path}").status_code == 404


def test_the_table_holds_every_field_and_runs_nothing(two: tuple[Edition, Edition], client: Client) -> None:
    text = client.get("/testbuurt/2026/uitgaven/agenda/2/verschil/1.csv").content.decode()
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["change"] for row in rows} == {"added", "gone", "changed"}
    assert {row["title"] for row in rows if row["change"] == "added"} == {"'=Jeugd"}


def test_words_that_were_taken_back_stay_away(cycle: Cycle) -> None:
    mine = Dissent("PT-AAAA", "Mijn eigen woorden", "Alice")
    first = publish(cycle, Said(mine, ("words",), 7))
    second = publish(cycle, Said(replace(mine, words="Andere woorden"), ("words",), 7), OLD)
    with acting():
        forget_words(Edition.objects.all(), ["Mijn eigen woorden", "Andere woorden"])
    assert "woorden" not in str(changes(first, second)).replace("Deze woorden staan er niet meer.", "")
