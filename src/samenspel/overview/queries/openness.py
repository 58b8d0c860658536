"""What the pages of openness show: journal lines, found things, who may do what, tables."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rapidfuzz import fuzz, process

from samenspel.contracts.actor import Role
from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access import queries as access
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.action.rules import ROLE_WORDS, staff
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.formats import dictionary_rows
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.people import queries as people
from samenspel.overview.words import CHANNEL_WORDS, SUBJECT_WORDS, room_name

NEWEST, MOST = 2000, 5  # titles that are looked at, and named
ALIKE = 70  # out of 100; below this people see no likeness


def journal_rows(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Lines of the journal in words; names and things in two queries."""
    shown = list(entries)
    nodes = lineage.nodes_by_code(e.subject for e in shown)
    named = {pk for e in shown if (pk := _party_in(e.subject))}
    parties = people.parties_by_pk(named | {e.party for e in shown if e.party})
    return [
        {
            "entry": entry,
            "channel": CHANNEL_WORDS.get(entry.channel, entry.channel),
            "label": ACTIONS[entry.verb].label if entry.verb in ACTIONS else entry.verb,
            "node": nodes.get(entry.subject),
            "about": parties.get(_party_in(entry.subject)),
            "about_words": _about_words(entry),
            "party": parties.get(entry.party),
            "who": _who(entry),
            "texts": [
                (t, pgettext("room", "ingetrokken") if t.erased_at else t.body)
                for t in entry.texts.all()
                if t.field == "reason" and _for_all(entry, nodes)
            ],
        }
        for entry in shown
    ]


def _for_all(entry: Any, nodes: Mapping[str, Any]) -> bool:
    """Words about a thing show with the thing; why it was taken away stands in the log for good."""
    about_a_thing = bool(entry.subject) and ":" not in entry.subject
    return not about_a_thing or entry.subject in nodes or entry.verb.endswith(".hide")


def _party_in(subject: str) -> int:
    """The number of the party that a line is about, 0 when it is about something else."""
    table, _colon, number = subject.partition(":")
    return int(number) if table == "party" and number.isdigit() else 0


def _about_words(entry: Any) -> str:
    """What a line is about, when that has no page: the kind of thing, never a number of a table."""
    if not entry.subject or ":" not in entry.subject:
        return _("nog niet, of niet meer, openbaar") if entry.subject else ""
    table = entry.subject.partition(":")[0]
    return str(SUBJECT_WORDS.get(table, "")) or _name_of(entry.verb.partition(".")[0])


def _who(entry: Any) -> str:
    """In which role somebody did it; never a name."""
    if entry.channel == "import":
        return _("ingelezen door een beheerder")
    facts = json.loads(entry.canonical)["facts"]
    if facts.get("staff"):
        return str(staff)
    role = facts.get("role", "")
    return str(ROLE_WORDS[Role(role)]) if role else _("iemand uit de buurt")


def found_things(place: int, words: str) -> Any:
    """Public things with these words in their title, or with this code."""
    looked = lineage.look_up(words) if words else None
    if looked and looked.node and looked.node.place_id == place:
        return [looked.node]
    return lineage.search_titles(None, place, words) if words else []


def did_you_mean(place: int, words: str) -> list[Any]:
    """Things whose title looks like what somebody typed, when nothing holds those words; one query."""
    newest = {n.pk: n for n in lineage.search_titles(None, place, "")[:NEWEST]}
    titles = {pk: n.title.casefold() for pk, n in newest.items()}
    near = process.extract(words.casefold(), titles, scorer=fuzz.partial_token_ratio, score_cutoff=ALIKE, limit=MOST)
    return [newest[pk] for _title, _score, pk in near]


def who_may(place: Any) -> dict[str, Any]:
    """Acts grouped by room, and the roles people hold at a place."""
    groups: dict[str, list[Any]] = {}
    for info in sorted(ACTIONS.values(), key=lambda a: a.verb):
        groups.setdefault(info.room, []).append(info)
    named = [(_name_of(key), acts) for key, acts in groups.items()]
    if place is None:
        return {"groups": named}
    levels = {p.verb: p.get_level_display() for p in access.identity_levels(place)}
    return {
        "groups": named,
        "levels": levels,
        "mandates": access.mandates_at(place),
        "conflicts": access.conflicts_at(place),
        "sessions": access.staff_sessions(place)[:20],
    }


def _name_of(key: str) -> str:
    """The name of a room, or of a part of the kernel or an instrument."""
    if key in ROOM:
        return room_name(key)
    names = {
        "places": pgettext("room", "Gebieden"),
        "people": _("Mensen en groepen"),
        "access": pgettext("room", "Rollen"),
        "cycle": _("De ronde"),
        "daily": _("Het werk van elke dag"),
        "handover": pgettext("room", "Uitgaven"),
        "house": _("De hele site"),
        "money": _("Geld van de buurt"),
        "news": _("Volgen en e-mail"),
        "stories": pgettext("room", "Verhalen"),
        "offers": pgettext("room", "Bronnen"),
        "questions": pgettext("room", "Vragen"),
        "ballots": pgettext("room", "Stemmen"),
    }
    return names.get(key, key)


def tables() -> list[dict[str, Any]]:
    """Every table with its dictionary."""
    return [
        {"name": name, "label": export.label, "columns": dictionary_rows(export)[1:]}
        for name, export in registered().items()
    ]
