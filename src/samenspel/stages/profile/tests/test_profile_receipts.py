"""The receipt keeps its promise: the code is known at once, the word takes a story back, and neither tells others."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import actions as offers
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.queries import take_back_word
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.lineage.models import Node
from samenspel.kernel.tests.cast import Cast

HOME = "/testbuurt/2026/profiel/"
ABSENT = "Dit staat nu niet op de site"
As = Callable[[str], Client]


def tell(cycle: Cycle, by: Actor | None = None, may_show: bool = True) -> Story:
    return stories.tell_story(cycle, by=by or Actor(), words="Geheim plan.", theme="income", may_show=may_show)


def back(story: Story) -> str:
    return f"{HOME}verhaal/{story.code}/intrekken/"


@pytest.mark.parametrize("may_show", [True, False])
def test_taking_back_before_anybody_read_it(cycle: Cycle, client: Client, may_show: bool) -> None:
    story = tell(cycle, may_show=may_show)
    page = client.get(back(story)).content.decode()
    assert story.title not in page and "(mag leeg blijven)" not in page
    assert "error-summary" in client.post(back(story), {"word": ""}).content.decode()
    assert client.post(back(story), {"word": take_back_word(story.code)}).status_code == 302
    story.words.refresh_from_db()
    assert story.words.erased


def test_the_page_of_a_withdrawn_story_tells_no_old_news(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = stories.show_story(tell(cycle, cast.resident), by=cast.professional)
    assert "bij de andere verhalen" in client.get(story.get_absolute_url()).content.decode()
    stories.withdraw_story(story, by=cast.resident)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "Er is niets uit voortgekomen" in page and "bij de andere verhalen" not in page


def test_a_wrong_word_and_an_unknown_code_get_the_same_answer(cycle: Cycle, client: Client) -> None:
    answers = []
    for code in (tell(cycle).code, "VH-XXXX"):
        answer = client.post(f"{HOME}verhaal/{code}/intrekken/", {"word": "AAAA-AAAA", "once": "x"})
        bare = re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", answer.content.decode())
        answers.append((answer.status_code, bare.replace(code, "")))
    assert answers[0] == answers[1] and "hoort niet bij dit verhaal" in answers[0][1]


def test_owner_and_desk_take_back_without_a_word(cycle: Cycle, cast: Cast, client_as: As) -> None:
    own, other = tell(cycle, cast.resident), tell(cycle)
    assert client_as("resident").post(back(own)).status_code == 302
    assert "hoort niet bij dit verhaal" in client_as("resident").post(back(other)).content.decode()
    helped = {"channel": "desk", "on_behalf_of": "een bewoner"}
    assert client_as("professional").post(back(other), helped).status_code == 302


def test_a_code_is_known_before_the_thing_is_public(cycle: Cycle, client: Client) -> None:
    offer = offers.offer_asset(cycle, by=Actor(), title="Geheime ladder", offers="Alleen voor u")
    for path in (f"/d/{offer.code}/", f"/d/{offer.code.lower()}/", f"/d/?code={offer.node.words}"):
        page = client.get(path).content.decode()
        assert ABSENT in page and "Dit is binnen sinds" in page and "kennen wij niet" not in page
        assert "Geheime ladder" not in page and "Alleen voor u" not in page


def test_withdrawn_and_hidden_things_tell_nothing(cycle: Cycle, cast: Cast, client: Client) -> None:
    taken, hidden = (stories.show_story(tell(cycle, cast.resident), by=cast.professional) for _i in range(2))
    stories.withdraw_story(taken, by=cast.resident)
    stories.hide_story(hidden, by=cast.professional, reason="Noemt iemand.")
    for story in (taken, hidden):
        page = client.get(f"/d/{story.code}/").content.decode()
        assert ABSENT in page
        assert not any(words in page for words in ("Geheim", story.title, "Noemt iemand", HOME))


def test_only_a_right_code_is_said_to_wait(cycle: Cycle, cast: Cast) -> None:
    story = tell(cycle)
    looked = lineage.look_up(story.code)
    assert looked.waiting == lineage.Waiting(story.node.kind_label, story.node.at) and looked.node is None
    stories.show_story(story, by=cast.professional)
    assert lineage.look_up(story.code).waiting is None and lineage.look_up("VH-XXXX").waiting is None


@pytest.mark.parametrize(
    ("path", "sent"),
    [("verhalen/vertellen/", {"words": "Fijn hier.", "language": "nl"}),
     ("bronnen/aanbieden/", {"title": "Ladder", "kind": "people"})],
)  # fmt: skip
def test_sending_twice_gives_the_same_receipt(
    cycle: Cycle, client: Client, path: str, sent: dict[str, str]
) -> None:
    pages = [client.post(HOME + path, {**sent, "once": "tweemaal"}).content.decode() for _time in range(2)]
    code = Node.objects.get().code
    assert all(code in page and "Er is nog iets niet goed" not in page for page in pages)
