"""The outcome as it is shown: what was found, who answered and who is missing, and what changed since last time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.models import Finding, Survey, SurveyCode
from samenspel.instruments.surveys.queries.counting import Sheet, findings_of, sheet_of
from samenspel.instruments.surveys.rules.questionnaire import MARK
from samenspel.instruments.surveys.states import SurveyState
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import Place
from samenspel_methods.statistics.suppression import suppress
from samenspel_methods.statistics.survey import Mark as Measured
from samenspel_methods.statistics.survey import change_of_mark, mean_mark

NOBODY = mean_mark([])


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a reader gets to see. `account` holds how it came about."""

    survey: Survey
    findings: Sequence[Finding]
    account: Mapping[str, Any]
    waves: Mapping[str, Sequence[Finding]]

    @property
    def whole(self) -> list[Finding]:
        """What everybody together said."""
        return [f for f in self.findings if not f.group]

    def parts(self, group: str) -> list[Finding]:
        """What groups said."""
        return [f for f in self.findings if f.group == group]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of residents, for wherever marks stand beside figures. `area`: code of a part, or empty: the whole place.

    `margin` is None when anyone could join in.
    """

    theme: str
    key: str
    text: str
    area: str
    mean: float
    margin: float | None
    n: int
    period: str


def outcome(survey: Survey) -> Outcome:
    """What came of it: what was published, or for who makes it, how it looks now."""
    if survey.state == SurveyState.PUBLISHED:
        found = list(Finding.objects.filter(rules.published(Actor()), survey=survey))
        return Outcome(survey, found, json.loads(survey.account or "{}"), waves(survey))
    sheet = sheet_of(survey)
    return Outcome(survey, findings_of(sheet), account_of(sheet), waves(survey))


def account_of(sheet: Sheet) -> dict[str, Any]:
    """How the outcome came about: who was asked, who answered by which way, who is missing, and the weights."""
    letters = SurveyCode.objects.filter(survey=sheet.survey).count() if sheet.survey.by_letter else 0
    n = len(sheet.rows)
    return {
        "letters": letters, "given": n, "population": sheet.survey.population,
        "channels": suppress(Counter(sheet.channels)) if n else {},
        "groups": [_missing(sheet, item) for item in sheet.populations], "weighing": dict(sheet.weighing),
        "hidden": not findings_possible(n),
    }  # fmt: skip


def findings_possible(n: int) -> bool:
    """Whether there are enough answers to say anything."""
    return n >= 10


def _missing(sheet: Sheet, item: str) -> dict[str, Any]:
    """A group in the neighbourhood beside the same group in the answers."""
    asked = next((a for a in sheet.form if a.key == item), None)
    people = sheet.populations[item]
    counts = Counter(value for row in sheet.rows for value in row.get(item, ()))
    shown = suppress({choice: counts[choice] for choice in people})
    whole, said = sum(people.values()), sum(counts[c] for c in people)
    rows = [
        {
            "choice": choice, "name": asked.choices[choice - 1] if asked and choice <= len(asked.choices) else "",
            "lives": n / whole if whole else None, "n": shown[choice],
            "answered": shown[choice] / said if said and shown[choice] is not None else None,  # type: ignore[operator]
        }
        for choice, n in people.items()
    ]  # fmt: skip
    return {"item": item, "text": asked.text if asked else "", "rows": rows}


def waves(survey: Survey) -> dict[str, list[Finding]]:
    """The same marks in earlier published surveys of this place, oldest first."""
    rows = Finding.objects.filter(
        rules.published(Actor()), survey__node__place=survey.place_id, survey__pk__lt=survey.pk, kind=MARK, group="",
        value__isnull=False,
    )  # fmt: skip
    found: dict[str, list[Finding]] = {}
    for row in rows.select_related("survey").order_by("survey__published_on", "survey_id"):
        found.setdefault(row.item, []).append(row)
    return found


def changed(before: Finding, after: Finding) -> str:
    """`up`, `down`, `unclear` or `unknown`: only what is more than chance is called a change."""
    return change_of_mark(_measured(before), _measured(after)).word


def _measured(row: Finding) -> Measured:
    return Measured(row.value, None, row.margin, row.n, None, None, None, NOBODY.said)


def marks(place: Place | int, cycle: Cycle | None = None) -> list[Mark]:
    """The marks of residents that are published: of the whole place and of its parts, the newest wave of each.

    With a round: those of its surveys. Numbers of fewer than ten answers are not among them.
    """
    rows = Finding.objects.filter(
        rules.published(Actor()), survey__node__place=place, kind=MARK, group__in=("", "area"), value__isnull=False
    )
    rows = rows.filter(survey__node__cycle=cycle) if cycle is not None else rows
    newest: dict[tuple[str, str], Mark] = {}
    for f in rows.select_related("survey").order_by("survey__published_on", "survey_id", "position"):
        if f.value is not None and f.n is not None:
            newest[f.item, f.part] = Mark(
                f.theme, f.item, f.text, f.part, f.value, f.margin, f.n, f.survey.period
            )  # fmt: skip
    return list(newest.values())
