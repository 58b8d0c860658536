"""The alphabet and the shape of a code."""

from dataclasses import dataclass

# Body symbols: letters and digits without look-alikes. Prefix letters: all but I, Q and X. Both have 23
# members, a prime; a letter of both has one value in both, so a swap across the border is noticed too.
# The other prefix letters share a value with the symbol they look like (B and 3, S and 6, Z and 7, O and Q).
BODY = "ACDEFGHJKMNPRTWY3679Q4X"
PREFIX = "ACDEFGHJKMNPRTWYBSZVOLU"
SIZE = len(BODY)
SHORTEST, USUAL, LONGEST = 3, 4, 12


@dataclass(frozen=True, slots=True)
class Code:
    """A code that passed its check character: `PR-7K4R`."""

    prefix: str
    body: str

    def __str__(self) -> str:
        return f"{self.prefix}-{self.body}"
