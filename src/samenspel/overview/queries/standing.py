"""How one thing stands: its state, why, what happened last and what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.questions import queries as questions
from samenspel.kernel.action import ACTIONS
from samenspel.overview.words import HAPPENED
from samenspel.stages.agenda import queries as agenda
from samenspel.stages.assessment import queries as assessment
from samenspel.stages.commissioning import queries as commissioning
from samenspel.stages.monitoring import queries as monitoring
from samenspel.stages.pact import queries as pact
from samenspel.stages.plan import queries as plan
from samenspel.stages.proposals import queries as proposals

ANYBODY = Actor()
FINDERS: dict[str, Callable[[Any], Any]] = {
    "proposal": lambda node: proposals.proposal(node.cycle, node.code, ANYBODY),
    "priority": lambda node: next((p for p in agenda.live(node.cycle) if p.code == node.code), None),
    "plan_line": lambda node: plan.line_by_code(node.cycle, node.code, ANYBODY),
    "assessment": lambda node: assessment.talk(node.place, node.code, ANYBODY),
    "commitment": lambda node: pact.commitment(node.cycle, node.code, ANYBODY),
    "question": lambda node: next(iter(questions.by_codes([node.code])), None),
    "outcome": lambda node: monitoring.outcome(node.cycle, node.code, ANYBODY),
}
FINAL = {"adopt", "conclude", "decide", "decline", "give", "hide", "merge", "renegotiate", "reply", "stop", "withdraw"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody wants to know first. `following` are sentences, `votes` are pages where one votes or reads on."""

    mark: str = ""
    label: str = ""
    reason: str = ""
    last: str = ""
    following: tuple[str, ...] = ()
    votes: tuple[Any, ...] = ()


def standing(node: Any, after: tuple[Any, ...], entries: list[Any]) -> Standing:
    """What happened with this? Two queries at most, and one of them only when it came to a vote."""
    row = FINDERS[node.kind](node) if node.kind in FINDERS and node.cycle else None
    codes = [n.code for n in (node, *after) if n.kind == "option" and n.cycle_id == node.cycle_id]
    votes = commissioning.on_ballots(codes) if codes else ()
    if node.kind == "call" and votes:
        row = votes[0].call
    mark = commissioning.CALL_MARKS[row.state] if row and node.kind == "call" else getattr(row, "mark", "")
    return Standing(
        mark=mark,
        label=str(getattr(row, "state_label", "") or row.get_state_display()) if mark and row else "",
        reason=_reason(row, entries),
        last=_last(entries),
        following=tuple(dict.fromkeys((*_expected(node.kind, row), *_in_votes(node.kind, votes)))),
        votes=() if node.kind == "call" else tuple({option.call_id: option.call for option in votes}.values()),
    )


def _reason(row: Any, entries: list[Any]) -> str:
    """The public reason that the thing itself shows, else the last one that was given in public."""
    own = getattr(row, "public_reason", None)
    given = (e.reason for e in reversed(entries) if e.reason and e.verb.rsplit(".", 1)[-1] in FINAL)
    return own if own is not None else next(given, "")


def _last(entries: list[Any]) -> str:
    """What happened last, with its day."""
    known = [e for e in entries if e.verb in ACTIONS]
    if not known:
        return ""
    what = str(HAPPENED.get(known[-1].verb) or ACTIONS[known[-1].verb].label).rstrip(".")
    return _("Laatst gebeurd op %(day)s: %(what)s.") % {"day": _day(known[-1].at), "what": what}


def _expected(kind: str, row: Any) -> tuple[str, ...]:
    """What comes next by the state of the thing itself."""
    if kind == "commitment" and row and row.due and row.mark in ("open", "busy", "late"):
        return (_("Beloofd voor %(day)s.") % {"day": _day(row.due)},)
    if kind == "question" and row and not row.answered_on:
        words = _("antwoord uiterlijk %(day)s") % {"day": _day(row.due)}
        return (f"{words[0].upper()}{words[1:]}.",)
    if kind != "proposal" or row is None:
        return ()
    if row.state in ("handed_in", "weighed"):
        return (_("Er is nog geen antwoord. Er wordt gekeken of het kan."),)
    still = (_("Dit antwoord is voorlopig. Daarna komt het vaste antwoord."),) if row.mark == "busy" else ()
    can = (_("Wat wel kan: %(what)s") % {"what": f"\u2068{row.next_step}\u2069"},) if row.next_step else ()
    return still + can


def _in_votes(kind: str, votes: Any) -> list[str]:
    """How it stands in the votes: of a plan itself with the result, of what it came from only what is open now."""
    if kind == "call":
        return [f"{_('Open tot en met %(day)s') % _facts(o.call)}." for o in votes if _is_open(o.call)]
    if kind in ("proposal", "option"):
        return [_vote_words(option) for option in votes]
    words = _("Wat hiervan kwam, staat nu in de stemming ‘%(vote)s’. Stemmen kan tot en met %(day)s.")
    return [words % _facts(o.call) for o in votes if _is_open(o.call)]


def _vote_words(option: Any) -> str:
    """How a plan stands in the vote it is in, or was in."""
    line, facts = getattr(option, "result", None), _facts(option.call)
    if line:
        if line.outcome == "funded":
            return _("In de stemming ‘%(vote)s’ kreeg dit geld.") % facts
        return _("In de stemming ‘%(vote)s’ kreeg dit geen geld.") % facts
    if _is_open(option.call):
        return _("Dit staat nu in de stemming ‘%(vote)s’. Stemmen kan tot en met %(day)s.") % facts
    return _("Dit staat in de stemming ‘%(vote)s’. Er is nog geen uitslag.") % facts


def _is_open(call: Any) -> bool:
    return bool(call.state == "open" and call.closes_at and call.closes_at > timezone.now())


def _facts(call: Any) -> dict[str, str]:
    return {"vote": f"\u2068{call.title}\u2069", "day": _day(call.closes_at) if call.closes_at else ""}


def _day(when: Any) -> str:
    return date_format(timezone.localtime(when) if hasattr(when, "hour") else when, "j F Y")
