"""What a certificate claims laid beside what it must say."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from samenspel_methods.allocation.certificate.model import Certificate, Winner
from samenspel_methods.allocation.verify.state import Expected, State, Value
from samenspel_methods.allocation.verify.words import Problem


def check_claims(certificate: Certificate, state: State) -> Iterator[Problem]:
    """Every winner in its turn, every loser with its reason, and the totals."""
    names = [winner.project for winner in certificate.winners]
    must = [state.table.ids[win.project] for win in state.wins]
    if names != must:
        yield Problem("other_winners", {"claimed": ", ".join(names), "found": ", ".join(must)})
    for claimed, win in zip(certificate.winners, state.wins, strict=False):
        if claimed.project == state.table.ids[win.project]:
            wrong = [name for name, same in _same(claimed, win, state) if not same]
            yield from (Problem("wrong_field", {"project": claimed.project, "name": name}) for name in wrong)
    yield from _losers(certificate, state)
    given = sum(win.granted for win in state.wins)
    if certificate.total != given:
        yield Problem("wrong_total", {"found": given})
    if certificate.left != certificate.budget - given:
        yield Problem("wrong_left", {"found": certificate.budget - given})


def _same(claimed: Winner, win: Expected, state: State) -> Iterator[tuple[str, bool]]:
    table, c = state.table, win.project
    payments = tuple((paid.each, paid.voters) for paid in claimed.payments)
    yield "how", claimed.how == win.how
    yield "cost", claimed.cost == table.cost[c]
    yield "granted", claimed.granted == win.granted
    yield "score", claimed.score == win.score
    yield "votes", claimed.votes == table.votes[c]
    yield "left", claimed.left == win.left
    yield "price", claimed.price == win.price
    yield "payments", payments == win.payments
    yield "tied", claimed.tied == tuple(table.ids[other] for other in win.tied)


def _losers(certificate: Certificate, state: State) -> Iterator[Problem]:
    must = {state.table.ids[c]: why for c, why in state.reasons.items()}
    if [loser.project for loser in certificate.losers] != sorted(must):
        yield Problem("other_losers", {})
    for loser in certificate.losers:
        code, params = must.get(loser.project, ("", {}))
        told = {key: _told(key, value) for key, value in params.items()}
        if (loser.code, dict(loser.params)) != (code, told):
            yield Problem("wrong_reason", {"project": loser.project, "claimed": loser.code, "found": code})


def _told(key: str, value: Value) -> int | str:
    """As a certificate writes it: whole parts of a cent for money, `1/3` for other parts."""
    if not isinstance(value, Fraction):
        return value
    return int(value) if key in ("held", "short") and value.denominator == 1 else str(value)
