"""Problems as sentences."""

from samenspel_methods.ledger.model import Problem
from samenspel_methods.texts import euros, sentences


def sentence(problem: Problem, language: str = "nl") -> str:
    """What is wrong and what to do, for people."""
    params = dict(problem.params)
    if isinstance(difference := params.get("difference"), int):
        params["difference"] = euros(difference, language)
    return sentences(__package__, language)[problem.code].format(transaction=problem.transaction, **params)
