"""A certificate checked against the ballots, without the engine that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd

import numpy as np

from samenspel_methods.allocation.certificate.canon import fingerprint
from samenspel_methods.allocation.certificate.model import MONEY, Certificate
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import GREEDY
from samenspel_methods.allocation.result import Comparison
from samenspel_methods.allocation.verify.claims import check_claims
from samenspel_methods.allocation.verify.entry import enter
from samenspel_methods.allocation.verify.loads import check_loads
from samenspel_methods.allocation.verify.preference import preferred
from samenspel_methods.allocation.verify.prices import check_end, check_win
from samenspel_methods.allocation.verify.purse import Purse
from samenspel_methods.allocation.verify.state import State, start
from samenspel_methods.allocation.verify.stop import check_stop, find_stop
from samenspel_methods.allocation.verify.table import table
from samenspel_methods.allocation.verify.walks import dhondt, greedy, leftover
from samenspel_methods.allocation.verify.words import Problem


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong, by code, and what was not looked at (`earlier_steps`, `most_support`)."""

    problems: tuple[Problem, ...]
    unchecked: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything that was looked at is right."""
        return not self.problems


def verify(
    election: Election, certificate: Certificate, reglement: Reglement | None = None, *, thorough: bool = False
) -> Verdict:
    """Whether this result follows from these ballots by the rules in the certificate (`reglement`, where given).

    The price list is checked with whole numbers. `thorough`: also that the share could not have stopped rising at an
    earlier step, which takes one run for each.
    """
    wrong = _head(certificate, election, reglement)
    if any(problem.code in ("other_election", "other_reglement") for problem in wrong):
        return Verdict(tuple(wrong))
    try:
        count = _Check(certificate, election, thorough)
    except KeyError as error:
        return Verdict((*wrong, Problem("unknown_project", {"project": str(error.args[0])})))
    except OverflowError:
        return Verdict((*wrong, Problem("too_large")))
    found = (*wrong, *count.problems, *check_claims(certificate, count.state))
    return Verdict(tuple({(f.code, str(f.params)): f for f in found}.values()), tuple(count.unchecked))


def _head(certificate: Certificate, election: Election, reglement: Reglement | None) -> list[Problem]:
    rules, chosen = certificate.reglement, certificate.comparison
    budget = election.budget if rules.budget is None else rules.budget
    rule = "greedy_skip" if chosen is not None and chosen.chosen == "greedy" else rules.rule
    tests = {
        "other_election": certificate.election == fingerprint(election),
        "other_reglement": reglement is None or reglement == rules,
        "wrong_rule": certificate.rule == rule,
        "wrong_budget": certificate.budget == budget,
        "wrong_voters": certificate.voters == election.voters,
        "wrong_comparison": (chosen is None) == (rules.comparison == "none"),
        "wrong_unit": certificate.unit > 0 and gcd(*_amounts(certificate)) == 1,
    }
    return [Problem(code) for code, right in tests.items() if not right]


def _amounts(certificate: Certificate) -> Iterator[int]:
    """The unit and all that is counted in it: they share no factor, so that one result has one certificate."""
    yield from (certificate.unit, certificate.share or 0)
    for winner in certificate.winners:
        yield from (winner.price or 0, *(paid.each for paid in winner.payments))
    for loser in certificate.losers:
        yield from (value for key, value in loser.params.items() if key in MONEY and isinstance(value, int))


def problems(election: Election, certificate: Certificate, reglement: Reglement | None = None) -> tuple[Problem, ...]:
    """What is wrong with a certificate; empty when it follows from the ballots."""
    return verify(election, certificate, reglement).problems


class _Check:
    """Carries the count along as it must go, and notes what is wrong."""

    def __init__(self, certificate: Certificate, election: Election, thorough: bool) -> None:
        self.certificate, self.election, self.thorough = certificate, election, thorough
        self.problems: list[Problem] = []
        self.unchecked: list[str] = []
        rules = certificate.reglement
        if certificate.comparison is not None and certificate.comparison.chosen == "greedy":
            rules = replace(rules, rule="greedy_skip", completion="none")
        self.state = self._counted(rules)
        if certificate.comparison is not None:
            self._compare(certificate.comparison)

    def _counted(self, rules: Reglement) -> State:
        state = self._start(rules)
        if rules.rule == "equal_shares":
            self._shares(rules, state)
        elif self.certificate.share is not None or self.certificate.runs:
            self.problems.append(Problem("wrong_share", {"share": Fraction(0)}))
        if rules.rule == "phragmen":
            own = [winner for winner in self.certificate.winners if winner.how == "phragmen"]
            self.problems += check_loads(state, own, self.certificate.unit)
        self._by_list(rules, state)
        leftover(rules, state)
        return state

    def _start(self, rules: Reglement) -> State:
        state = start(self.election, rules, table(self.election, rules, self.certificate.seed))
        enter(self.election, rules, state)
        return state

    def _by_list(self, rules: Reglement, state: State) -> None:
        if rules.rule in GREEDY:
            greedy(self.election, rules, state)
        elif rules.rule == "dhondt_by_theme":
            dhondt(self.election, rules, state)
        elif rules.rule == "max_support":
            self.unchecked.append("most_support")
            self._as_claimed(state)

    def _as_claimed(self, state: State) -> None:
        """A set of projects that fits; whether another has more support is not looked at."""
        number = {name: c for c, name in enumerate(state.table.ids)}
        for winner in self.certificate.winners:
            c = number.get(winner.project, -1)
            able = c in state.race and c not in state.won and state.table.cost[c] <= state.left
            if winner.how == "max_support" and able and state.open(c):
                state.win(c, "max_support")
        for c in state.outside():
            state.refuse(c, "does_not_fit", left=state.left)

    def _shares(self, rules: Reglement, state: State) -> None:
        claimed, before, by_cost = self.certificate, state.again(), rules.utility == "cost"
        share = claimed.share
        if share is None or share < 0 or claimed.unit <= 0:
            self.problems.append(Problem("wrong_share", {"share": Fraction(0)}))
            return
        number = {name: c for c, name in enumerate(state.table.ids)}
        purse = Purse(state.table, share, claimed.unit)
        for winner in claimed.winners:
            c = number.get(winner.project, -1)
            if winner.how != "shares":
                continue
            if c not in state.race or c in state.won or state.bar(c) is not None:
                self.problems.append(Problem("may_not_win", {"project": winner.project}))
                continue
            self.problems += check_win(state, purse, by_cost, c, winner)
        order = [win.project for win in state.wins if win.how == "shares"]
        self.problems += check_end(state, purse)
        part = Fraction(share, claimed.unit)
        self.problems += check_stop(rules, before, order, part, claimed.runs, thorough=self.thorough)
        if "add1" in rules.completion and not self.thorough:
            self.unchecked.append("earlier_steps")

    def _compare(self, claimed: Comparison) -> None:
        """Both outcomes again; the numbers of voters and the choice follow from them."""
        rules = self.certificate.reglement
        both: dict[str, set[int]] = {claimed.chosen: set(self.state.won)}
        if "greedy" not in both:
            both["greedy"] = self._counted_by_list(replace(rules, rule="greedy_skip", completion="none"))
        if "shares" not in both:
            both["shares"] = self._counted_by_list(rules)
        heads = np.array([ballot.count for ballot in self.election.ballots], np.float64)
        numbers = preferred(self.state.table, heads, rules.comparison, both["shares"], both["greedy"])
        chosen = "greedy" if numbers[1] > numbers[0] else "shares"
        if Comparison(rules.comparison, *numbers, chosen) != claimed:
            self.problems.append(Problem("wrong_comparison"))

    def _counted_by_list(self, rules: Reglement) -> set[int]:
        state = self._start(rules)
        if rules.rule == "equal_shares":
            for c in find_stop(rules, state):
                state.win(c, "shares")
        self._by_list(rules, state)
        leftover(rules, state)
        return state.won
