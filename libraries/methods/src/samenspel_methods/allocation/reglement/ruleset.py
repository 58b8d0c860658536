"""The rules of a vote as data: written down before it, checked at every ballot, carried out at the count."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election, Fault, Project

BALLOTS = ("approval", "limited")
RULES = ("greedy",)
OTHER_RULES = (
    "min_length_per_category",
    "max_length_per_category",
    "budget_per_category",
    "budget_per_neighborhood",
    "min_sum_cost",
    "min_project_score_threshold",
    "max_project_cost",
    "min_points",
    "max_points",
    "min_sum_points",
    "max_sum_points",
    "leftover_budget",
)
TIES = ("lower_cost_more_votes_lot",)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one vote. `approval`: pick what you like; `limited`: picks may cost so much together."""

    name: str
    ballot: str = "approval"
    min_picks: int = 0
    max_picks: int | None = None
    max_cost: int | None = None
    max_cost_per_category: Mapping[str, int] = field(default_factory=dict)
    rule: str = "greedy"
    tie: str = "lower_cost_more_votes_lot"
    min_project_cost: int = 0

    def to_json(self) -> dict[str, Any]:
        """Plain data for a JSON file."""
        return asdict(self) | {"max_cost_per_category": dict(self.max_cost_per_category)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "RuleSet":
        """The rules in plain data; unknown words are refused, because a rule unread is a rule broken."""
        if unknown := sorted(set(data) - set(cls.__dataclass_fields__)):
            raise AllocationError("unknown_rule", names=", ".join(unknown))
        return cls(**data)

    def problems(self, picks: Sequence[str], projects: Iterable[Project]) -> tuple[Fault, ...]:
        """What is wrong with a ballot. Checked when it is cast; never repaired at the count."""
        known = {project.id: project for project in projects}
        found = [Fault("unknown_pick", {"project": pick}) for pick in picks if pick not in known]
        twice = sorted({pick for pick in picks if picks.count(pick) > 1})
        found += [Fault("pick_twice", {"project": pick}) for pick in twice]
        chosen = [known[pick] for pick in dict.fromkeys(picks) if pick in known]
        if len(chosen) < self.min_picks:
            found.append(Fault("too_few_picks", {"count": len(chosen), "least": self.min_picks}))
        if self.max_picks is not None and len(chosen) > self.max_picks:
            found.append(Fault("too_many_picks", {"count": len(chosen), "most": self.max_picks}))
        return tuple(found + self._cost_problems(chosen))

    def _cost_problems(self, chosen: Sequence[Project]) -> list[Fault]:
        found = []
        cost = sum(project.cost for project in chosen)
        if self.max_cost is not None and cost > self.max_cost:
            found.append(Fault("picks_too_dear", {"cost": cost, "limit": self.max_cost}))
        for category, most in self.max_cost_per_category.items():
            cost = sum(project.cost for project in chosen if category in project.categories)
            if cost > most:
                params = {"category": category, "cost": cost, "limit": most}
                found.append(Fault("category_too_dear", params))
        return found

    def contradictions(self) -> tuple[Fault, ...]:
        """Rules that cannot hold together; a vote may not open while there are any."""
        most = [cap for cap in (self.max_cost, *self.max_cost_per_category.values()) if cap is not None]
        wrong = {
            "unknown_ballot": self.ballot not in BALLOTS,
            "unknown_count": self.rule not in RULES,
            "unknown_tie": self.tie not in TIES,
            "negative": min([self.min_picks, self.min_project_cost, self.max_picks or 0, *most]) < 0,
            "min_above_max": self.max_picks is not None and self.min_picks > self.max_picks,
            "no_picks_allowed": self.max_picks == 0,
            "limited_without_limit": self.ballot == "limited" and not most,
            "limit_without_limited": self.ballot == "approval" and bool(most),
            "limit_below_cheapest": any(cap < self.min_project_cost for cap in most),
            "minimum_not_payable": self.max_cost is not None and self.min_picks * self.min_project_cost > self.max_cost,
        }
        return tuple(Fault(code) for code, found in wrong.items() if found)


def from_election(election: Election, name: str = "") -> RuleSet:
    """The rules that a `.pb` file states about its ballots. See `not_modelled` for the ones left out."""
    meta = dict(election.meta)
    categories, caps = (_list(meta.get(key, "")) for key in ("categories", "max_sum_cost_per_category"))
    if caps and len(caps) != len(categories):
        raise AllocationError("bad_rule", key="max_sum_cost_per_category", value=", ".join(caps))
    per_category = {c: _cents("max_sum_cost_per_category", cap) for c, cap in zip(categories, caps, strict=False)}
    max_cost = _cents("max_sum_cost", meta["max_sum_cost"]) if "max_sum_cost" in meta else None
    return RuleSet(
        name=name or meta.get("description", ""),
        ballot="limited" if per_category or max_cost is not None else "approval",
        min_picks=_cents("min_length", meta.get("min_length", "0")) // 100,
        max_picks=_cents("max_length", meta["max_length"]) // 100 if "max_length" in meta else None,
        max_cost=max_cost,
        max_cost_per_category=per_category,
        min_project_cost=_cents("min_project_cost", meta.get("min_project_cost", "0")),
    )


def not_modelled(election: Election) -> tuple[str, ...]:
    """Rules in a `.pb` file that this version neither checks nor carries out; zero means no rule."""
    meta = dict(election.meta)
    return tuple(key for key in OTHER_RULES if set(_list(meta.get(key, ""))) - {"0"})


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _cents(key: str, text: str) -> int:
    if not (match := re.fullmatch(r"(\d{1,12})(?:\.(\d{1,2})0*)?", text.strip())):
        raise AllocationError("bad_rule", key=key, value=text)
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
