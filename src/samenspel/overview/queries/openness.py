"""What the pages of openness show: journal lines, found things, who may do what, tables."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access import queries as access
from samenspel.kernel.action import ACTIONS
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.formats import dictionary_rows
from samenspel.kernel.lineage import queries as lineage
from samenspel.kernel.people import queries as people
from samenspel.overview.words import CHANNEL_WORDS, room_name


def journal_rows(entries: Iterable[Any]) -> list[dict[str, Any]]:
    """Lines of the journal in words; names and things in two queries."""
    shown = list(entries)
    nodes = lineage.nodes_by_code(e.subject for e in shown)
    parties = people.parties_by_pk({e.party for e in shown if e.party})
    return [
        {
            "entry": entry,
            "channel": CHANNEL_WORDS.get(entry.channel, entry.channel),
            "label": ACTIONS[entry.verb].label if entry.verb in ACTIONS else entry.verb,
            "node": nodes.get(entry.subject),
            "party": parties.get(entry.party) if entry.party else None,
            "texts": [
                (t, pgettext("room", "ingetrokken") if t.erased_at else t.body)
                for t in entry.texts.all()
                if t.field == "reason"
            ],
        }
        for entry in shown
    ]


def found_things(place: int, words: str) -> Any:
    """Public things with these words in their title, or with this code."""
    looked = lineage.look_up(words) if words else None
    if looked and looked.node and looked.node.place_id == place:
        return [looked.node]
    return lineage.search_titles(None, place, words) if words else []


def who_may(place: Any) -> dict[str, Any]:
    """Acts grouped by room, and the roles people hold at a place."""
    groups: dict[str, list[Any]] = {}
    for info in sorted(ACTIONS.values(), key=lambda a: a.verb):
        groups.setdefault(info.room, []).append(info)
    named = [(room_name(key) if key in ROOM else _kernel_name(key), acts) for key, acts in groups.items()]
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


def _kernel_name(key: str) -> str:
    names = {
        "places": pgettext("room", "Gebieden"),
        "people": _("Mensen en groepen"),
        "access": pgettext("room", "Rollen"),
        "cycle": _("De ronde"),
        "handover": pgettext("room", "Uitgaven"),
        "money": _("Geld van de buurt"),
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
