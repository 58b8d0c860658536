"""Many workers at once, and one mail."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.journal.writing import append
from samenspel.kernel.lineage.actions import new_node
from samenspel.kernel.news import actions, sending
from samenspel.kernel.news.models import Follow
from samenspel.kernel.news.queries import Target
from samenspel.kernel.news.rules import bearer
from samenspel.kernel.news.tasks import send_link
from samenspel.kernel.tests.cast import Cast
from tests.security.crowd import MANY, crowd_for


@pytest.mark.django_db(transaction=True)
def test_many_workers_send_one_mail(cycle: Cycle, cast: Cast, tmp_path: Path) -> None:
    with acting():
        node = new_node("proposal", "Meer bankjes", cycle=cycle, public=True)
    actions.ask(cycle.place, by=cast.resident, email="sara@example.org", language="nl", send=send_link,
                target=Target(cycle.place, "", "", node=node))  # fmt: skip
    reader = Follow.objects.get().reader
    actions.confirm(Follow.objects.get(), by=bearer(reader))
    actions.set_rhythm(reader, by=bearer(reader), rhythm="direct")
    with transaction.atomic(), acting():
        append(cycle.place_id, "proposals.proposal.answer", node.code, cast.official, {}, {}, timezone.now())
    crowd = crowd_for(tmp_path)
    assert crowd.ask(Follow.objects.count) == 1  # and the file is opened once before all come
    start = Barrier(MANY)

    def work() -> int:
        start.wait(timeout=20)
        return sending.send_all()

    assert sum(crowd.run([work] * MANY)) == 1
    assert [message.to for message in mail.outbox] == [["sara@example.org"]]
