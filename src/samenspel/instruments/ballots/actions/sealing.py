"""The inner envelope: a ballot padded to one length and encrypted to the key of its box."""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from samenspel.contracts.actor import Channel

BLOCK, HEAD, KEY, TAG = 64, 4, 32, 16
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
    """A fresh pair: the public key as text, the private key as bytes to be split and forgotten."""
    private = X25519PrivateKey.generate()
    return private.public_key().public_bytes_raw().hex(), private.private_bytes_raw()


def public_of(private: bytes) -> str:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def _cipher(shared: bytes, ephemeral: bytes, public: bytes) -> ChaCha20Poly1305:
    key = HKDF(algorithm=SHA256(), length=KEY, salt=ephemeral + public, info=b"samenspel ballot 1").derive(shared)
    return ChaCha20Poly1305(key)


def seal(vote: Vote, public_key: str, size: int, bound_to: str) -> bytes:
    """The closed envelope. `bound_to` names box and entitlement: an envelope moved elsewhere does not open."""
    text = _text(vote)
    body = len(text).to_bytes(HEAD, "big") + text
    public = bytes.fromhex(public_key)
    own = X25519PrivateKey.generate()
    ephemeral = own.public_key().public_bytes_raw()
    cipher = _cipher(own.exchange(X25519PublicKey.from_public_bytes(public)), ephemeral, public)
    return ephemeral + cipher.encrypt(ONCE, body.ljust(size, b"\0"), bound_to.encode())


def unseal(sealed: bytes, private: bytes, bound_to: str) -> Vote:
    """The ballot in an envelope."""
    key = X25519PrivateKey.from_private_bytes(private)
    ephemeral, body = sealed[:KEY], sealed[KEY:]
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(ephemeral))
        cipher = _cipher(shared, ephemeral, key.public_key().public_bytes_raw())
        plain = cipher.decrypt(ONCE, body, bound_to.encode())
        picks, channel, nonce = json.loads(plain[HEAD : HEAD + int.from_bytes(plain[:HEAD], "big")])
    except (InvalidTag, ValueError) as error:
        raise DoesNotOpen() from error
    return Vote(tuple(picks), channel, nonce)
