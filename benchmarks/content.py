"""What is measured: the demo neighbourhood, a round with 200 proposals beside it, and letters with voting codes."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import django

PROPOSALS, CODES, NOTES = 200, 12_000, "benchmark.json"


@dataclass(frozen=True)
class Content:
    """Where things are."""

    proposals: str
    vote: str
    picks: list[str]
    tickets: list[str]


def read() -> Content:
    """What was made earlier."""
    return Content(**json.loads((Path(os.environ["SAMENSPEL_DATA_DIR"]) / NOTES).read_text()))


def _proposals() -> str:
    from samenspel.config.commands import OPERATOR, operator_at
    from samenspel.kernel.cycle import actions as cycles
    from samenspel.kernel.places import actions as places
    from samenspel.stages.proposals import actions as proposals

    place = places.add_place(None, by=OPERATOR, slug="meetbuurt", name="Meetbuurt", kind="neighbourhood")
    operator = operator_at(place)
    cycle = cycles.open_cycle(place, by=operator, slug="2026", title="Ronde 1")
    cycles.move_stage(cycle.stages.get(stage="proposals"), by=operator, state="open")
    for number in range(PROPOSALS):
        proposals.hand_in(cycle, by=operator, title=f"Plan {number} van de straat", text="Elke week. " * 20,
                          summary="Samen iets doen in de straat.")  # fmt: skip
    return "/meetbuurt/2026/voorstellen/"


def _vote() -> tuple[str, list[str], list[str]]:
    from samenspel.config.commands import operator_at
    from samenspel.instruments.ballots import actions as ballots
    from samenspel.instruments.ballots.forms import ticket_for
    from samenspel.instruments.ballots.models import Option
    from samenspel.instruments.ballots.rules.codes import digest_of
    from samenspel.stages.commissioning.models import Call

    call = Call.objects.get(state="open", box__isnull=False)
    assert call.box is not None
    issued = ballots.issue_codes(call.box, by=operator_at(call.node.place), count=CODES, reason="meting")
    tickets = [ticket_for(call.box, digest_of(call.box.pk, slip.code)) for slip in issued]
    cheapest = Option.objects.filter(box=call.box).order_by("cents")[0]
    return call.address("cast"), [cheapest.key], tickets


def main() -> None:
    """Fill an empty data folder."""
    django.setup()
    from samenspel.config.demo import load_demo
    from samenspel.config.server import prepare

    prepare(lambda words: None)
    load_demo(lambda words: None, fresh=False)
    found = Content(_proposals(), *_vote())
    (Path(os.environ["SAMENSPEL_DATA_DIR"]) / NOTES).write_text(json.dumps(asdict(found)))


if __name__ == "__main__":
    main()
