"""Casting: one ballot per entitlement, changeable, checked by the rules, cheap."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.ballots import actions, queries
from samenspel.instruments.ballots.models import Envelope, VotingCode
from samenspel.instruments.ballots.tests.conftest import Vote
from samenspel.kernel.action import BadInput, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.models import Once
from samenspel.kernel.journal.models import Entry, EntryText


def test_a_ballot_goes_in(vote: Vote) -> None:
    slip = vote.cast(vote.codes[0], "2", "4")
    assert (slip.picks, slip.cents) == (2, 80_00)
    assert slip.code.startswith("BN-") and len(slip.digest) == 64


def test_a_change_replaces_the_ballot(vote: Vote) -> None:
    first = vote.cast(vote.codes[0], "2")
    before = bytes(Envelope.objects.get().sealed)
    second = vote.cast(vote.codes[0], "3")
    assert bytes(Envelope.objects.get().sealed) != before
    assert first.digest != second.digest


def test_a_code_as_people_type_it(vote: Vote) -> None:
    vote.cast(f" {vote.codes[0].lower().replace(' ', '-')} ", "2")
    assert Envelope.objects.count() == 1


def test_an_empty_ballot_is_a_ballot(vote: Vote) -> None:
    assert vote.cast(vote.codes[0]).picks == 0


def test_at_most_eight_statements(vote: Vote) -> None:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        vote.cast(vote.codes[0], "2", "3")
    statements = [q for q in seen if not q["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    assert len(statements) <= 5


def test_casting_leaves_no_trace_beside_the_envelope(vote: Vote) -> None:
    entries, tokens = Entry.objects.count(), Once.objects.count()
    vote.cast(vote.codes[0], "2")
    assert (Entry.objects.count(), Once.objects.count()) == (entries, tokens)


@pytest.mark.parametrize(
    ("picks", "words"),
    [
        (("1", "2"), "Uw plannen bij Groen kosten samen"),
        (("9",), "staat niet in de lijst"),
        (("3", "3"), "twee keer"),
        (("<script>",), "staat niet in de lijst"),
    ],
)
def test_a_ballot_against_the_rules_is_refused_with_a_sentence(vote: Vote, picks: tuple[str, ...], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        vote.cast(vote.codes[0], *picks)
    assert not Envelope.objects.exists()


def test_wrong_blocked_and_replaced_codes_get_the_same_answer(vote: Vote) -> None:
    actions.block_code(vote.box, by=vote.organiser, serial=1, reason="gestolen")
    actions.reissue_code(vote.box, by=vote.organiser, serial=2, reason="kwijt")
    answers = set()
    for code in (vote.codes[0], vote.codes[1], "ACDE FGHJ KMNP", "", "é" * 50, "'; DROP TABLE x; --"):
        with pytest.raises(NotThere) as refusal:
            vote.cast(code, "3")
        answers.add(str(refusal.value.message))
    assert answers == {str(actions.UNKNOWN_CODE)}


def test_a_new_code_is_the_same_ballot(vote: Vote) -> None:
    fresh = actions.reissue_code(vote.box, by=vote.organiser, serial=1, reason="brief kwijt")
    vote.cast(fresh.code, "3")
    assert Envelope.objects.get().entitlement.serial == 1


@pytest.mark.parametrize("first_blocked", [False, True])
def test_no_desk_can_replace_a_ballot_that_is_in(vote: Vote, desk: Actor, first_blocked: bool) -> None:
    vote.cast(vote.codes[0], "2")
    if first_blocked:
        actions.block_code(vote.box, by=desk, serial=1, reason="kwijt")
    for by in (desk, vote.organiser):
        with pytest.raises(WrongState, match="al gestemd"):
            actions.reissue_code(vote.box, by=by, serial=1, reason="brief kwijt")
    if not first_blocked:
        vote.cast(vote.codes[0], "3")  # the voter still can
    assert VotingCode.objects.count() == 3 and Envelope.objects.count() == 1


def test_a_closed_box_refuses(vote: Vote) -> None:
    with acting():
        vote.box.refresh_from_db()
        actions.close_box(vote.box)
    with pytest.raises(WrongState, match="gesloten"):
        vote.cast(vote.codes[0], "2")


def test_the_clock_closes_too(vote: Vote) -> None:
    with acting():
        type(vote.box).objects.filter(pk=vote.box.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(WrongState, match="gesloten"):
        vote.cast(vote.codes[0], "2")


def test_only_a_desk_enters_paper(vote: Vote, desk: Actor) -> None:
    vote.cast(vote.codes[0], "2", by=desk)
    with pytest.raises(NotAllowed):
        vote.cast(vote.codes[0], "2", by=Actor(channel=Channel.PAPER))


def test_codes_are_kept_as_keyed_digests_only(vote: Vote) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest, batch FROM ballots_votingcode")
        rows = cursor.fetchall()
    assert len(rows) == 3 and all(len(digest) == 64 for digest, _batch in rows)
    assert not any(code.replace(" ", "") in digest.upper() for code in vote.codes for digest, _batch in rows)


def test_codes_are_long_and_different(vote: Vote) -> None:
    issued = actions.issue_codes(vote.box, by=vote.organiser, count=200, reason="tweede stapel")
    assert len({i.code for i in issued}) == 200
    assert {len(i.code.replace(" ", "")) for i in issued} == {12}
    assert [i.serial for i in issued][:2] == [4, 5]


def test_only_an_organiser_issues_codes(vote: Vote, desk: Actor) -> None:
    with pytest.raises(NotAllowed):
        actions.issue_codes(vote.box, by=desk, count=1, reason="x")


def test_the_journal_says_how_many_codes_and_why_and_never_which(vote: Vote) -> None:
    fresh = actions.issue_codes(vote.box, by=vote.organiser, count=5, reason="brieven Javastraat")
    actions.block_code(vote.box, by=vote.organiser, serial=2, reason="brief kwijt")
    again = actions.reissue_code(vote.box, by=vote.organiser, serial=3, reason="brief nat")
    entries = list(Entry.objects.filter(verb__startswith="ballots.voting_code").order_by("seq"))[-3:]
    facts = [json.loads(entry.canonical)["facts"] for entry in entries]
    assert [(e.verb.split(".")[-1], e.subject, f) for e, f in zip(entries, facts, strict=True)] == [
        ("issue", "RN-TEST", {"codes": 5, "role": "organiser"}),
        ("block", "RN-TEST", {"codes": 1, "role": "organiser"}),
        ("reissue", "RN-TEST", {"codes": 1, "role": "organiser"}),
    ]  # fmt: skip
    words = "".join(EntryText.objects.values_list("body", flat=True)) + "".join(e.canonical for e in entries)
    assert "brieven Javastraat" in words and "brief nat" in words
    assert not any(issued.code in words or issued.code.replace(" ", "") in words for issued in (*fresh, again))


def test_the_count_of_codes_is_made_blocked_and_used(vote: Vote) -> None:
    vote.cast(vote.codes[0], "2")
    actions.block_code(vote.box, by=vote.organiser, serial=2, reason="kwijt")
    actions.reissue_code(vote.box, by=vote.organiser, serial=3, reason="nat")
    found = queries.turnout(vote.box)
    assert (found.issued, found.blocked, found.entitled, found.ballots) == (4, 2, 2, 1)
