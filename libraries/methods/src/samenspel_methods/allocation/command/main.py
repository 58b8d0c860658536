"""`samenspel tally` and `samenspel verify-result`: files in, text out. Exit code 0, or 1 with a sentence that says
what to do.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from functools import partial

from samenspel_methods.allocation import pabulib
from samenspel_methods.allocation.certificate import certificate, dumps, loads
from samenspel_methods.allocation.command.arguments import asked_reglement, by_name, tally_options, verify_options
from samenspel_methods.allocation.command.showing import WORDS, Bar, as_data, lines, units
from samenspel_methods.allocation.counting import count, what_if
from samenspel_methods.allocation.entry import weights
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reasons import needs_of, reasons, said, said_needs
from samenspel_methods.allocation.reglement import Reglement
from samenspel_methods.allocation.result import Result
from samenspel_methods.allocation.statistics import unserved
from samenspel_methods.allocation.verify import problems


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _warn(text: str) -> None:
    sys.stderr.write(text + "\n")


def main(verb: str, arguments: Sequence[str]) -> int:
    """Run one command."""
    asked = (tally_options() if verb == "tally" else verify_options()).parse_args(arguments)
    asked.language = asked.language or ("nl" if os.environ.get("LANG", "").startswith("nl") else "en")
    try:
        return tally(asked) if verb == "tally" else verify_result(asked)
    except AllocationError as error:
        return _failed(asked, error)
    except OSError as error:
        _warn(f"{error.filename}: {error.strerror}")
        return 1


def _failed(asked: argparse.Namespace, error: AllocationError) -> int:
    if getattr(asked, "json", False):
        _say(json.dumps({"error": {"code": error.code, "line": error.line, "says": error.sentence(asked.language)}}))
    _warn(error.sentence(asked.language))
    return 1


def _read(asked: argparse.Namespace, *, lenient: bool, channels: bool = False) -> Election:
    with asked.file.open("rb") as source:
        return pabulib.read(source, lenient=lenient, channels=channels)


# What is told about these is no matter of form: a voter, a pick or points are gone. Only who asks for it counts on.
LOST = frozenset({"unknown_project", "bad_points", "points_do_not_match"})


def _whole(election: Election) -> Election:
    """The election, unless something of the vote itself was lost. Raises AllocationError."""
    for remark in election.remarks:
        told = dict(remark.params)
        short = remark.code == "wrong_count" and int(told["counted"]) < int(told["stated"])
        if short or remark.code in LOST:
            raise AllocationError(remark.code, remark.line, **told | {"project": remark.project})
    return election


def tally(asked: argparse.Namespace) -> int:
    """Count, and show what was asked for."""
    began = time.process_time()
    election = _read(asked, lenient=not asked.strict)
    if not asked.lenient:
        _whole(election)
    for remark in election.remarks:
        _warn(remark.sentence(asked.language))
    reglement = asked_reglement(asked, election)
    if reglement.weights:
        election = _read(asked, lenient=not asked.strict, channels=True)
    result = _counted(election, reglement, asked.seed)
    seconds = time.process_time() - began
    if asked.certificate:
        asked.certificate.write_text(dumps(certificate(election, reglement, result)), encoding="utf-8")
    if asked.json:
        _say(json.dumps(_all_data(asked, election, reglement, result, seconds), ensure_ascii=False))
    else:
        _show(asked, election, reglement, result)
    return 0


def _counted(election: Election, reglement: Reglement, seed: str | None) -> Result:
    began = time.monotonic()
    bar = Bar(lambda: time.monotonic() - began)
    try:
        return count(election, reglement, seed=seed, progress=bar)
    finally:
        bar.end()


def _others(asked: argparse.Namespace, election: Election) -> dict[str, Result]:
    return {name: _counted(election, by_name(name, asked), asked.seed) for name in asked.compare}


def _explained(asked: argparse.Namespace, election: Election, reglement: Reglement, result: Result) -> dict[str, str]:
    """Why these plans won or not; of a loser also what would have been enough, by counting again."""
    known = {reason.project: reason for reason in reasons(election, result, weights(election, reglement))}
    if unknown := [name for name in asked.explain if name not in known]:
        raise AllocationError("project_unknown", project=unknown[0])
    found = {name: said(known[name], asked.language) for name in asked.explain}
    for name in (name for name in asked.explain if not known[name].won):
        again = partial(_counted, reglement=reglement, seed=asked.seed)
        ask = what_if(election, reglement, seed=asked.seed)
        more = said_needs(needs_of(name, election, reglement, result, again, ask), asked.language)
        found[name] = f"{found[name]} {more}".strip()
    return found


def _all_data(
    asked: argparse.Namespace, election: Election, reglement: Reglement, result: Result, seconds: float
) -> dict[str, object]:
    found = as_data(result, seconds)
    if asked.explain:
        found["explained"] = _explained(asked, election, reglement, result)
    if asked.compare:
        found["compared"] = {name: as_data(other, 0) for name, other in _others(asked, election).items()}
    return found


def _show(asked: argparse.Namespace, election: Election, reglement: Reglement, result: Result) -> None:
    explained = _explained(asked, election, reglement, result)
    for line in lines(election, result, asked.language):
        _say(line)
    for sentence in explained.values():
        _say(sentence)
    if asked.compare:
        _say(WORDS[asked.language]["compare"])
        for name, other in {result.rule: result, **_others(asked, election)}.items():
            _say(f"  {name}: {len(other.wins)}, {units(other.cost)}, {unserved(election, other)}")


def verify_result(asked: argparse.Namespace) -> int:
    """Check a certificate against the ballots."""
    paper = loads(asked.certificate.read_text(encoding="utf-8"))
    election = _read(asked, lenient=True, channels=bool(paper.reglement.weights))
    wrong = problems(election, paper)
    for fault in wrong:
        _say(fault.sentence(asked.language))
    if not wrong:
        _say(WORDS[asked.language]["agrees"])
    return 1 if wrong else 0
