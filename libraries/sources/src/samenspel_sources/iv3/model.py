"""One task in one budget or account of a municipality. Iv3 is in thousands of euros."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`document`: `begroting` or `jaarrekening`. `spending` and `income` are in thousands of euros, or unknown."""

    municipality: str
    year: int
    document: str
    code: str
    task: str
    spending: int | None
    income: int | None

    @property
    def net_cents(self) -> int | None:
        """What the task costs after its own income."""
        if self.spending is None or self.income is None:
            return None
        return (self.spending - self.income) * 100_000
