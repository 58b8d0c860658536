"""The eleven rooms and the five questions, in the order of the cycle."""

from dataclasses import dataclass

from samenspel.contracts.words import gettext_noop


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
    Room(1, "profile", "profiel", gettext_noop("Buurtprofiel"), "who"),
    Room(2, "consultation", "ophalen", gettext_noop("Ophalen"), "who"),
    Room(3, "agenda", "agenda", gettext_noop("Buurtagenda"), "want"),
    Room(4, "proposals", "voorstellen", gettext_noop("Voorstellen"), "do"),
    Room(5, "plan", "plan", gettext_noop("Gebiedsplan"), "do"),
    Room(6, "budget", "geld", gettext_noop("Geld"), "cost"),
    Room(7, "quality", "kwaliteit", gettext_noop("Kwaliteit"), "cost"),
    Room(8, "assessment", "beter-of-anders", gettext_noop("Beter of anders?"), "cost"),
    Room(9, "commissioning", "buurtbesteden", gettext_noop("Buurtbesteden"), "cost"),
    Room(10, "pact", "pact", gettext_noop("Buurtpact"), "cost"),
    Room(11, "monitoring", "opbrengst", gettext_noop("Opbrengst"), "became"),
)

ROOM = {room.key: room for room in ROOMS}
