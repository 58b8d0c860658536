"""Votes: the real one of 2020 to the last euro, and one of our own from code to award."""

import hashlib
import json
from collections import Counter
from contextlib import nullcontext
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from samenspel.contracts.actor import Actor
from samenspel.instruments.ballots import queries as boxes
from samenspel.instruments.ballots.models import Envelope
from samenspel.kernel.action import AlreadyDone, BadInput, NotAllowed, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.money.queries import balances, total_is_zero
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions, queries
from samenspel.stages.commissioning.models import Call, CallOption, ResultLine
from samenspel.stages.commissioning.tests.conftest import (
    Voting,
    count,
    counted,
    draft_vote,
    give_parts,
    read,
    small_file,
    vote_2020,
)
from samenspel_methods.allocation import AllocationError, Election, pabulib
from samenspel_methods.allocation.certificate import loads
from samenspel_methods.allocation.check import check

IMPORT: dict[str, Any] = {"title": "Proef", "body": "bestuur", "source": "een bestand"}


def counted_by_hand() -> Counter[str]:
    votes = vote_2020().decode().split("VOTES\n")[1].splitlines()[1:]
    return Counter(pick for line in votes for pick in set(line.split(";")[1].split(",")) if pick)


def test_the_real_vote_has_its_own_34_numbers(real_vote: Call) -> None:
    ours = dict(ResultLine.objects.values_list("option__key", "votes"))
    plans = vote_2020().decode().split("PROJECTS\n")[1].split("VOTES\n")[0].splitlines()[1:]
    stated = {line.split(";")[0]: int(line.split(";")[2]) for line in plans}
    assert len(ours) == 34 and ours == stated == dict(counted_by_hand())


def test_the_real_vote_funds_17_plans_and_leaves_2954_euro(real_vote: Call) -> None:
    found = queries.result(real_vote)
    assert (real_vote.voters, len(found.funded), found.left, found.spent) == (5448, 17, 2_954_00, 197_046_00)


def test_what_was_needed_is_as_published(real_vote: Call) -> None:
    needed = {row.node.title: (row.votes_needed, row.euro_needed) for row in queries.result(real_vote).others}
    assert needed["Ieder kind een gelijke kans"] == (169, 29_145_00)
    # At 142 more it equals the last funded plan and costs less, so it goes first.
    assert needed["Sporten en gezond koken met tienermeisjes"] == (142, 2_046_00)


def test_plans_without_money_stand_in_the_order_of_the_alphabet(real_vote: Call) -> None:
    titles = [row.node.title.casefold() for row in queries.result(real_vote).others]
    assert titles == sorted(titles) and len(titles) == 17


def test_the_certificate_can_be_repeated_from_the_published_file(real_vote: Call) -> None:
    from hashlib import sha256

    text = queries.pb_text(real_vote)
    assert text is not None
    assert check(pabulib.read(text), loads(real_vote.certificate)) == ()
    assert pabulib.read(text).voters == json.loads(real_vote.certificate)["voters"] == 5448
    assert real_vote.box and real_vote.box.input_hash == sha256(text.encode()).hexdigest()
    assert real_vote.source_hash == sha256(vote_2020()).hexdigest()


def test_the_count_stands_in_the_chain(real_vote: Call) -> None:
    seal = json.loads(Entry.objects.get(verb="commissioning.result.seal").canonical)["facts"]
    assert (seal["ballots"], seal["funded"], seal["spent_cents"]) == (5448, 17, 197_046_00)
    assert list(faults(real_vote.place_id)) == []


@pytest.mark.parametrize("size", [100, 2_000, 5_000, 60_000])
def test_half_a_file_is_refused_whole(past: Cycle, cast: Cast, size: int) -> None:
    before = Node.objects.count()
    with pytest.raises(BadInput, match="niets ingelezen"):
        actions.import_vote(past, by=cast.organiser, vote=read(vote_2020()[:size]), **IMPORT)
    assert (Call.objects.count(), Node.objects.count()) == (0, before)


