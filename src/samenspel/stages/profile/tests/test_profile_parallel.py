"""One person says what they think of a figure, eight times at the same moment: it is counted once."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connections

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import AlreadyDone
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile import actions, queries
from samenspel.stages.profile.models import Indicator, ThemeView
from samenspel.stages.profile.tests.conftest import Indische

pytestmark = pytest.mark.django_db(transaction=True)


def say(cycle: Cycle, indicator: Indicator, by: Actor) -> str:
    """Tests keep SQLite in memory, which says "locked" at once where a file would wait its turn."""
    for _attempt in range(2000):
        try:
            return actions.compare_theme(cycle, by=by, indicator=indicator, verdict="agree").verdict
        except AlreadyDone:
            return "already"
        except OperationalError:
            time.sleep(0.005)
        finally:
            connections.close_all()
    return "never"


def test_one_person_counts_once(figured: Indische, cast: Cast) -> None:
    indicator = queries.indicator_by_key("lonely")
    assert indicator
    with ThreadPoolExecutor(8) as pool:
        outcomes = set(pool.map(lambda _n: say(figured.cycle, indicator, cast.resident), range(8)))
    assert outcomes <= {"agree", "already"} and ThemeView.objects.count() == 1
