"""Background work of stories; the worker starts it once a day."""

from __future__ import annotations

from django_tasks import task

from samenspel.instruments.stories import actions, queries
from samenspel.kernel.daily.jobs import SITE, daily


@task()
def expire_told() -> int:
    """Wipe the stories whose tellers agreed until a day that is past. Returns how many."""
    past = queries.expired_stories()
    for story in past:
        actions.expire_story(story, by=SITE)
    return len(past)


daily("stories.expire_told", expire_told)
