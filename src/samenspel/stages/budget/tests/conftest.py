"""Money to start from: a small register, a source and a line."""

from collections.abc import Callable
from typing import Any

import pytest

from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.memory import remembered
from samenspel.stages.budget import actions
from samenspel.stages.budget.models import BudgetLine, BudgetSource

HEAD = "number,year,recipient,scheme,purpose,asked_cents,granted_cents,settled_cents,method,confidence,note\n"
ROWS = (
    "S-1,2019,Stichting Meevaart,Sociale basis,Meevaart,1000000,900000,,by location,measured,\n"
    "S-2,2019,(Particulier),Bewoners,Feest,50000,40000,40000,by location,measured,\n"
    "S-3,2019,(Verdeeld),Stadsdeel,,,5000000,,per resident,allocated,deel\n"
    "S-4,2020,Buurthuis,Sociale basis,Spullen,20000,10000,,by location,estimated,\n"
)
REGISTER = (HEAD + ROWS).encode()

Record = Callable[..., BudgetLine]


def take_in(place: Place, cast: Cast, content: bytes = REGISTER, **facts: Any) -> BudgetSource:
    """Bring in a register."""
    given = {"public_body": "Gemeente", "document": "Subsidieregister", **facts}
    return actions.import_grants(place, by=cast.finance, content=content, **given)


@pytest.fixture
@remembered
def register(place: Place, cast: Cast) -> BudgetSource:
    """A register of four grants."""
    return take_in(place, cast)


@pytest.fixture
def record(cycle: Cycle, cast: Cast, register: BudgetSource) -> Record:
    """Write a line down, as finance unless told otherwise."""

    def do(**facts: Any) -> BudgetLine:
        given: dict[str, Any] = {
            "title": "Groen", "source": register, "year": 2019, "stage": "granted", "method": "Uit de begroting.",
            "confidence": "measured", "cents": 100_000, "by": cast.finance,
        }  # fmt: skip
        return actions.record_line(cycle, **{**given, **facts})

    return do


@pytest.fixture
@remembered
def line(record: Record, cast: Cast) -> BudgetLine:
    """A thousand euros, of the provider."""
    return record(owner=cast.parties["provider"])
