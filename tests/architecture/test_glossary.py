"""One word for one thing: what the code calls things stands in docs/glossary.md."""

import re
from functools import lru_cache
from importlib import import_module

from samenspel.contracts.actor import Channel, Role
from samenspel.contracts.relations import KINDS, RELATIONS
from samenspel.contracts.rooms import ROOMS
from tests.architecture.house import ROOT, nothing, platform

ROW = re.compile(r"^\| (?P<dutch>[^|]+) \| (?P<words>`[^|]+`) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)


def rows() -> list[tuple[str, set[str]]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return [(found["dutch"], set(re.findall(r"`([a-z0-9_]+)`", found["words"]))) for found in ROW.finditer(text)]


@lru_cache
def known() -> frozenset[str]:
    return frozenset().union(*(words for _, words in rows()))


def test_every_action_is_about_something_in_the_glossary() -> None:
    from samenspel.kernel.action.registry import ACTIONS

    for module in platform():
        if module.file == "actions":
            import_module(module.name)
    missing = {verb for verb in ACTIONS if verb.split(".")[1] not in known()}
    nothing(sorted(missing))


def test_every_action_is_called_room_noun_verb() -> None:
    from samenspel.kernel.action.registry import ACTIONS

    nothing([verb for verb in ACTIONS if not re.fullmatch(r"[a-z_]+\.[a-z_]+\.[a-z_]+", verb)])


def test_the_map_of_the_product_speaks_the_glossary() -> None:
    words = {
        *KINDS,
        *(room.key for room in ROOMS),
        *(role.value for role in Role),
        *(c.value for c in Channel),
    }
    nothing(sorted(words - known()))


def test_every_relation_joins_two_known_kinds() -> None:
    nothing([r for r in RELATIONS if r.source not in KINDS or r.target not in KINDS])


def test_the_glossary_has_each_identifier_once() -> None:
    seen: dict[str, str] = {}
    twice = []
    for dutch, words in rows():
        twice += [f"{word}: {seen[word]} / {dutch}" for word in words if word in seen]
        seen |= dict.fromkeys(words, dutch)
    nothing(twice)
