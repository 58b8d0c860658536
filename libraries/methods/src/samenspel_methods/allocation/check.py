"""Checking a result without the engine that made it. Thin names over the package `verify`, which holds the work."""

from samenspel_methods.allocation.certificate.model import Certificate
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.verify import Problem, Verdict, problems, unjustified, verify

__all__ = ["Problem", "Verdict", "check", "unjustified", "verify"]


def check(election: Election, certificate: Certificate, reglement: Reglement | None = None) -> tuple[Problem, ...]:
    """What is wrong with a certificate, by code; empty when the result follows from the ballots by these rules."""
    return problems(election, certificate, reglement)
