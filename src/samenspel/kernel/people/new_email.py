"""Proving that a new address is yours: a code by mail, a few tries, fifteen minutes."""

from __future__ import annotations

import secrets
import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from samenspel.kernel.action import Refused

KEY = "new_email"
MINUTES, TRIES, PER_HOUR = 15, 4, 5


def ask(session: Any, account: int, email: str) -> None:
    """Mail a code to the new address, and remember only what it can be checked with."""
    if _count(f"new-email-{account}", 3600) > PER_HOUR:
        raise Refused(_("U vroeg vaak om een code. Wacht een uur en probeer het dan weer."))
    code = "".join(secrets.choice("0123456789") for _digit in range(6))
    asked = {"email": email.strip().lower(), "salt": secrets.token_hex(8), "ends": time.time() + MINUTES * 60}
    session[KEY] = {**asked, "tries": 0, "check": _check(asked, account, code)}
    text = render_to_string("people/mail/new_email.txt", {"code": code, "minutes": MINUTES})
    send_mail(_("Uw code voor het nieuwe adres"), text, settings.DEFAULT_FROM_EMAIL, [email])


def answer(session: Any, account: int, code: str) -> str | None:
    """The proven address, or nothing when the code is wrong, late, used or tried too often."""
    asked = session.get(KEY)
    if not asked:
        return None
    # Counted beside the session too: tries at the same moment would each read the old number there.
    tries = max(asked["tries"] + 1, _count(f"new-email-{asked['salt']}", MINUTES * 60))
    if tries > TRIES or asked["ends"] < time.time():
        del session[KEY]
        return None
    if not constant_time_compare(asked["check"], _check(asked, account, code.replace(" ", ""))):
        session[KEY] = {**asked, "tries": tries}
        return None
    return str(session.pop(KEY)["email"])


def _check(asked: dict[str, Any], account: int, code: str) -> str:
    """Who reads the session, in a backup or elsewhere, cannot turn this back into the code without our key."""
    words = f"{account} {asked['salt']} {asked['email']} {code}"
    return salted_hmac("samenspel.new_email", words, algorithm="sha256").hexdigest()


def _count(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    return int(cache.incr(key))


def tell_old_address(old: str) -> None:
    """Somebody who did not ask for this still reads mail at the old address."""
    text = render_to_string("people/mail/email_changed.txt")
    send_mail(_("Uw e-mailadres is veranderd"), text, settings.DEFAULT_FROM_EMAIL, [old])