@pytest.mark.parametrize(
    "file", [b"", b"\x00\x01", b"\xff\xfe rommel", small_file().replace(b"approval", b"ordinal"), b"a" * 20_000_001]
)
def test_rubbish_gets_a_sentence(past: Cycle, cast: Cast, file: bytes) -> None:
    with pytest.raises(BadInput, match="niets ingelezen"):
        actions.import_vote(past, by=cast.organiser, vote=read(file), **IMPORT)


@pytest.mark.parametrize("said", ["rule;equalshares/add1", "rule;greedy-no-skip", "min_project_score_threshold;3"])
def test_a_vote_with_other_rules_is_not_counted_by_ours(past: Cycle, cast: Cast, said: str) -> None:
    file = small_file().replace(b"budget;100", f"budget;100\n{said}".encode())
    with pytest.raises(BadInput, match="regels om te tellen"):
        read(file)
    assert read(small_file().replace(b"budget;100", b"budget;100\nrule;greedy")).counted.voters == 3


def test_our_own_vote_from_code_to_award(voting: Voting, cast: Cast, cycle: Cycle) -> None:
    for code, picks in zip(voting.codes, [("1", "3"), ("1",), ("2",)], strict=True):
        voting.cast(code, *picks)
    call = actions.close_call(voting.call, by=cast.organiser)
    call = count(voting, call)
    assert [row.node.title for row in queries.result(call).funded] == ["Bankje", "Feest"]
    call = actions.decide_call(call, by=cast.board, body="Dagelijks bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.get(key="1")
    award = actions.give_award(
        cycle, by=cast.finance, option=option, party=cast.parties["initiative"], cents=60_00, reason="Meeste stemmen."
    )
    assert {b.account.name: b.cents for b in balances(cycle.place_id)} == {
        "Stadsdeel": -100_00, f"Buurtbudget ({call.code})": 40_00, "Partij Carla": 60_00,
    }  # fmt: skip
    assert Edge.objects.filter(source=option.node, target=award.node, relation="won").exists()
    assert total_is_zero()


def test_an_option_gets_money_once(real_vote: Call, cast: Cast, past: Cycle) -> None:
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.get(key="38593")
    give: dict[str, Any] = {"option": option, "to": "De makers", "cents": 15_000_00, "reason": "Gekozen."}
    actions.give_award(past, by=cast.finance, **give)
    with pytest.raises(AlreadyDone):
        actions.give_award(past, by=cast.finance, **give)


def test_a_plan_never_gets_more_than_it_costs(real_vote: Call, cast: Cast, past: Cycle) -> None:
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.get(key="38593")
    with pytest.raises(BadInput, match="meer geld dan het plan kost"):
        actions.give_award(past, by=cast.finance, option=option, to="Makers", cents=option.cents + 1, reason="Ja.")
    actions.give_award(past, by=cast.finance, option=option, to="Makers", cents=option.cents, reason="Ja.")


def test_a_plan_that_was_not_chosen_gets_no_money(real_vote: Call, cast: Cast, past: Cycle) -> None:
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    with pytest.raises(BadInput):
        actions.give_award(
            past, by=cast.finance, option=CallOption.objects.get(key="38602"), to="x", cents=1, reason="Toch."
        )


def test_who_has_an_interest_does_not_award(real_vote: Call, cast: Cast, past: Cycle) -> None:
    from dataclasses import replace

    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.get(key="38593")
    with pytest.raises(NotAllowed, match="belang"):
        actions.give_award(
            past,
            by=replace(cast.finance, conflicts=frozenset({option.code})),
            option=option,
            to="x",
            cents=1,
            reason="r",
        )


def test_money_taken_back_leaves_both_bookings(real_vote: Call, cast: Cast, past: Cycle) -> None:
    actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    option = CallOption.objects.get(key="38593")
    award = actions.give_award(past, by=cast.finance, option=option, to="De makers", cents=15_000_00, reason="Gekozen.")
    actions.withdraw_award(award, by=cast.finance, reason="De makers stoppen.")
    page = queries.award_page(past, Actor(), award.code)
    assert [sum(p.cents for p in t.postings.all()) for t in page.transactions] == [0, 0]
    assert queries.money(past) == 0


def test_counting_too_early_or_twice_is_refused(voting: Voting, cast: Cast) -> None:
    with pytest.raises(WrongState):
        actions.count_call(voting.call, by=cast.organiser)
    call = actions.close_call(voting.call, by=cast.organiser)
    with pytest.raises(BadInput, match="sleutelhouders"):
        actions.count_call(call, by=cast.organiser)
    call = count(voting, call)
    with pytest.raises(WrongState):
        count(voting, call)


def test_only_who_may_opens_and_decides(cycle: Cycle, cast: Cast) -> None:
    call = draft_vote(cycle, cast.organiser)
    with pytest.raises(NotAllowed):
        actions.open_call(call, by=cast.resident)
    with pytest.raises(NotAllowed):
        actions.decide_call(call, by=cast.organiser, body="x", reason="y")


def test_a_draft_is_nowhere_public_and_an_open_call_is(cycle: Cycle, cast: Cast) -> None:
    call = draft_vote(cycle, cast.organiser)
    assert not queries.calls(cycle, Actor()).exists() and not Node.objects.filter(kind="option", public=True).exists()
    give_parts(call, cast)
    actions.open_call(call, by=cast.organiser)
    assert queries.calls(cycle, Actor()).exists() and Node.objects.filter(kind="option", public=True).count() == 3


def test_a_stopped_vote_destroys_its_envelopes_unread(voting: Voting, cast: Cast) -> None:
    voting.cast(voting.codes[0], "2")
    call = actions.stop_call(voting.call, by=cast.organiser, reason="De regels klopten niet.")
    assert call.state == "stopped" and not Envelope.objects.exists()


def test_a_round_follows_from_a_talk_and_a_plan_from_a_proposal(cycle: Cycle, cast: Cast) -> None:
    with acting():
        talk = new_node("assessment", "Gesprek", cycle=cycle, public=True)
        proposal = new_node("proposal", "Bankje", cycle=cycle, public=True)
    call = draft_vote(cycle, cast.organiser, opened_by=talk.code)
    option = actions.add_option(call, by=cast.organiser, title="Bankje", cents=1_00, proposal=proposal.code.lower())
    assert {(e.source, e.target, e.relation) for e in Edge.objects.exclude(relation="offers")} == {
        (talk, call.node, "opened"), (proposal, option.node, "voted_on_as"),
    }  # fmt: skip


def test_the_key_is_in_no_table(voting: Voting) -> None:
    dump = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            dump.append(repr(cursor.fetchall()))
    everything = "".join(dump)
    assert len(voting.parts) == 3 and not any(part in everything for part in voting.parts.values())
    assert not any(code.replace(" ", "") in everything for code in voting.codes)


def test_the_rules_are_told_in_sentences(voting: Voting) -> None:
    told = " ".join(s for clause in queries.rulebook(voting.call) for s in clause.sentences)
    assert "Bij ‘Groen’ kiest u samen tot €\xa060." in told
    assert "Het dagelijks bestuur besluit." in told


def test_the_table_of_the_result_is_safe_in_a_spreadsheet(past: Cycle, cast: Cast) -> None:
    file = small_file().replace(b"Bankje", b"=HYPERLINK(1)")
    call = actions.import_vote(past, by=cast.organiser, vote=read(file), **IMPORT)
    call = counted(actions.count_call(call, by=cast.organiser))
    assert "'=HYPERLINK(1)" in queries.csv_text(call)


@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_file_is_read(
    past: Cycle, cast: Cast, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading and checking happens before the transaction: there is no lock that another act would wait for."""
    held: list[bool] = []
    whole = pabulib.read

    def reading(source: str | bytes) -> Election:
        held.append(connection.in_atomic_block)
        draft_vote(past, cast.organiser, title="Intussen")
        return whole(source)

    monkeypatch.setattr(pabulib, "read", reading)
    url = reverse("commissioning:import_vote", args=[past.place.slug, past.slug])
    facts = {"title": "Proef", "body": "Bestuur", "source": "Pabulib", "file": SimpleUploadedFile("a.pb", small_file())}
    assert client_as("organiser").post(url, facts).status_code == 302
    assert held == [False] and set(Call.objects.values_list("node__title", flat=True)) == {"Intussen", "Proef"}


def test_a_row_without_a_name_gets_a_sentence(past: Cycle, client_as: Any) -> None:
    file = SimpleUploadedFile("a.pb", small_file().replace(b"PROJECTS", b";iets\nPROJECTS"))
    url = reverse("commissioning:import_vote", args=[past.place.slug, past.slug])
    page = client_as("organiser").post(url, {"title": "Proef", "body": "Bestuur", "source": "x", "file": file})
    assert page.status_code == 200 and not Call.objects.exists()
    assert "In regel 7 staat bij META een waarde zonder naam ervoor." in page.content.decode()


def test_what_cannot_be_written_again_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(election: Election) -> str:
        raise AllocationError("cannot_write", value="x")

    monkeypatch.setattr(pabulib, "write", refuse)
    with pytest.raises(BadInput, match=r"past niet in een \.pb-bestand.*Er is niets ingelezen"):
        read(small_file())


def test_while_a_vote_is_written_nothing_is_read_or_worked_out(
    past: Cycle, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = read(small_file(300))
    for name in ("read", "write"):
        monkeypatch.setattr(pabulib, name, lambda *given: pytest.fail("inside the transaction"))
    call = actions.import_vote(past, by=cast.organiser, vote=file, **IMPORT)
    monkeypatch.undo()
    assert call.box
    written = pabulib.write(boxes.count_input(call.box))
    assert call.box.input_hash == hashlib.sha256(written.encode()).hexdigest()


def test_plans_come_out_with_their_round(cycle: Cycle, cast: Cast) -> None:
    call = draft_vote(cycle, cast.organiser)
    options = Node.objects.filter(kind="option", comes_from__source=call.node, comes_from__relation="offers")
    assert options.count() == 3 and not options.filter(public=True).exists()
    give_parts(call, cast)
    actions.open_call(call, by=cast.organiser)
    assert options.filter(public=True).count() == 3


@pytest.mark.parametrize(("cents", "fits"), [(0, False), (1, True), (100_00, True), (100_01, False)])
def test_a_plan_costs_something_and_fits_in_the_pot(cycle: Cycle, cast: Cast, cents: int, fits: bool) -> None:
    call = draft_vote(cycle, cast.organiser)
    with nullcontext() if fits else pytest.raises(BadInput, match="bedrag"):
        actions.add_option(call, by=cast.organiser, title="Nog een", cents=cents)
    assert call.options.filter(cents=cents).exists() == fits


def test_a_vote_of_elsewhere_comes_whole_and_is_real(cycle: Cycle, cast: Cast) -> None:
    call = actions.import_vote(cycle, by=cast.organiser, vote=read(small_file()), **IMPORT)
    assert not Node.objects.filter(kind__in=("call", "option"), example=True).exists()
    assert call.node.leads_to.filter(relation="offers", target__public=True).count() == 3
    written = json.loads(Entry.objects.get(verb="commissioning.call.import_vote").canonical)["facts"]
    assert written["to"] == "closed" and not written.get("from")


def test_only_a_vote_has_key_holders(cycle: Cycle, cast: Cast) -> None:
    call = draft_vote(cycle, cast.organiser, route="consent")
    with pytest.raises(BadInput, match="niet gestemd"):
        give_parts(call, cast)
