"""The check character: one weighted sum over all symbols, prefix included, must be zero.

The size of the alphabet is prime and all weights differ and are not zero, so every change of one symbol
and every swap of two neighbours changes the sum.
"""

from samenspel_methods.lineage.model import BODY, PREFIX, SIZE, Code

BODY_VALUE = {symbol: value for value, symbol in enumerate(BODY)}
PREFIX_VALUE = {symbol: value for value, symbol in enumerate(PREFIX)}


def is_valid(code: Code) -> bool:
    """Whether every symbol is allowed and the weighted sum is zero."""
    allowed = all(s in PREFIX_VALUE for s in code.prefix) and all(s in BODY_VALUE for s in code.body)
    return allowed and bool(code.prefix) and bool(code.body) and weighted_sum(code.prefix, code.body) == 0


def check_symbol(prefix: str, start: str) -> str:
    """The one symbol that makes `start` a valid body under `prefix`."""
    return BODY[-weighted_sum(prefix, start + BODY[0]) % SIZE]


def weighted_sum(prefix: str, body: str) -> int:
    """Weights count from the right: the check character weighs 1, the symbol before it 2, and so on."""
    values = [PREFIX_VALUE[s] for s in prefix] + [BODY_VALUE[s] for s in body]
    return sum(weight * value for weight, value in enumerate(reversed(values), start=1)) % SIZE
