"""Checking a certificate against the ballots: shares no code with the engine that counted."""

from samenspel_methods.allocation.verify.checking import Verdict, problems, verify
from samenspel_methods.allocation.verify.justified import unjustified
from samenspel_methods.allocation.verify.words import Problem, unchecked

__all__ = ["Problem", "Verdict", "problems", "unchecked", "unjustified", "verify"]
