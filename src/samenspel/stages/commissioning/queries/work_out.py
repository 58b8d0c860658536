"""Counting a vote and checking it. Needs numpy, so only the process that counts imports this; it writes nothing."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping

from samenspel.instruments.ballots import queries as boxes
from samenspel.kernel.journal.models import Entry
from samenspel.stages.commissioning.models import Call, CallOption
from samenspel.stages.commissioning.queries.counted import Line, Worked
from samenspel.stages.commissioning.states import CallState
from samenspel_methods.allocation import AllocationError, Election, Project, Reglement, Result, pabulib
from samenspel_methods.allocation.certificate import certificate, dumps, loads
from samenspel_methods.allocation.check import check
from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.explain import Needs, Reason, explain, needs, said, said_needs
from samenspel_methods.allocation.model import tally
from samenspel_methods.allocation.reglement import of_rule_set
from samenspel_methods.allocation.ties import Key, among_equals


class DoesNotAgree(Exception):
    """The ballots are not those that were sealed, or the check does not agree with the count."""


def work_out(call: Call) -> Worked:
    """Who gets money and why, with a certificate that was checked by a second way of counting."""
    if call.box is None:
        raise DoesNotAgree("no box")
    election, rules = boxes.count_input(call.box), of_rule_set(boxes.rules_of(call.box))
    if hashlib.sha256(pabulib.write(election).encode()).hexdigest() != call.box.input_hash:
        raise DoesNotAgree("other ballots")
    result = count(election, rules, seed=call.box.seed)
    text = dumps(certificate(election, rules, result))
    if wrong := check(election, loads(text), rules):
        raise DoesNotAgree(", ".join(problem.code for problem in wrong))
    # Codes, not names: a name can be taken back later, and what is kept here stays.
    codes = dict(CallOption.objects.filter(call=call).values_list("key", "node__code"))
    lines = tuple(_lines(election, rules, result, codes))
    return Worked(call.box.input_hash, call.box.seed, election.voters, result.cost, text, lines)


def wrong_results() -> list[tuple[str, str]]:
    """Results that no longer follow from their ballots, or whose certificate is not the one in the journal: and why."""
    counted = Call.objects.filter(state__in=(CallState.COUNTED, CallState.DECIDED), box__isnull=False)
    found = ((call.code, _wrong(call)) for call in counted.select_related("node", "box").order_by("pk"))
    return [(code, why) for code, why in found if why]


def _wrong(call: Call) -> str:
    if call.box is None or hashlib.sha256(call.certificate.encode()).hexdigest() != _sealed(call):
        return "other certificate"
    try:
        problems = check(boxes.count_input(call.box), loads(call.certificate), of_rule_set(boxes.rules_of(call.box)))
    except AllocationError as error:
        return error.code
    return ", ".join(problem.code for problem in problems)


def _sealed(call: Call) -> str:
    """The hash of the certificate as the journal has it."""
    entry = Entry.objects.filter(verb="commissioning.result.seal", subject=call.code).order_by("-seq").first()
    return str(json.loads(entry.canonical)["facts"]["certificate_sha256"]) if entry else ""


def _lines(election: Election, rules: Reglement, result: Result, names: Mapping[str, str]) -> Iterator[Line]:
    """Every plan in the order of the count, with the money that was left at its turn."""
    score, votes = tally(election)
    why = {reason.project: reason for reason in explain(election, result)}
    missing, left = needs(election, rules, result), result.budget
    granted = {win.project: win.granted for win in result.wins}
    equals = Counter((score[p.id], p.cost, votes[p.id]) for p in election.projects)

    def place(p: Project) -> tuple[int, Key]:
        return -score[p.id], among_equals(p, votes[p.id], rules.tie.order, result.seed)

    for p in sorted(election.projects, key=place):
        reason, needed = why[p.id], missing.get(p.id)
        text = " ".join(filter(None, (said(reason, "nl", names), said_needs(needed, "nl", names) if needed else "")))
        by_lot = equals[score[p.id], p.cost, votes[p.id]] > 1
        yield Line(p.id, votes[p.id], left, reason.won, by_lot, reason.code, _facts(reason, needed), text)
        left -= granted.get(p.id, 0)


def _facts(reason: Reason, needed: Needs | None) -> dict[str, object]:
    """The numbers of a reason as plain data; what is short, in whole cents."""
    found: dict[str, object] = {
        name: value if isinstance(value, int | str) else round(value) for name, value in reason.params.items()
    }
    if reason.tied:
        found["tied"] = list(reason.tied)
    if needed:
        found |= {"votes_needed": needed.votes, "euro_needed": needed.budget, "cost_needed": needed.cost}
        found["instead_of"] = list(needed.instead_of)
    return {name: value for name, value in found.items() if value is not None}
