"""Two editors make a contribution of one story at the same moment: one contribution, no error."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.consultation import actions
from samenspel.stages.consultation.models import Contribution

pytestmark = pytest.mark.django_db(transaction=True)


def make(story: Story, by: Actor) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    for _attempt in range(2000):
        try:
            return actions.contribution_from_story(story, by=by, kind="need").state
        except AlreadyDone:
            return "already"
        except OperationalError:
            time.sleep(0.005)
        finally:
            connections.close_all()
    return "never"


def test_one_story_becomes_one_contribution_eight_times_at_once(cycle: Cycle, cast: Cast) -> None:
    story = stories.tell_story(cycle, by=Actor(), words="Ik zit graag buiten.", may_show=True)
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _n: make(story, cast.professional), range(8)))
    assert sorted(outcomes) == ["already"] * 7 + ["received"] and Contribution.objects.count() == 1
