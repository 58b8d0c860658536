"""How a code of a letter, and the code of a half-filled survey, are known; with keys of their own."""

import hashlib
import hmac
import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from django.conf import settings

from samenspel.contracts.letter_codes import keyed, plain

NONCE = 12  # bytes


def _key(purpose: str) -> bytes:
    """One key for each purpose, from the secret of the site: a digest of a survey is worth nothing elsewhere."""
    secret = settings.SAMENSPEL_CODE_KEY.encode()
    return hmac.new(secret, f"samenspel.surveys.{purpose}".encode(), hashlib.sha256).digest()


def digest_of(survey: int, typed: str) -> str:
    """Under which digest the code of a letter is known."""
    return keyed(_key("letter"), survey, typed)


def kept_digest(survey: int, typed: str) -> str:
    """Under which digest a half-filled survey is known."""
    return keyed(_key("kept"), survey, typed)


def _lock(survey: int, typed: str) -> ChaCha20Poly1305:
    """Both the secret of the site and the code on paper are needed to read it."""
    return ChaCha20Poly1305(hmac.new(_key("seal"), f"{survey}:{plain(typed)}".encode(), hashlib.sha256).digest())


def seal(survey: int, typed: str, facts: dict[str, Any]) -> bytes:
    """Half-filled answers, behind the code that somebody wrote down."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _lock(survey, typed).encrypt(nonce, json.dumps(facts).encode(), None)


def unseal(survey: int, typed: str, sealed: bytes) -> dict[str, Any] | None:
    """The answers again; nothing when the code is another one."""
    try:
        text = _lock(survey, typed).decrypt(sealed[:NONCE], sealed[NONCE:], None)
    except (InvalidTag, ValueError):
        return None
    facts: dict[str, Any] = json.loads(text)
    return facts
