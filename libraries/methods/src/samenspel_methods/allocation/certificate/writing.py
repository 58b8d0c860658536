"""A result as a certificate, and a certificate as the text of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from fractions import Fraction
from hashlib import sha256
from math import lcm
from typing import Any

from samenspel_methods.allocation.certificate.canon import fingerprint
from samenspel_methods.allocation.certificate.errors import CertificateError
from samenspel_methods.allocation.certificate.model import (
    FORMAT,
    MONEY,
    VERSION,
    Certificate,
    Loser,
    Paid,
    Winner,
)
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.result import Refusal, Result, Win


def certificate(election: Election, reglement: Reglement, result: Result) -> Certificate:
    """The certificate of a result: counted from this election by this reglement."""
    unit = _unit(result)
    return Certificate(
        election=fingerprint(election),
        reglement=reglement,
        seed=result.seed,
        rule=result.rule,
        budget=result.budget,
        voters=result.voters,
        unit=unit,
        share=None if result.share is None else int(result.share * unit),
        runs=result.runs,
        winners=tuple(_winner(win, unit, result) for win in result.wins),
        losers=tuple(_loser(refusal, unit) for refusal in sorted(result.refusals, key=lambda why: why.project)),
        comparison=result.comparison,
        total=result.cost,
        left=result.left,
    )


def dumps(certificate: Certificate) -> str:
    """The text of the file: the same bytes for the same certificate. Raises CertificateError (`too_fine`)."""
    try:
        data = plain(certificate)
    except ValueError as error:  # amounts of more digits than Python writes
        raise CertificateError("too_fine") from error
    return json.dumps(data | {"seal": seal(data)}, indent=1, ensure_ascii=True) + "\n"


def seal(data: Mapping[str, Any]) -> str:
    """The SHA-256 of everything but the seal, as one line of JSON with sorted keys: shows damage, not fraud."""
    rest = {key: value for key, value in data.items() if key != "seal"}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def plain(certificate: Certificate) -> dict[str, Any]:
    """Plain data. Numbers that can pass 2^53 are text, so that no reader of JSON rounds them."""
    c = certificate
    return {
        "format": FORMAT, "version": VERSION, "election": c.election, "reglement": c.reglement.to_json(),
        "seed": c.seed, "rule": c.rule, "budget": c.budget, "voters": c.voters, "unit": str(c.unit),
        "share": _text(c.share), "runs": c.runs,
        "winners": [_winner_data(winner) for winner in c.winners],
        "losers": [asdict(replace(loser, params=_params(loser.params))) for loser in c.losers],
        "comparison": None if c.comparison is None else asdict(c.comparison), "total": c.total, "left": c.left,
    }  # fmt: skip


def _winner_data(winner: Winner) -> dict[str, Any]:
    payments = [[str(paid.each), str(paid.voters)] for paid in winner.payments]
    more = {"score": str(winner.score), "price": _text(winner.price), "payments": payments, "tied": list(winner.tied)}
    return asdict(replace(winner, payments=())) | more


def _params(params: Mapping[str, int | str]) -> dict[str, int | str]:
    return {key: str(value) if key in MONEY else value for key, value in sorted(params.items())}


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def _unit(result: Result) -> int:
    """The smallest whole number that makes every amount a whole number of parts of a cent."""
    every = [_price(win, result) for win in result.wins] + [paid.each for win in result.wins for paid in win.payments]
    every += [Fraction(str(why.params[key])) for why in result.refusals for key in sorted(MONEY & why.params.keys())]
    return lcm(1, *{amount.denominator for amount in [*every, result.share] if amount is not None})


def _price(win: Win, result: Result) -> Fraction | None:
    """What a point costs: with cost utility a point is worth the cost of the project."""
    by_cost = win.how == "shares" and result.utility == "cost"
    return None if win.price is None else win.price * (win.cost if by_cost else 1)


def _winner(win: Win, unit: int, result: Result) -> Winner:
    price = _price(win, result)
    payments = tuple(Paid(int(paid.each * unit), paid.voters) for paid in win.payments)
    return Winner(
        win.project, win.how, win.cost, win.granted, win.score, win.votes, win.left,
        None if price is None else int(price * unit), payments, win.tied,
    )  # fmt: skip


def _loser(refusal: Refusal, unit: int) -> Loser:
    params: dict[str, int | str] = {}
    for key, value in refusal.params.items():
        if key in MONEY:
            params[key] = int(Fraction(str(value)) * unit)
        else:
            params[key] = value if isinstance(value, int) else str(value)
    return Loser(refusal.project, refusal.code, params)
