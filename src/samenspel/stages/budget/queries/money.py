"""Rows and their sums. Whole cents only; amounts of different confidence stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet, Sum
from django.db.models.functions import Coalesce

from samenspel.kernel.places.models import Place
from samenspel.stages.budget.models import BudgetSource, MoneyRow, ResidentCount
from samenspel.stages.budget.states import Confidence, SourceKind

AMOUNT = Coalesce("granted_cents", "spending_cents")
UNSURE = (Confidence.ALLOCATED, Confidence.ESTIMATED)


def roughly(cents: int) -> int:
    """Three digits that mean something: an amount with shared out or estimated money is not known to the cent."""
    step: int = 10 ** max(0, len(str(abs(cents))) - 3)
    return (cents + step // 2) // step * step


def per_resident(amount: int, residents: int) -> int:
    """An even share for each resident, to the nearest whole unit."""
    return (2 * amount + residents) // (2 * residents)


@dataclass(frozen=True, slots=True)
class Part:
    """A sum of rows of one confidence."""

    confidence: Confidence
    cents: int
    rows: int

    @property
    def label(self) -> str:
        """What people call it."""
        return str(self.confidence.label)


@dataclass(frozen=True, slots=True)
class Year:
    """The grants of one year. `schemes` holds certain money only; `residents` is None when nobody stated a number."""

    year: int
    rows: int
    asked_cents: int
    granted_cents: int
    settled_cents: int
    by_confidence: tuple[Part, ...] = ()
    schemes: Mapping[str, int] = field(default_factory=dict)
    residents: ResidentCount | None = None

    def _sum(self, *wanted: Confidence) -> int:
        return sum(part.cents for part in self.by_confidence if part.confidence in wanted)

    @property
    def sure_cents(self) -> int:
        """What was certainly for this place."""
        return self._sum(Confidence.MEASURED)

    @property
    def wide_cents(self) -> int:
        """With what was shared out or estimated added; unknown amounts are in no sum."""
        return self._sum(Confidence.MEASURED, *UNSURE)

    @property
    def rough_cents(self) -> int:
        """The wide sum as far as it means something."""
        return roughly(self.wide_cents)

    @property
    def sure_each(self) -> int | None:
        """Certain money for each resident, in cents of whole euros."""
        return 100 * per_resident(self.sure_cents // 100, self.residents.residents) if self.residents else None

    @property
    def wide_each(self) -> int | None:
        """The same with shared out and estimated money."""
        return 100 * per_resident(self.wide_cents // 100, self.residents.residents) if self.residents else None


@dataclass(frozen=True, slots=True)
class Money:
    """All years of a place, newest first, and the totals over them by confidence."""

    years: tuple[Year, ...] = ()
    by_confidence: tuple[Part, ...] = ()

    @property
    def newest(self) -> Year | None:
        """The last year there is."""
        return self.years[0] if self.years else None

    @property
    def rows(self) -> int:
        """How many grants there are."""
        return sum(year.rows for year in self.years)


def _grants(place: Place) -> QuerySet[MoneyRow]:
    return MoneyRow.objects.filter(source__place=place, source__kind=SourceKind.GRANTS)


def money(place: Place) -> Money:
    """The grants of a place by year, scheme and confidence: two queries, whatever the number of rows."""
    sums = _grants(place).order_by().values("year", "confidence", "scheme").annotate(
        n=Count("pk"), asked=Sum("asked_cents"), granted=Sum("granted_cents"), settled=Sum("settled_cents")
    )  # fmt: skip
    groups: dict[int, list[dict[str, object]]] = {}
    for row in sums:
        groups.setdefault(row["year"], []).append(dict(row))
    counts = list(ResidentCount.objects.filter(place=place).order_by("-year")) if groups else []
    years = tuple(_year(year, groups[year], counts) for year in sorted(groups, reverse=True))
    return Money(years, _parts(part for year in years for part in year.by_confidence))


def _whole(row: Mapping[str, object], name: str) -> int:
    value = row[name]
    return value if isinstance(value, int) else 0


def _year(year: int, rows: list[dict[str, object]], counts: list[ResidentCount]) -> Year:
    parts = (Part(Confidence(str(r["confidence"])), _whole(r, "granted"), _whole(r, "n")) for r in rows)
    schemes: dict[str, int] = {}
    for row in rows:
        if row["confidence"] == Confidence.MEASURED:
            schemes[str(row["scheme"])] = schemes.get(str(row["scheme"]), 0) + _whole(row, "granted")
    return Year(
        year=year, rows=sum(_whole(r, "n") for r in rows), asked_cents=sum(_whole(r, "asked") for r in rows),
        granted_cents=sum(_whole(r, "granted") for r in rows), settled_cents=sum(_whole(r, "settled") for r in rows),
        by_confidence=_parts(parts), residents=_nearest(counts, year),
        schemes=dict(sorted(schemes.items(), key=lambda item: (-item[1], item[0]))),
    )  # fmt: skip


def _nearest(counts: list[ResidentCount], year: int) -> ResidentCount | None:
    """The number of residents closest to a year; the page says of which year it is."""
    return min(counts, key=lambda c: (abs(c.year - year), -c.year), default=None)


def _parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    cents: dict[Confidence, int] = {}
    rows: dict[Confidence, int] = {}
    for part in parts:
        cents[part.confidence] = cents.get(part.confidence, 0) + part.cents
        rows[part.confidence] = rows.get(part.confidence, 0) + part.rows
    return tuple(Part(c, cents[c], rows[c]) for c in Confidence if c in cents)


def grants_of(place: Place, *, year: int | None = None, scheme: str = "", confidence: str = "") -> QuerySet[MoneyRow]:
    """The grants of a place, newest and largest first."""
    rows = _grants(place).select_related("source").order_by("-year", F("granted_cents").desc(nulls_last=True), "number")
    rows = rows.filter(year=year) if year else rows
    rows = rows.filter(scheme=scheme) if scheme else rows
    return rows.filter(confidence=confidence) if confidence else rows


def years_of(place: Place) -> list[int]:
    """The years of which there are grants, newest first."""
    return list(_grants(place).order_by("-year").values_list("year", flat=True).distinct())


def schemes_of(place: Place) -> list[str]:
    """The schemes from which grants came, in the order of the alphabet."""
    return list(_grants(place).exclude(scheme="").order_by("scheme").values_list("scheme", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with our own sum beside the total that it states itself."""

    source: BudgetSource
    rows: int
    cents: int

    @property
    def disagrees(self) -> bool:
        """Whether our sum is another amount than the source states."""
        stated = self.source.stated_total_cents
        return stated is not None and stated != self.cents

    @property
    def shown_cents(self) -> int | None:
        """The total, unless the source and its parts disagree."""
        return None if self.disagrees else self.cents


