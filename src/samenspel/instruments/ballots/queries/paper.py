"""The ballot paper while somebody fills it in: per theme, with what still fits."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import get_language

from samenspel.instruments.ballots.models import Option
from samenspel_methods.allocation import Project, RuleSet, sentence

TOO_MUCH = {"too_many_picks", "picks_too_dear", "category_too_dear"}


@dataclass(frozen=True, slots=True)
class Line:
    """One option on the paper."""

    key: str
    title: str
    cents: int
    picked: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one is: what was picked against the limit that is nearest, and how many may and must be picked."""

    picks: int
    cents: int
    limit: int | None
    least: int  # picks still missing
    more: int | None  # picks still allowed, below zero when there are too many

    @property
    def left(self) -> int:
        """Cents that may still be chosen."""
        return max(0, (self.limit or 0) - self.cents)

    @property
    def over(self) -> int:
        """Cents too much."""
        return 0 if self.limit is None else max(0, self.cents - self.limit)

    @property
    def surplus(self) -> int:
        """Picks too many."""
        return max(0, -(self.more or 0))


@dataclass(frozen=True, slots=True)
class Theme:
    """The options of one theme, what was picked of them and how far one may go."""

    number: int
    name: str
    lines: tuple[Line, ...]
    cents: int
    limit: int | None

    @property
    def picked(self) -> tuple[Line, ...]:
        """What was chosen here."""
        return tuple(line for line in self.lines if line.picked)

    @property
    def left(self) -> int | None:
        """Cents that may still be chosen here; None when there is no limit."""
        return None if self.limit is None else max(0, self.limit - self.cents)


@dataclass(frozen=True, slots=True)
class Paper:
    """A ballot paper with the choices so far. `problems` are sentences for the voter."""

    themes: tuple[Theme, ...]
    picks: tuple[str, ...]
    cents: int
    limit: int | None
    problems: tuple[str, ...]
    too_much: bool = False
    min_picks: int = 0
    max_picks: int | None = None

    def theme(self, number: int) -> Theme:
        """The theme on screen; a number that does not exist means the nearest one."""
        return self.themes[min(max(number, 1), len(self.themes)) - 1]

    @property
    def complaint(self) -> str:
        """A mark of the problems, to know them again."""
        return sha256(" ".join(self.problems).encode()).hexdigest()[:12]

    def outside(self, theme: Theme) -> tuple[str, ...]:
        """What was picked in the other themes."""
        here = {line.key for line in theme.lines}
        return tuple(pick for pick in self.picks if pick not in here)

    def standing(self, theme: Theme) -> Standing:
        """How far one is in a theme, or in all of them together where that limit is the nearest."""
        here, whole = (len(theme.picked), theme.cents, theme.limit), (len(self.picks), self.cents, self.limit)
        room = [(limit - cents, of) for of in (here, whole) for _n, cents, limit in (of,) if limit is not None]
        picks, cents, limit = min(room)[1] if room else whole
        more = None if self.max_picks is None else self.max_picks - len(self.picks)
        return Standing(picks, cents, limit, max(0, self.min_picks - len(self.picks)), more)

    def others(self, theme: Theme) -> tuple[str, ...]:
        """Names of the themes after this one."""
        return tuple(t.name for t in self.themes[theme.number :])


def projects(options: Iterable[Option]) -> tuple[Project, ...]:
    """Options as the counting reads them."""
    return tuple(
        Project(o.key, o.cents, o.title, tuple(c.strip() for c in o.category.split(",") if c.strip())) for o in options
    )


def paper(rules: RuleSet, options: Sequence[Option], picks: Sequence[str], order: str = "") -> Paper:
    """The paper for these choices. `order` shuffles the options, so that no option stands first for everybody."""
    known = projects(options)
    keys = {project.id for project in known}
    chosen = tuple(dict.fromkeys(pick for pick in picks if pick in keys))
    faults = rules.problems(chosen, known)
    mixed = sorted(known, key=lambda project: project.id)
    random.Random(order).shuffle(mixed)  # noqa: S311  the order of reading, not a secret
    names = list(dict.fromkeys(_first(project) for project in known))
    themes = tuple(_theme(n, name, rules, known, mixed, chosen) for n, name in enumerate(names, 1))
    cents = sum(project.cost for project in known if project.id in chosen)
    too_much = any(fault.code in TOO_MUCH for fault in faults)
    said = tuple(sentence(fault, (get_language() or "nl")[:2]) for fault in faults)
    return Paper(themes, chosen, cents, rules.max_cost, said, too_much, rules.min_picks, rules.max_picks)


def _first(project: Project) -> str:
    return project.categories[0] if project.categories else ""


def _theme(
    number: int, name: str, rules: RuleSet, known: Sequence[Project], mixed: Sequence[Project], chosen: Sequence[str]
) -> Theme:
    here = [project for project in mixed if _first(project) == name]
    lines = tuple(
        Line(p.id, p.name, p.cost, p.id in chosen, p.id in chosen or _fits(rules, known, [*chosen, p.id])) for p in here
    )
    cents = sum(project.cost for project in here if project.id in chosen)
    return Theme(number, name, lines, cents, rules.max_cost_per_category.get(name))


def _fits(rules: RuleSet, known: Sequence[Project], picks: Sequence[str]) -> bool:
    return not any(fault.code in TOO_MUCH for fault in rules.problems(picks, known))
