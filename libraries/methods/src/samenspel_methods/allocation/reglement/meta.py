"""The rules that a `.pb` file states in its META, and what it leaves open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from samenspel_methods.allocation.model import Election, VoteType
from samenspel_methods.allocation.reglement import terms
from samenspel_methods.allocation.reglement.meta_rules import rule_of, unread
from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.parts import Ballots, Cap, Entry, Limit, Source, Threshold, Unclear, Words
from samenspel_methods.allocation.reglement.ruleset import RuleSet
from samenspel_methods.allocation.reglement.values import amount, names, per_name, whole

FORMATS: Mapping[VoteType, terms.Format] = {
    VoteType.APPROVAL: "approval",
    VoteType.CHOOSE_ONE: "choose_1",
    VoteType.ORDINAL: "ordinal",
    VoteType.CUMULATIVE: "cumulative",
    VoteType.SCORING: "scoring",
}
Meta = Mapping[str, str]
Reader = Callable[[str, str], int]


def of_election(election: Election, name: str = "") -> Reglement:
    """The rules that a `.pb` file states. What it does not settle stands in `unclear`, never guessed.

    A value that is no number raises `AllocationError` (`bad_rule`).
    """
    meta = {key: text.strip() for key, text in election.meta if text.strip()}
    categories, areas = names(meta.get("categories", "")), names(meta.get("neighborhoods", ""))
    plain = Reglement(
        title=Words(nl=name or meta.get("description", "")),
        place=", ".join(dict.fromkeys(meta[key] for key in ("unit", "district", "subunit") if key in meta)),
        date=meta.get("date_begin", ""),
        sources=(Source(".pb META", meta.get("date_end", "")),),
        currency=meta.get("currency", "EUR"),
        budget=election.budget,
        categories=categories,
        areas=areas,
        entry=_entry(meta),
        ballots=_ballots(meta, election.vote_type, categories),
        thresholds=_thresholds(meta, election.vote_type),
        caps=(*_caps(meta, "budget_per_category", categories), *_caps(meta, "budget_per_neighborhood", areas)),
    )
    stated, unclear = rule_of(meta, plain)
    return replace(stated, unclear=(*unclear, *_lists(meta, categories, areas), *unread(meta)))


def of_rule_set(rules: RuleSet) -> Reglement:
    """The rules of the ballot box of the platform as a whole reglement."""
    limits = tuple(Limit(name, most=most) for name, most in rules.max_cost_per_category.items())
    return Reglement(
        title=Words(nl=rules.name),
        entry=Entry(min_cost=rules.min_project_cost),
        free="grant",
        ballots=Ballots(
            "approval" if rules.max_cost is None else "knapsack",
            min_picks=rules.min_picks,
            max_picks=rules.max_picks,
            max_cost=rules.max_cost,
            cost_per_category=limits,
        ),
    )


def _entry(meta: Meta) -> Entry:
    most = meta.get("max_project_cost")
    return Entry(
        min_cost=amount("min_project_cost", meta.get("min_project_cost", "0")),
        max_cost=None if most is None else amount("max_project_cost", most),
    )


def _ballots(meta: Meta, vote_type: VoteType, categories: tuple[str, ...]) -> Ballots:
    cap = _most(meta, "max_sum_cost", amount)
    knapsack = cap is not None and vote_type is VoteType.APPROVAL
    points = vote_type in {VoteType.CUMULATIVE, VoteType.SCORING}
    least, most = (_per(meta, f"{side}_length_per_category", categories, whole) for side in ("min", "max"))
    together = {name: Limit(name, least.get(name, 0), most.get(name)) for name in categories if name in least | most}
    cost = _per(meta, "max_sum_cost_per_category", categories, amount)
    return Ballots(
        format="knapsack" if knapsack else FORMATS[vote_type],
        min_picks=_least(meta, "min_length", whole),
        max_picks=_most(meta, "max_length", whole),
        min_cost=_least(meta, "min_sum_cost", amount),
        max_cost=cap,
        picks_per_category=tuple(together.values()),
        cost_per_category=tuple(Limit(name, most=cents) for name, cents in cost.items()),
        # Ordinal files carry points that are to be ignored.
        min_points=_least(meta, "min_points", whole) if points else 0,
        max_points=_most(meta, "max_points", whole) if points else None,
        min_sum_points=_least(meta, "min_sum_points", whole) if points else 0,
        max_sum_points=_most(meta, "max_sum_points", whole) if points else None,
    )


def _thresholds(meta: Meta, vote_type: VoteType) -> tuple[Threshold, ...]:
    least = _least(meta, "min_project_score_threshold", whole)
    heads = vote_type in {VoteType.APPROVAL, VoteType.CHOOSE_ONE}
    return (Threshold("votes" if heads else "score", Fraction(least)),) if least else ()


def _caps(meta: Meta, key: str, known: tuple[str, ...]) -> Iterator[Cap]:
    division: terms.Division = "area" if key.endswith("neighborhood") else "category"
    yield from (Cap(name, division, cap=cents) for name, cents in _per(meta, key, known, amount).items())


def _per(meta: Meta, key: str, known: tuple[str, ...], read: Reader) -> dict[str, int]:
    """A number per category; zero means no rule."""
    parts = per_name(known, meta.get(key, "")) or {}
    return {name: value for name, text in parts.items() if (value := read(key, text))}


def _least(meta: Meta, key: str, read: Reader) -> int:
    return read(key, meta.get(key, "0"))


def _most(meta: Meta, key: str, read: Reader) -> int | None:
    return read(key, meta[key]) if key in meta else None


LISTS = {
    "min_length_per_category": "ballots.picks_per_category",
    "max_length_per_category": "ballots.picks_per_category",
    "max_sum_cost_per_category": "ballots.cost_per_category",
    "budget_per_category": "caps",
    "budget_per_neighborhood": "caps",
}


def _lists(meta: Meta, categories: tuple[str, ...], areas: tuple[str, ...]) -> Iterator[Unclear]:
    """Lists that do not have one number per name: none is used, or one is used for every name."""
    for key, about in LISTS.items():
        known = areas if key.endswith("neighborhood") else categories
        zero = not set(names(meta.get(key, ""))) - {"0"}
        single = len(names(meta.get(key, ""))) == 1 < len(known)
        if key in meta and not zero and (single or per_name(known, meta[key]) is None):
            yield Unclear(about, "ambiguous", (), Words(f"{key} = {meta[key]}", f"{key} = {meta[key]}"))
