"""The inner envelope: a ballot padded to one length, that any two of three keys open together."""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from samenspel.contracts.actor import Channel

BLOCK, HEAD, KEY, TAG = 64, 4, 32, 16
LOCK = KEY + KEY + TAG  # a public key that is used once, and a content key
PAIRS = ((1, 2), (1, 3), (2, 3))
ONCE = b"\0" * 12  # every envelope has a key of its own, so its counter may start at zero


@dataclass(frozen=True, slots=True)
class Vote:
    """What is in an envelope. The nonce makes receipts say nothing about choices."""

    picks: tuple[str, ...]
    channel: str
    nonce: str

    @property
    def receipt(self) -> str:
        """The digest that stands on the receipt and in the list after the count."""
        return sha256(f"{self.nonce}\n{','.join(self.picks)}".encode()).hexdigest()


class DoesNotOpen(ValueError):
    """An envelope that was not made for this key and this entitlement."""


def new_vote(picks: Sequence[str], channel: Channel) -> Vote:
    """A ballot ready for its envelope."""
    return Vote(tuple(sorted(picks)), channel.value, secrets.token_hex(16))


def _text(vote: Vote) -> bytes:
    return json.dumps([list(vote.picks), vote.channel, vote.nonce], separators=(",", ":")).encode()


def padded_size(keys: Iterable[str]) -> int:
    """The length of every ballot of a box: that of the longest one possible, rounded up."""
    longest = Vote(tuple(keys), max((c.value for c in Channel), key=len), "0" * 32)
    return -(-(HEAD + len(_text(longest))) // BLOCK) * BLOCK


def new_key() -> tuple[str, bytes]:
    """A fresh pair: the public key as text, the private key as bytes to be shown once and forgotten."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw().hex(), private.private_bytes_raw()


def public_of(private: bytes) -> str:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def _cipher(shared: bytes, ephemeral: bytes, public: bytes) -> ChaCha20Poly1305:
    key = HKDF(algorithm=SHA256(), length=KEY, salt=ephemeral + public, info=b"samenspel ballot 2").derive(shared)
    return ChaCha20Poly1305(key)


def _opening(privates: Sequence[bytes], ephemeral: bytes) -> ChaCha20Poly1305:
    keys = [X25519PrivateKey.from_private_bytes(private) for private in privates]
    shared = b"".join(key.exchange(X25519PublicKey.from_public_bytes(ephemeral)) for key in keys)
    return _cipher(shared, ephemeral, b"".join(key.public_key().public_bytes_raw() for key in keys))


class OnceKey:
    """A pair of keys for one envelope. It meets the key of each holder once, however many locks it closes."""

    def __init__(self) -> None:
        private = X25519PrivateKey.generate()
        self.public = private.public_key().public_bytes_raw()
        self.meet = cache(lambda public: private.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(public))))


def lock(secret: bytes, publics: Sequence[str], bound_to: str, own: OnceKey | None = None) -> bytes:
    """A short secret that only the holders of these keys together can read: their keys are mixed into its key."""
    own = own or OnceKey()
    cipher = _cipher(b"".join(map(own.meet, publics)), own.public, bytes.fromhex("".join(publics)))
    return own.public + cipher.encrypt(ONCE, secret, bound_to.encode())


def unlock(sealed: bytes, privates: Sequence[bytes], bound_to: str) -> bytes:
    """What was locked for these keys."""
    try:
        return _opening(privates, sealed[:KEY]).decrypt(ONCE, sealed[KEY:], bound_to.encode())
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen() from error


def seal(vote: Vote, publics: Sequence[str], size: int, bound_to: str) -> bytes:
    """The closed envelope: any two of the three keys open it. `bound_to` names box and entitlement: an envelope
    moved elsewhere does not open."""
    text, content = _text(vote), secrets.token_bytes(KEY)
    body = (len(text).to_bytes(HEAD, "big") + text).ljust(size, b"\0")
    own = OnceKey()
    locks = b"".join(lock(content, [publics[one - 1], publics[two - 1]], bound_to, own) for one, two in PAIRS)
    return locks + ChaCha20Poly1305(content).encrypt(ONCE, body, bound_to.encode())


def unseal(sealed: bytes, keys: Mapping[int, bytes], bound_to: str) -> Vote:
    """The ballot in an envelope, with two of the keys by their number."""
    pair = sorted(keys)[:2]
    start = PAIRS.index((pair[0], pair[1])) * LOCK
    content = unlock(sealed[start : start + LOCK], [keys[number] for number in pair], bound_to)
    try:
        plain = ChaCha20Poly1305(content).decrypt(ONCE, sealed[len(PAIRS) * LOCK :], bound_to.encode())
        picks, channel, nonce = json.loads(plain[HEAD : HEAD + int.from_bytes(plain[:HEAD], "big")])
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen() from error
    return Vote(tuple(picks), channel, nonce)