def sources_of(place: Place) -> list[SourceRow]:
    """Where the amounts come from, each with its own sum."""
    rows = BudgetSource.objects.filter(place=place).annotate(n=Count("rows"), total=Sum(_amount()))
    return [SourceRow(s, s.n, s.total or 0) for s in rows.order_by("kind", "-year", "public_body", "document", "pk")]


def _amount() -> Coalesce:
    return Coalesce("rows__granted_cents", "rows__spending_cents")


def source_list(place: Place) -> QuerySet[BudgetSource]:
    """The sources of a place, to choose from."""
    return BudgetSource.objects.filter(place=place).order_by("public_body", "document", "-year", "pk")


def source_by_pk(place: Place, pk: int) -> BudgetSource | None:
    """One source of this place."""
    return BudgetSource.objects.filter(place=place, pk=pk).first()


@dataclass(frozen=True, slots=True)
class TaskField:
    """One municipal task in one budget or account; amounts of the whole municipality."""

    number: str
    name: str
    spending_cents: int | None
    income_cents: int | None


@dataclass(frozen=True, slots=True)
class City:
    """A budget or account of the whole municipality, by task."""

    source: BudgetSource
    fields: tuple[TaskField, ...]
    total: SourceRow


def city(place: Place) -> list[City]:
    """What the whole municipality plans and spends, newest first. It is not money of this place."""
    rows = MoneyRow.objects.filter(source__place=place, source__kind=SourceKind.TASK_FIELDS)
    found: dict[int, tuple[BudgetSource, list[TaskField]]] = {}
    for row in rows.select_related("source").order_by("-source__year", "source__stage", "pk"):
        task = TaskField(row.number, row.scheme, row.spending_cents, row.income_cents)
        found.setdefault(row.source_id, (row.source, []))[1].append(task)
    return [City(source, tuple(tasks), _sum_of(source, tasks)) for source, tasks in found.values()]


def _sum_of(source: BudgetSource, tasks: list[TaskField]) -> SourceRow:
    return SourceRow(source, len(tasks), sum(task.spending_cents or 0 for task in tasks))
