"""Why a project got money or not, and what is wrong with a ballot or with rules: codes, and the sentences for them.

Thin names over the package `reasons`, which holds the work. Nothing here counts, so nothing here needs numpy.
"""

from samenspel_methods import euros, number, sentences
from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reasons import Needs, Reason, needs, said, said_needs, said_rivals
from samenspel_methods.allocation.reasons import reasons as explain

MONEY = frozenset({"cost", "limit"})

__all__ = ["Needs", "Reason", "explain", "needs", "said", "said_needs", "said_rivals", "sentence"]


def sentence(fault: Fault, language: str = "nl") -> str:
    """What is wrong with a ballot or with rules, in plain words; in English where a language is not spoken here."""
    shown = {name: _said(name, value, language) for name, value in fault.params.items()}
    return sentences(__package__, language)[fault.code].format(**shown)


def _said(name: str, value: object, language: str) -> object:
    if not isinstance(value, int):
        return value
    return euros(value, language) if name in MONEY else number(value, language)
