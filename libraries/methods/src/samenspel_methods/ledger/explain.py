"""Problems as sentences."""

from samenspel_methods import euros, sentences
from samenspel_methods.ledger.model import Problem


def sentence(problem: Problem, language: str = "nl") -> str:
    """What is wrong and what to do, for people."""
    params = dict(problem.params)
    if isinstance(difference := params.get("difference"), int):
        params["difference"] = euros(difference, language)
    return sentences(__package__, language)[problem.code].format(transaction=problem.transaction, **params)
