"""Background work: sending mail, and forgetting addresses that nobody confirmed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from samenspel.kernel.daily.jobs import SITE, daily, whenever
from samenspel.kernel.news import actions, mail, queries, sending
from samenspel.kernel.news.links import DAYS


@task()
def send_news() -> int:
    """Tell everybody whose time it is."""
    return sending.send_all()


@task()
def send_link(follow: int) -> bool:
    """Mail the link with which somebody confirms that they want to follow; 0 is nobody, and takes as long to ask."""
    found = queries.follow_by_pk(follow)
    if found is None or found.confirmed_at is not None or not found.reader.email:
        return False
    with mail.in_words_of(found.reader):
        mail.confirm_mail(found, found.reader.email).send()
    return True


@task()
def forget_unconfirmed() -> int:
    """Delete addresses that were not confirmed within a week."""
    return actions.forget(timezone.now() - timedelta(days=DAYS), by=SITE)


whenever("news.send", sending.something_due, send_news)
daily("news.forget_unconfirmed", forget_unconfirmed)
