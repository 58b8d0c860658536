"""Who may change what somebody hears: only they themselves, logged in or by the link in their mail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Identity
from samenspel.kernel.action.rules import Rule, anyone, machine, owner
from samenspel.kernel.news.models import Reader

by_link = Rule(
    lambda actor, subject: bool(actor.at) and actor.at == getattr(subject, "mail_link", None),
    _("wie de link uit de e-mail heeft"),
)
may_follow = owner
may_ask = anyone
may_confirm = by_link
may_change = owner | by_link
may_send = machine


def bearer(reader: Reader) -> Actor:
    """Whoever opened the signed link in a mail to this reader; only after the link was checked."""
    return Actor(at=reader.mail_link, identity=Identity.EMAIL)
