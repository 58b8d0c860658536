"""A stall that finds its connection again sends everything at once, from two windows: each story is kept once."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from samenspel.instruments.stories import actions
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_three_drafts_sent_by_two_windows_at_once(cycle: Cycle, cast: Cast) -> None:
    def send(draft: int) -> str:
        for _attempt in range(2000):
            try:
                return actions.tell_story.run(f"draft-{draft}", None, cycle, by=cast.professional, words="Fijn.").code
            except AlreadyDone as already:
                return already.code
            except OperationalError:
                time.sleep(0.005)
            finally:
                connections.close_all()
        return "never"

    with ThreadPoolExecutor(6) as pool:
        codes = list(pool.map(send, [0, 1, 2] * 4))
    assert Story.objects.count() == 3 and set(codes) == {story.code for story in Story.objects.select_related("node")}
