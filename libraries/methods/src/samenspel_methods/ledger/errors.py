"""The error that stops books which do not balance."""

from samenspel_methods.ledger.model import Problem


class LedgerError(ValueError):
    """A transaction that may not be booked; `problems` says why, by code."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.transaction}: {p.code} {dict(p.params)}" for p in problems))
        self.problems = problems
