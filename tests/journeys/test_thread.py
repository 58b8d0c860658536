"""The red thread, walked once from a story to the story of the next round, through the pages that users have."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from django.db.models import Sum

from samenspel.kernel.cycle.models import Body, Cycle
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.handover.queries import broken_editions
from samenspel.kernel.journal.queries import faults
from samenspel.kernel.money.models import Transaction
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF, Cast
from tests.journeys import choosing, closing, doing, planning, telling
from tests.journeys.walker import Walker
from tests.journeys.world import World

STEPS: tuple[Callable[[World], None], ...] = (
    telling.count, telling.tell, telling.hear,
    choosing.prioritise, choosing.adopt, choosing.propose, choosing.answer,
    planning.plan, planning.pay, planning.agree_what_is_good, planning.assess,
    doing.agree_together, doing.vote, doing.award, doing.promise,
    closing.look_back, closing.close, closing.begin_again,
)  # fmt: skip

# The kinds on the thread, in the order of the rooms; the last story belongs to the next round.
THREAD = (
    "story", "contribution", "priority", "proposal", "plan_line", "budget_line", "quality", "task", "assessment",
    "joint_plan", "option", "award", "commitment", "outcome", "lesson", "next_story",
)  # fmt: skip


@pytest.fixture
def world(cycle: Cycle, cast: Cast, body: Body) -> World:
    """The running round of a ward with real codes, and ten people."""
    places.record_codes(cycle.place, by=STAFF, codes=[("WK036332", 2020), ("WK0363MG", 2024)])
    return World(cast, cycle)


def test_the_red_thread_from_a_story_to_the_next_round(world: World) -> None:
    for step in STEPS:
        step(world)
    whole = [world.codes[name] for name in THREAD]
    first = codes_on(world("visitor", f"/d/{world.codes['story']}/"))
    assert [code for code in first if code in whole] == whole, "everything that came of the first story, in order"
    last = codes_on(world("visitor", f"/d/{world.codes['next_story']}/"))
    upward = [whole[-1], *whole[:-1]]
    assert [code for code in last if code in whole] == upward, "the last one itself first, then all that led to it"
    every_proof_holds(world)
    every_edition_can_be_checked(world)


def codes_on(page: Walker) -> list[str]:
    """The codes of the steps of a thread page, from top to bottom."""
    return [code.text for steps in page.page.with_class("thread-list") for code in steps.with_class("code")]


def every_proof_holds(world: World) -> None:
    """The journal and the books are whole, and the openness pages are there."""
    place = world.cycle.place
    assert list(faults(place.pk)) == []
    assert broken_editions(Edition.objects.all()) == []
    sums = Transaction.objects.annotate(left=Sum("postings__cents")).values_list("left", flat=True)
    assert sums and set(sums) == {0}
    for page in ("wie-mag-wat/", "logboek/", "geld/", "beloften/", "regels-in-de-weg/", "zoeken/?q=tuin", ""):
        world("visitor", f"/{place.slug}/{page}")


def every_edition_can_be_checked(world: World) -> None:
    """Eleven rooms published; a stranger recomputes each hash from what can be fetched."""
    page = world("visitor", f"/{world.cycle.place.slug}/2026/uitgaven/")
    links = [a.attrs["href"] for a in page.page.all("a") if a.text.startswith("Uitgave ")]
    assert len(links) == 11
    for link in links:
        page.go(link).click("De inhoud als json")
        said = hashlib.sha256(page.answer.content).hexdigest()
        assert page.go(link).has(said)
