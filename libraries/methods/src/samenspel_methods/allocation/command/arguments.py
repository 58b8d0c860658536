"""What can be asked on the command line, and the reglement that it makes."""

from __future__ import annotations

import argparse
from pathlib import Path

from samenspel_methods.allocation import reglement as rules
from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Election
from samenspel_methods.allocation.reglement import file

RULES = {
    "greedy": "greedy_skip", "greedy-no-skip": "greedy_no_skip", "greedy-80": "greedy_80",
    "score-per-cost": "score_per_cost", "equal-shares": "equal_shares", "phragmen": "phragmen",
    "max-support": "max_support",
}  # fmt: skip
COMPLETIONS = ("none", "u", "add1", "add1e", "add1u", "add1eu")


def tally_options() -> argparse.ArgumentParser:
    """Options of `tally`."""
    found = argparse.ArgumentParser(prog="samenspel tally", description="Count a vote about money in a .pb file.")
    found.add_argument("file", type=Path, help="a .pb file (Pabulib)")
    found.add_argument("--rule", choices=RULES, default="greedy")
    found.add_argument("--utility", choices=("cost", "cardinality", "score"), default="cost")
    found.add_argument("--completion", choices=COMPLETIONS, default="none")
    found.add_argument("--reglement", help="rules: a JSON file, the id of a preset, or `own` (of the .pb file)")
    found.add_argument("--compare", nargs="+", metavar="RULE", default=[], help="count by these rules too")
    found.add_argument("--explain", metavar="ID", action="append", default=[], help="why this plan won or not")
    found.add_argument("--certificate", type=Path, metavar="OUT.json", help="write what a stranger checks")
    found.add_argument("--seed", help="the published text from which the lot between equals follows")
    mode = found.add_mutually_exclusive_group()
    mode.add_argument("--strict", action="store_true", help="refuse a file with anything odd instead of telling it")
    mode.add_argument("--lenient", action="store_true", help="count also where votes are missing or cannot be read")
    found.add_argument("--json", action="store_true", help="print the outcome as JSON")
    found.add_argument("--language", choices=("nl", "en"), help="of the sentences")
    return found


def verify_options() -> argparse.ArgumentParser:
    """Options of `verify-result`."""
    found = argparse.ArgumentParser(prog="samenspel verify-result", description="Check a certificate.")
    found.add_argument("file", type=Path, help="the .pb file that was counted")
    found.add_argument("certificate", type=Path, help="the certificate")
    found.add_argument("--language", choices=("nl", "en"), help="of the sentences")
    return found


def asked_reglement(asked: argparse.Namespace, election: Election) -> rules.Reglement:
    """The rules to count by. Raises AllocationError (`reglement_missing`)."""
    if asked.reglement is None:
        return by_name(asked.rule, asked)
    if asked.reglement == "own":
        return rules.of_election(election)
    if any(known.id == asked.reglement for known in rules.presets()):
        return rules.preset(asked.reglement)
    path = Path(asked.reglement)
    if not path.is_file():
        raise AllocationError("reglement_missing", name=asked.reglement)
    return file.read(path.read_bytes())


def by_name(name: str, asked: argparse.Namespace) -> rules.Reglement:
    """The rules behind a name; `equal-shares/add1` names a completion too. Raises AllocationError (`rule_unknown`)."""
    rule, _slash, completion = name.partition("/")
    if rule not in RULES or (completion and completion not in COMPLETIONS):
        raise AllocationError("rule_unknown", name=name, known=", ".join(RULES))
    settled = completion or (asked.completion if rule == "equal-shares" else "none")
    return rules.Reglement.from_json(
        {"version": 1, "rule": RULES[rule], "utility": asked.utility, "completion": settled}
    )
