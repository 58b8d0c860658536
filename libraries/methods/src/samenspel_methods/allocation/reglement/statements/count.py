"""How votes are counted."""

from collections.abc import Iterator, Mapping

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import ADD_ONE, NO_COUNT
from samenspel_methods.allocation.reglement.words import has, said

Statements = Iterator[tuple[str, Mapping[str, object]]]


def statements(reglement: Reglement, language: str) -> Statements:
    """The rule, what happens before it, and what goes with it."""
    yield from _before(reglement, language)
    yield f"rule_{reglement.rule}", {}
    if reglement.rule == "equal_shares":
        yield from _shares(reglement)
    if reglement.completion in {"u", "add1u", "add1eu"}:
        yield f"completion_order_{_order(reglement)}", {}
    if reglement.comparison != "none":
        yield f"comparison_{reglement.comparison}", {}


def tie(reglement: Reglement, language: str) -> Statements:
    """What decides between equals."""
    if reglement.rule in NO_COUNT or "tie" in reglement.open_fields:
        return
    for place, step in enumerate(reglement.tie.order):
        yield f"tie_first_{step}" if place == 0 else f"tie_then_{step}", {}
    if text := reglement.tie.seed.said(language):
        yield "as_said", {"text": text}


def _before(reglement: Reglement, language: str) -> Statements:
    for weight in reglement.weights:
        label = f"channel_{weight.channel}"
        name = said(label, {}, language) if has(label, language) else weight.channel
        yield "weight", {"name": name, "share": weight.share}
    for boost in reglement.boosts:
        yield "boost", {"cost": boost.max_cost, "factor": boost.factor}
    for threshold in reglement.thresholds:
        code = f"threshold_{threshold.measure}"
        yield f"{code}_in" if threshold.name else code, {"least": threshold.least, "name": threshold.name}
        yield from [("threshold_cost_share_example", {})] if threshold.measure == "cost_share" else []


def _shares(reglement: Reglement) -> Statements:
    if "utility" not in reglement.open_fields:
        yield f"utility_{reglement.utility}", {}
    if reglement.start == "floor":
        yield "start_floor", {}
    if reglement.completion in ADD_ONE:
        yield "raise", {"step": reglement.step}
        yield "raise_stop_full" if reglement.completion in {"add1e", "add1eu"} else "raise_stop_over", {}
    if reglement.completion == "none":
        yield "no_completion", {}


def _order(reglement: Reglement) -> str:
    if reglement.completion_order != "by_utility":
        return reglement.completion_order
    return "score" if reglement.utility == "cost" or reglement.rule != "equal_shares" else "score_per_cost"
