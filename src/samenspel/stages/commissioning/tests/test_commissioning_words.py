"""What the room says: one of something, a silence that lasts, and where a plan on the paper came from."""

from datetime import timedelta

import pytest
from django.test import Client

from samenspel.instruments.ballots import actions as ballots
from samenspel.kernel.action import NotAllowed
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.clock import at_moment, now
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.lineage.models import Edge, Node
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.commissioning import actions, queries
from samenspel.stages.commissioning.models import Call, CallOption
from samenspel.stages.commissioning.tests.conftest import Voting, count, draft_vote, open_vote
from samenspel_methods.allocation import RuleSet

SOON, STILL = "Daarna staat het hier.", "Bij deze plannen is nog geen volgende stap opgeschreven."


@pytest.fixture
def decided(voting: Voting, cast: Cast) -> Call:
    """Two plans won; the tree got no money and nobody said yet what can be done."""
    for code, pick in zip(voting.codes, ("1", "1", "3"), strict=True):
        voting.cast(code, pick)
    call = actions.close_call(voting.call, by=cast.organiser)
    call = count(voting, call)
    return actions.decide_call(call, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")


def page(client: Client, call: Call) -> str:
    return client.get(call.address("result")).content.decode()


def test_a_silence_that_lasts_is_no_promise_any_more(decided: Call, client: Client) -> None:
    assert SOON in page(client, decided) and STILL not in page(client, decided)
    with at_moment(now() + timedelta(days=31)):
        assert STILL in page(client, decided) and SOON not in page(client, decided)


def test_what_holds_for_all_losers_is_said_once(real_vote: Call, cast: Cast, client: Client) -> None:
    with at_moment(now() - timedelta(days=31)):
        call = actions.decide_call(real_vote, by=cast.board, body="Bestuur", reason="Wij volgen de uitslag.")
    said, losers = page(client, call), queries.result(call).others
    assert said.count(STILL) == 1 and "Wat kan wel<" not in said and "hoort een volgende stap" not in said
    assert said.count("Deze plannen kosten meer.") == 1 and "Dat was genoeg" not in said
    assert said.count(">Nodig: ") == len(losers) > 10 and "te weinig" not in said
    one = CallOption.objects.get(node=losers[0].node)
    actions.suggest_next_step(one, by=cast.professional, next_step="Doe mee.")
    said = page(client, call)
    assert STILL not in said and said.count("Staat er bij een plan geen volgende stap?") == 1 and "Doe mee." in said


def test_only_an_invented_next_step_is_marked(decided: Call, cast: Cast, client: Client) -> None:
    option = CallOption.objects.get(key="2")
    actions.suggest_next_step(option, by=cast.professional, next_step="Vraag een geveltuin aan.")
    assert "geveltuin" in page(client, decided) and ">voorbeeld<" not in page(client, decided)
    with acting():
        Place.objects.update(demo=True)
    for url in (decided.address("result"), option.get_absolute_url()):
        assert client.get(url).content.decode().count(">voorbeeld<") == 1


def test_an_invented_plan_marks_its_next_step(decided: Call, cast: Cast, client: Client) -> None:
    option = CallOption.objects.get(key="2")
    actions.suggest_next_step(option, by=cast.professional, next_step="Vraag een geveltuin aan.")
    with acting():
        Node.objects.filter(pk=option.node_id).update(example=True)
    assert page(client, decided).count(">voorbeeld<") == 1


@pytest.mark.parametrize(("n", "words"), [(1, "1 plan."), (2, "2 plannen.")])
def test_rules_count_in_good_dutch(cycle: Cycle, cast: Cast, n: int, words: str) -> None:
    call = draft_vote(cycle, cast.organiser, rule_set=RuleSet("Proef", min_picks=n, max_picks=n))
    said = [sentence for clause in queries.rulebook(call) for sentence in clause.sentences]
    assert {f"Kies minstens {words}", f"Kies hoogstens {words}"} <= set(said)


def test_ballots_and_codes_are_counted_in_good_dutch(voting: Voting, cycle: Cycle, cast: Cast, client: Client) -> None:
    voting.cast(voting.codes[0], "1")
    said = client.get(voting.call.get_absolute_url()).content.decode()
    assert "Er is nu 1 stembiljet binnen. Er zijn 3 codes uitgegeven." in said
    other = open_vote(cycle, cast, title="Ander")
    assert other.box
    ballots.issue_codes(other.box, by=cast.organiser, count=1, reason="brieven")
    said = client.get(other.get_absolute_url()).content.decode()
    assert "Er zijn nu 0 stembiljetten binnen. Er is 1 code uitgegeven." in said


def test_a_plan_on_the_paper_is_tied_to_its_proposal(voting: Voting, cycle: Cycle, cast: Cast) -> None:
    with acting():
        proposal = new_node("proposal", "Bankje", cycle=cycle, public=True)
    option = CallOption.objects.get(key="1")
    actions.take_proposal(option, by=cast.professional, proposal=proposal.code.lower(), reason="Zelfde plan.")
    edge = Edge.objects.get(relation="voted_on_as")
    assert (edge.source, edge.target) == (proposal, option.node)
    entry = Entry.objects.get(verb="commissioning.option.take_proposal", subject=option.code)
    assert entry.texts.get(field="reason").body == "Zelfde plan."


def test_a_resident_ties_no_plan_to_a_proposal(voting: Voting, cycle: Cycle, cast: Cast) -> None:
    with acting():
        proposal = new_node("proposal", "Bankje", cycle=cycle, public=True)
    with pytest.raises(NotAllowed):
        actions.take_proposal(
            CallOption.objects.get(key="1"), by=cast.resident, proposal=proposal.code, reason="Zelfde plan."
        )
    assert not Edge.objects.filter(relation="voted_on_as").exists()
