"""Which second factor somebody showed in this login, and when; the login library remembers it in the session."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from allauth.account import app_settings
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

# Codes on paper, for who lost a telephone, open the account but never a staff session.
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Proof:
    """A passkey or app, shown at a moment in one login."""

    login: str
    factor: int
    at: float

    def is_recent(self) -> bool:
        """Shown within the time after which the login library would ask again."""
        return 0 <= time.time() - self.at < float(app_settings.REAUTHENTICATION_TIMEOUT)


def login_of(session: Any) -> str:
    """A name for this login that cannot be turned back into its cookie; empty for who is not logged in."""
    key = session.session_key or ""
    return salted_hmac("samenspel.staff_session", key, algorithm="sha256").hexdigest() if key else ""


def shown(request: HttpRequest) -> Proof | None:
    """The second factor that was last shown in this login."""
    for record in reversed(get_authentication_records(request, request.user)):
        if record.get("method") == "mfa" and record.get("type") in KINDS:
            return Proof(login_of(request.session), int(record["id"]), float(record["at"]))
    return None
