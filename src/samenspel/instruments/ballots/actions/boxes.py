"""Making, opening and closing a box. Plain functions: a room calls them inside an action of its own."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.ballots.actions.keys import forget_parts, keys_of
from samenspel.instruments.ballots.actions.sealing import padded_size
from samenspel.instruments.ballots.models import BallotBox, Entitlement, Envelope, Option
from samenspel.instruments.ballots.states import BoxState
from samenspel.kernel.action import BadInput, WrongState, keep
from samenspel.kernel.journal.chain import canonical
from samenspel.kernel.places.models import Place
from samenspel_methods.allocation import RuleSet, sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as a room hands it in."""

    key: str
    title: str
    cents: int
    category: str = ""
    node: str = ""


def prepare_box(
    place: Place,
    subject: str,
    title: str,
    *,
    budget_cents: int,
    rules: RuleSet,
    choices: Sequence[Choice],
    seed: str = "",
) -> BallotBox:
    """A box with its options, not open yet. Rules that cannot hold together are refused."""
    wrong = rules.contradictions()
    if wrong:
        raise BadInput(" ".join(sentence(fault) for fault in wrong))
    box = keep(
        BallotBox(
            place=place, subject=subject, title=title, budget_cents=budget_cents, rule_set=canonical(rules.to_json()),
            seed=seed or secrets.token_hex(8), padded_size=padded_size(choice.key for choice in choices),
        )
    )  # fmt: skip
    rows = [Option(box=box, key=c.key, title=c.title, cents=c.cents, category=c.category, node=c.node) for c in choices]
    for row in rows:
        row.full_clean(validate_unique=False, validate_constraints=False, exclude=["box"])
    if len({row.key for row in rows}) != len(rows) or any("," in row.key for row in rows):
        raise BadInput(
            _("Twee keuzes hebben hetzelfde nummer, of er staat een komma in. Geef elke keuze een eigen nummer.")
        )
    Option.objects.bulk_create(rows)
    return box


def open_box(box: BallotBox, *, opens_at: datetime | None = None, closes_at: datetime | None = None) -> BallotBox:
    """From now on people can vote; three holders have their part of the key, and the server has none."""
    if box.state != BoxState.DRAFT:
        raise WrongState()
    if not Option.objects.filter(box=box).exists():
        raise BadInput(_("Er is nog niets om uit te kiezen. Zet eerst plannen op het stembiljet."))
    box.public_key = " ".join(keys_of(box.subject))
    box.opens_at, box.closes_at, box.state = opens_at, closes_at, BoxState.OPEN
    return _next(box)


def close_box(box: BallotBox) -> BallotBox:
    """Nobody can vote any more. Waits for ballots that are being cast, so none is lost or comes late."""
    if box.state != BoxState.OPEN:
        raise WrongState()
    everybody = Entitlement.objects.select_for_update(no_key=True).filter(box=box).order_by("pk")
    for _row in everybody.values_list("pk").iterator(chunk_size=2000):
        pass
    box.state = BoxState.CLOSED
    box.ballots = Envelope.objects.filter(entitlement__box=box).count()
    return _next(box)


def discard_box(box: BallotBox) -> BallotBox:
    """The vote ends without a count: what was sealed is destroyed unread."""
    if box.state == BoxState.OPEN:
        close_box(box)
    Envelope.objects.filter(entitlement__box=box).delete()
    forget_parts(box)
    return box


def _next(box: BallotBox) -> BallotBox:
    box.version += 1
    return keep(box)


def file_facts(meta: Sequence[tuple[str, str]]) -> str:
    """Other facts of a file of ballots, kept so that it can be written again."""
    return json.dumps([list(pair) for pair in meta], ensure_ascii=False)
