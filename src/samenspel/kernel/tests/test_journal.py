"""The chain shows every change, and words can be withdrawn without breaking it."""

import json

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle import actions as cycles
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.chain import canonical, chained
from samenspel.kernel.journal.models import Entry, EntryText
from samenspel.kernel.journal.queries import faults, head_of
from samenspel.kernel.tests.cast import Cast


def _tamper(sql: str, *params: str | int) -> None:
    """Change a row behind the house's back."""
    with acting(), connection.cursor() as cursor:
        cursor.execute(sql, params)


def _codes(cycle: Cycle) -> set[str]:
    return {f.code for f in faults(cycle.place_id)}


def test_an_honest_chain_verifies(cycle: Cycle) -> None:
    assert _codes(cycle) == set()


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("UPDATE kernel_entry SET canonical = replace(canonical, 'open', 'dicht') WHERE seq = 3", "chain"),
        ("UPDATE kernel_entry SET verb = 'iets.anders.doen' WHERE seq = 3", "text"),
        ("DELETE FROM kernel_entry WHERE seq = 4", "gap"),
        ("UPDATE kernel_head SET seq = seq + 1", "head"),
    ],
)
def test_a_change_is_found(cycle: Cycle, sql: str, code: str) -> None:
    _tamper(sql)
    assert code in _codes(cycle)


def test_an_anchor_of_long_ago_is_found(cycle: Cycle) -> None:
    anchor = head_of(cycle.place_id)
    assert not list(faults(cycle.place_id, anchor))
    assert {f.code for f in faults(cycle.place_id, "f" * 64)} == {"anchor"}


def test_the_chain_says_in_which_role_somebody_acted(cycle: Cycle, cast: Cast) -> None:
    cycles.skip_stage(cycle.stages.get(stage="quality"), by=cast.organiser, reason="Dit jaar niet")
    assert json.loads(Entry.objects.latest("pk").canonical)["facts"]["role"] == "organiser"


def test_withdrawn_words_leave_a_verifying_chain(cycle: Cycle, cast: Cast) -> None:
    stage = cycle.stages.get(stage="quality")
    cycles.skip_stage(stage, by=cast.organiser, reason="Dit jaar geen tijd, zegt Joris")
    text = EntryText.objects.get(field="reason")
    _tamper("UPDATE kernel_entrytext SET body = %s WHERE id = %s", "Iets anders", text.pk)
    assert _codes(cycle) == {"words"}
    with acting():
        from samenspel.kernel.journal.writing import erase_words

        assert erase_words(cast.organiser.person or 0) >= 1
    assert _codes(cycle) == set()
    assert not Entry.objects.filter(canonical__contains="geen tijd").exists()


def test_the_chain_names_nobody(cycle: Cycle, cast: Cast) -> None:
    stage = cycle.stages.get(stage="quality")
    cycles.skip_stage(stage, by=cast.organiser, reason="Geen tijd")
    entry = Entry.objects.get(verb="cycle.stage.skip")
    assert entry.person == cast.organiser.person
    assert "person" not in json.loads(entry.canonical)


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.booleans(), st.none())))
def test_canonical_text_does_not_depend_on_order(facts: dict[str, object]) -> None:
    backwards = dict(reversed(facts.items()))
    assert chained("0", canonical(facts)) == chained("0", canonical(backwards))
