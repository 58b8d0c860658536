"""A small survey by letter and an open one, and people who answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import actions
from samenspel.instruments.surveys.models import Survey
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast

VISITOR = Actor()


@dataclass
class Wave:
    """A survey that is open, with its codes."""

    survey: Survey
    organiser: Actor
    codes: list[str]

    def answer(self, number: int, by: Actor = VISITOR, remarks: dict[str, str] | None = None, **given: Any) -> object:
        """Somebody with the letter of this number answers; single answers may be given as one number."""
        letter = digest_of(self.survey.pk, self.codes[number]) if self.codes else ""
        values = {key: value if isinstance(value, tuple) else (value,) for key, value in given.items()}
        return actions.give_answer(self.survey, by=by, answers=values, remarks=remarks, letter=letter)

    def finish(self) -> Survey:
        """Close and publish."""
        closed = actions.close_survey(self.survey, by=self.organiser)
        self.survey = actions.publish_survey(closed, by=self.organiser, reason="Alles is geteld.")
        return self.survey


def make_wave(cycle: Cycle, organiser: Actor, codes: int = 0, themes: tuple[str, ...] = ("safety",)) -> Wave:
    """An open survey; with codes it is a sample."""
    audience = "sample" if codes else "all"
    made = actions.start_survey(
        cycle, by=organiser, title="Hoe is het hier?", period="2026", audience=audience, themes=themes
    )
    issued = actions.issue_codes(made, by=organiser, count=codes, reason="brieven") if codes else ()
    return Wave(actions.open_survey(made, by=organiser), organiser, [one.code for one in issued])


@pytest.fixture
def letters(cycle: Cycle, cast: Cast) -> Wave:
    """A sample of forty letters."""
    return make_wave(cycle, cast.organiser, codes=40)


@pytest.fixture
def everybody(cycle: Cycle, cast: Cast) -> Wave:
    """Open to all."""
    return make_wave(cycle, cast.organiser, themes=("safety", "overall"))


@pytest.fixture
def draft(cycle: Cycle, cast: Cast) -> Survey:
    """A survey that is being made."""
    return actions.start_survey(cycle, by=cast.organiser, title="Nog niet af", period="2026", themes=("safety",))
