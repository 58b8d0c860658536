"""The rule and what goes with it."""

from collections import Counter
from collections.abc import Iterator

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.checks import lists
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import ADD_ONE, GREEDY, NO_COUNT

PICKS_ONLY = frozenset({"approval", "choose_1", "knapsack", "unknown", "none"})


def faults(reglement: Reglement) -> Iterator[Fault]:
    """Contradictions about counting."""
    yield from _rule(reglement)
    yield from _completion(reglement)
    yield from _leftover(reglement)
    yield from _thresholds(reglement)
    yield from _weights(reglement)
    yield from _tie(reglement)


def _rule(reglement: Reglement) -> Iterator[Fault]:
    rule, caps = reglement.rule, [cap for cap in reglement.caps if cap.division == "category"]
    if rule == "phragmen" and reglement.ballots.format not in PICKS_ONLY:
        yield Fault("phragmen_needs_picks")
    if rule == "dhondt_by_theme" and not reglement.categories and "categories" not in reglement.open_fields:
        yield Fault("dhondt_without_themes")
    if rule == "dhondt_by_theme" and caps:
        yield Fault("dhondt_with_caps")
    if rule in GREEDY and reglement.comparison != "none":
        yield Fault("comparison_with_itself")


def _completion(reglement: Reglement) -> Iterator[Fault]:
    rule, completion = reglement.rule, reglement.completion
    if completion in ADD_ONE and rule != "equal_shares" and rule not in NO_COUNT:
        yield Fault("raise_without_shares")
    if completion == "u" and rule in GREEDY | {"dhondt_by_theme"}:
        yield Fault("completion_without_shares")
    if completion in ADD_ONE and reglement.step == 0:
        yield Fault("step_zero")


def _leftover(reglement: Reglement) -> Iterator[Fault]:
    free_of_caps = reglement.caps and not reglement.caps_bind_leftover
    still_open = reglement.open_fields & {"leftover", "caps_bind_leftover", "caps"}
    if reglement.leftover != "none" and reglement.rule == "greedy_80":
        yield Fault("nothing_left_after_80")
    if reglement.leftover == "next_that_fits":
        if reglement.rule in {"greedy_skip", "score_per_cost"} and not free_of_caps and not still_open:
            yield Fault("leftover_without_effect")
        if reglement.completion in {"u", "add1u", "add1eu"} and not free_of_caps:
            yield Fault("leftover_twice")
    if not reglement.caps and not reglement.caps_bind_leftover and not still_open:
        yield Fault("free_of_no_caps")


def _thresholds(reglement: Reglement) -> Iterator[Fault]:
    for threshold in reglement.thresholds:
        known = reglement.categories if threshold.division == "category" else reglement.areas
        if threshold.name:
            yield from lists.unknown((threshold.name,), known, f"unknown_{threshold.division}")
        if threshold.measure == "share" and threshold.least > 1:
            yield Fault("share_above_all")
        if threshold.measure in {"votes", "score"} and threshold.least.denominator != 1:
            yield Fault("half_a_vote")
    same = Counter((threshold.measure, threshold.division, threshold.name) for threshold in reglement.thresholds)
    yield from (Fault("threshold_twice", {"name": name}) for (_, _, name), times in same.items() if times > 1)


def _weights(reglement: Reglement) -> Iterator[Fault]:
    weights = reglement.weights
    yield from lists.twice(weight.channel for weight in weights)
    if weights and sum(weight.share for weight in weights) != 1:
        yield Fault("weights_not_whole", {"share": sum(weight.share for weight in weights)})
    yield from (Fault("weight_of_nothing", {"name": weight.channel}) for weight in weights if not weight.share)
    yield from (Fault("boost_of_nothing") for boost in reglement.boosts if not boost.factor)
    ceilings = Counter(boost.max_cost for boost in reglement.boosts)
    yield from (Fault("boost_twice", {"cost": cost}) for cost, times in ceilings.items() if times > 1)


def _tie(reglement: Reglement) -> Iterator[Fault]:
    order = reglement.tie.order
    if not {"lot", "id"} & set(order):
        yield Fault("tie_without_end")
    elif order[-1] not in {"lot", "id"} or {"lot", "id"} <= set(order):
        yield Fault("tie_after_the_end")
    if len(set(order)) < len(order):
        yield Fault("tie_step_twice")
    if {"lower_cost", "higher_cost"} <= set(order):
        yield Fault("tie_both_ways")
