"""Reasons as sentences for residents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from samenspel_methods import euros, number, sentences
from samenspel_methods.allocation.reasons.model import Reason, Statement
from samenspel_methods.allocation.reasons.needed import Needs
from samenspel_methods.allocation.reasons.whatif import Needed

PACKAGE = "samenspel_methods.allocation"
MONEY = frozenset(
    {"cost", "left", "budget", "short", "held", "most", "cap", "granted", "load", "share", "paid", "value"}
)
# Of measures of a threshold, those that are a part of something.
PARTS = frozenset({"share", "cost_share"})
FEW = 3  # rivals named in a sentence
Names = Mapping[str, str]


def said(reason: Reason, language: str = "nl", names: Names | None = None) -> str:
    """Why a project won or not. `names`: what to call projects; their ids where not given.

    Languages: `nl` and `en`; of what a greedy count says also `ar` and `tr`. Anything else is said in English.
    """
    named, text = names or {}, _texts(language)
    params = dict(reason.params)
    key = reason.code
    if key == "excluded_by":
        params["name"] = _called(named, str(params["name"]))
    if key == "below_threshold":
        key = f"below_{params.pop('measure')}"
    parts = [_fill(text, key, params, language)]
    if reason.rivals:
        listed = [f"{_called(named, name)} ({_euros(money, language)})" for name, money in reason.rivals[:FEW]]
        more = len(reason.rivals) - FEW
        key = "rivals_more" if more > 1 else "rivals_one_more" if more == 1 else "rivals"
        joined = ", ".join(listed) if more > 0 else _listed(listed, text)
        parts.append(text[key].format(names=joined, more=more))
    if reason.tied:
        listed = [_called(named, name) for name in reason.tied]
        parts.append(text["tie_won" if reason.won else "tie_lost"].format(names=_listed(listed, text)))
    return " ".join(parts)


def said_to_voter(found: Statement, language: str = "nl", names: Names | None = None) -> str:
    """What the count did with a ballot, for the voter."""
    named, text = names or {}, _texts(language)
    others = _listed([_called(named, name) for name in found.otherwise], text)
    if found.share is None:
        return text["voter_picks"].format(names=others) if others else text["voter_nothing"]
    parts = [_fill(text, "voter_share", {"share": found.share}, language)]
    paid = [f"{_called(named, name)} ({_euros(money, language)})" for name, money in found.paid if money]
    parts.append(text["voter_paid"].format(names=_listed(paid, text)) if paid else text["voter_paid_nothing"])
    parts.append(_fill(text, "voter_left", {"left": found.left}, language))
    if others:
        parts.append(text["voter_otherwise"].format(names=others))
    return " ".join(parts)


def said_needed(kind: str, found: Needed, language: str = "nl") -> str:
    """What would have been needed; `kind`: `cost`, `votes` or `budget`."""
    if found.value is None:
        return _texts(language)[f"needed_{kind}_none"]
    one = kind == "votes" and found.value == 1
    value = number(found.value, language) if kind == "votes" else _euros(Fraction(found.value), language)
    return _texts(language)[f"needed_{kind}_one" if one else f"needed_{kind}"].format(value=value)


def said_needs(found: Needs, language: str = "nl", names: Names | None = None) -> str:
    """Everything that would have given a project money, in one or two sentences; empty when nothing would."""
    text = _texts(language)
    ways = {"votes": found.votes, "budget": found.budget, "cost": found.cost}
    parts = []
    for kind, value in ways.items():
        if value is not None:
            shown = number(value, language) if kind == "votes" else _euros(Fraction(value), language)
            parts.append(text[f"needs_{kind}_one" if kind == "votes" and value == 1 else f"needs_{kind}"].format(shown))
    if not parts:
        return ""
    sentence = text["needs"].format(ways=_listed(parts, text, "or"))
    return f"{sentence} {said_rivals(found, language, names)}".strip()


def said_rivals(found: Needs, language: str = "nl", names: Names | None = None) -> str:
    """Which winners would have lost their money; empty when none."""
    text = _texts(language)
    rivals = _listed([_called(names or {}, name) for name in found.instead_of], text)
    return text["needs_instead"].format(names=rivals) if rivals else ""


def _texts(language: str) -> Mapping[str, str]:
    return sentences(PACKAGE, f"reasons.{language}")


def _fill(text: Mapping[str, str], key: str, params: Mapping[str, int | str | Fraction], language: str) -> str:
    one = f"{key}_one"
    key = one if params.get("votes") == 1 and one in text else key
    part = key.removeprefix("below_") in PARTS
    return text[key].format(**{name: _shown(name, value, language, part) for name, value in params.items()})


def _shown(name: str, value: int | str | Fraction, language: str, part: bool) -> str:
    if isinstance(value, str):
        return value
    if name in MONEY:
        return _euros(Fraction(value), language)
    if part and name in ("least", "found"):
        return _percent(Fraction(value), language)
    return number(round(value), language)


def _euros(cents: Fraction, language: str) -> str:
    """To the cent; an amount that is there is never shown as nothing."""
    rounded = round(cents)
    return euros(rounded if rounded or not cents else 1, language)


def _percent(part: Fraction, language: str) -> str:
    tenths = round(part * 1000)
    text = f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
    return f"{text if language == 'en' else text.replace('.', ',')}%"


def _called(names: Names, project: str) -> str:
    return names.get(project) or project


def _listed(names: Sequence[str], text: Mapping[str, str], word: str = "and") -> str:
    return text[word].join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
