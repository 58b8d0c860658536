"""Proving that a new address is yours: a code by mail, a few tries, fifteen minutes."""

from __future__ import annotations

import secrets
import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from samenspel.kernel.action import Refused

KEY = "new_email"
MINUTES, TRIES, PER_HOUR = 15, 4, 5


def ask(session: Any, account: int, email: str) -> None:
    """Mail a code to the new address and remember which one."""
    counter = f"new-email-{account}"
    cache.add(counter, 0, 3600)
    if cache.incr(counter) > PER_HOUR:
        raise Refused(_("U vroeg vaak om een code. Wacht een uur en probeer het dan weer."))
    code = "".join(secrets.choice("0123456789") for _digit in range(6))
    session[KEY] = {
        "email": email.strip().lower(),
        "code": code,
        "ends": time.time() + MINUTES * 60,
        "tries": 0,
    }
    text = render_to_string("people/mail/new_email.txt", {"code": code, "minutes": MINUTES})
    send_mail(_("Uw code voor het nieuwe adres"), text, settings.DEFAULT_FROM_EMAIL, [email])


def answer(session: Any, code: str) -> str | None:
    """The proven address, or nothing when the code is wrong, late or tried too often."""
    asked = session.get(KEY)
    if not asked or asked["tries"] >= TRIES or asked["ends"] < time.time():
        session.pop(KEY, None)
        return None
    if not constant_time_compare(asked["code"], code.replace(" ", "")):
        session[KEY] = {**asked, "tries": asked["tries"] + 1}
        return None
    return str(session.pop(KEY)["email"])


def tell_old_address(old: str) -> None:
    """Somebody who did not ask for this still reads mail at the old address."""
    text = render_to_string("people/mail/email_changed.txt")
    send_mail(_("Uw e-mailadres is veranderd"), text, settings.DEFAULT_FROM_EMAIL, [old])
