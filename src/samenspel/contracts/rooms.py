"""The eleven rooms and the five questions, in the order of the cycle."""

from dataclasses import dataclass

from samenspel.contracts.words import gettext_noop, pgettext


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions residents meet."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Room:
    """One stage of the cycle. `key` is the package name and URL namespace, `slug` the Dutch URL part."""

    number: int
    key: str
    slug: str
    name: str
    question: str


QUESTIONS = (
    Question("who", gettext_noop("Wie zijn we?")),
    Question("want", gettext_noop("Wat willen we?")),
    Question("do", gettext_noop("Wat gaan we doen?")),
    Question("cost", gettext_noop("Wat kost het en wie doet het?")),
    Question("became", gettext_noop("Wat kwam ervan?")),
)

ROOMS = (
    Room(1, "profile", "profiel", pgettext("room", "Buurtprofiel"), "who"),
    Room(2, "consultation", "ophalen", pgettext("room", "Ophalen"), "who"),
    Room(3, "agenda", "agenda", pgettext("room", "Buurtagenda"), "want"),
    Room(4, "proposals", "voorstellen", pgettext("room", "Voorstellen"), "do"),
    Room(5, "plan", "plan", pgettext("room", "Gebiedsplan"), "do"),
    Room(6, "budget", "geld", pgettext("room", "Geld"), "cost"),
    Room(7, "quality", "kwaliteit", pgettext("room", "Kwaliteit"), "cost"),
    Room(8, "assessment", "beter-of-anders", pgettext("room", "Beter of anders?"), "cost"),
    Room(9, "commissioning", "buurtbesteden", pgettext("room", "Buurtbesteden"), "cost"),
    Room(10, "pact", "pact", pgettext("room", "Buurtpact"), "cost"),
    Room(11, "monitoring", "opbrengst", pgettext("room", "Opbrengst"), "became"),
)

ROOM = {room.key: room for room in ROOMS}
