"""Making codes, and reading what a person typed or heard."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import product
from random import Random

from samenspel_methods.lineage.check import check_symbol, is_valid
from samenspel_methods.lineage.errors import CodeError, LineageError
from samenspel_methods.lineage.model import BODY, LONGEST, PREFIX, SHORTEST, SIZE, USUAL, Code

# What a reader may have meant by a symbol that no code contains. The first table may only hold repairs that
# the check character can judge: a letter of a prefix maps to the symbol of the same value, or to nothing.
_BODY_REPAIR = {"0": "DQ", "O": "Q", "1": "7J", "2": "7", "Z": "7", "5": "6", "S": "6", "8": "3", "B": "3"}
_PREFIX_REPAIR = {"0": "OD", "1": "L", "2": "Z", "5": "S", "8": "B"}
_LOOK_ALIKE = {"I": "J7T", "L": "J74", "U": "WY", "V": "YW", "B": "3E", "O": "QD", "1": "7JT"}
_SYLLABLE = re.compile(r"[A-Z][AE][A-Z]")


def make_code(prefix: str, n_symbols: int, rng: Random) -> Code:
    """A new code. Symbols that would spell a syllable are drawn again: no code is a word."""
    if not prefix or not set(prefix) <= set(PREFIX):
        raise LineageError("prefix_letters", prefix=prefix, allowed="".join(sorted(PREFIX)))
    if not SHORTEST <= n_symbols <= LONGEST:
        raise LineageError("length", shortest=SHORTEST, longest=LONGEST, n_symbols=n_symbols)
    while True:
        start = "".join(rng.choice(BODY) for _ in range(n_symbols - 1))
        body = start + check_symbol(prefix, start)
        if not _SYLLABLE.search(body):
            return Code(prefix, body)


def length_needed(count: int, n_symbols: int = USUAL) -> int:
    """How long the next code must be when `count` exist: one longer each time a tenth is in use."""
    while count * 10 >= SIZE ** (n_symbols - 1):
        n_symbols += 1
    return n_symbols


def parse_code(text: str, prefixes: Collection[str]) -> Code | CodeError:
    """The code a person meant: small letters, spaces, a forgotten hyphen and look-alikes are forgiven.

    A look-alike is only repaired when exactly one reading passes the check.
    """
    typed = _symbols(text)
    found = {code for code in _readings(typed, prefixes) if is_valid(code)}
    if len(found) == 1:
        return found.pop()
    if any(True for _ in _split(typed, prefixes)):
        return CodeError.CHECK_FAILED
    if re.match(r"[A-Z]{1,3}", typed) and SHORTEST < len(typed) <= LONGEST + 3:
        return CodeError.UNKNOWN_PREFIX
    return CodeError.SHAPE


def suggestions(text: str, prefixes: Collection[str]) -> tuple[Code, ...]:
    """Every valid code that is one slip away: a wrong, missing, extra, look-alike or swapped symbol."""
    typed = _symbols(text)[: LONGEST + 4]
    read = (code for near in {typed, *_one_slip(typed)} for code in _readings(near, prefixes))
    return tuple(sorted({code for code in read if is_valid(code)}, key=str))


def _symbols(text: str) -> str:
    """Only letters and digits, as capitals; of an address only the last part."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("/").rsplit("/", 1)[-1].upper()
    return "".join(s for s in plain if s.isascii() and s.isalnum())


def _split(typed: str, prefixes: Collection[str]) -> Iterator[tuple[str, str]]:
    """Ways to read the start as a known prefix with enough symbols behind it."""
    for length in sorted({len(prefix) for prefix in prefixes}):
        head, rest = typed[:length], typed[length:]
        if len(head) == length and SHORTEST <= len(rest) <= LONGEST:
            choices = [symbol + _PREFIX_REPAIR.get(symbol, "") for symbol in head]
            yield from ((p, rest) for p in map("".join, product(*choices)) if p in prefixes)


def _readings(typed: str, prefixes: Collection[str]) -> Iterator[Code]:
    for prefix, rest in _split(typed, prefixes):
        choices = [symbol if symbol in BODY else _BODY_REPAIR.get(symbol, "") for symbol in rest]
        if sum(len(choice) > 1 for choice in choices) <= 3:
            yield from (Code(prefix, "".join(body)) for body in product(*choices))


def _one_slip(typed: str) -> Iterator[str]:
    every = sorted(set(BODY + PREFIX))
    for i in range(len(typed) + 1):
        before, after = typed[:i], typed[i:]
        yield from (before + symbol + after for symbol in every)
        if after:
            yield before + after[1:]
            yield from (before + symbol + after[1:] for symbol in every + list(_LOOK_ALIKE.get(after[0], "")))
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
