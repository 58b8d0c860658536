"""Sending, one reader at a time: take them, write and send, then write down that it was sent.

Between sending and writing down a machine can stop. Then the same mail goes again: better twice than never.
"""

from __future__ import annotations

import logging
import smtplib
from time import monotonic

from django.utils import timezone

from samenspel.kernel.action import NotThere
from samenspel.kernel.daily.jobs import SITE
from samenspel.kernel.news import actions, mail, queries
from samenspel.kernel.news.models import Reader

logger = logging.getLogger("samenspel.news")
AT_MOST = 45  # seconds in one go, so that other work gets its turn


def something_due() -> bool:
    """Whether anybody is to be told something now; two queries."""
    at = timezone.now()
    return queries.due(at).exists() or queries.newcomers(at).exists()


def send_all() -> int:
    """Tell everybody whose time it is. Returns how many mails went out."""
    begun, sent = monotonic(), 0
    for person in queries.newcomers(timezone.now()):
        actions.note(person, by=SITE)
    for reader in queries.due(timezone.now())[:500]:
        if monotonic() - begun > AT_MOST:
            break
        sent += send_to(reader)
    return sent


def send_to(reader: Reader) -> bool:
    """Tell one reader what is new. A mail server that refuses never stops the others."""
    try:
        if not actions.claim(reader, by=SITE):
            return False
    except NotThere:  # stopped in the meantime
        return False
    try:
        sent = _send(reader)
    except (OSError, smtplib.SMTPException) as problem:
        # Without the answer of the server: an address may stand in it.
        logger.warning("mail to reader %s failed (%s, try %s)", reader.pk, type(problem).__name__, reader.tries + 1)
        actions.fail(reader, by=SITE)
        return False
    return sent


def _send(reader: Reader) -> bool:
    address = queries.address_of(reader)
    with mail.in_words_of(reader):
        news = queries.news_for(reader, timezone.now())
        if news.any and address:
            mail.news_mail(reader, address, news).send()
    actions.settle(reader, by=SITE, news=news)
    return news.any and bool(address)
