"""The eleven rooms and the five questions, in the order of the cycle."""

from dataclasses import dataclass


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
    Question("who", "Wie zijn we?"),
    Question("want", "Wat willen we?"),
    Question("do", "Wat gaan we doen?"),
    Question("cost", "Wat kost het en wie doet het?"),
    Question("became", "Wat kwam ervan?"),
)

ROOMS = (
    Room(1, "profile", "profiel", "Buurtprofiel", "who"),
    Room(2, "consultation", "ophalen", "Ophalen", "who"),
    Room(3, "agenda", "agenda", "Buurtagenda", "want"),
    Room(4, "proposals", "voorstellen", "Voorstellen", "do"),
    Room(5, "plan", "plan", "Gebiedsplan", "do"),
    Room(6, "budget", "geld", "Geld", "cost"),
    Room(7, "quality", "kwaliteit", "Kwaliteit", "cost"),
    Room(8, "assessment", "beter-of-anders", "Beter of anders?", "cost"),
    Room(9, "commissioning", "buurtbesteden", "Buurtbesteden", "cost"),
    Room(10, "pact", "pact", "Buurtpact", "cost"),
    Room(11, "monitoring", "opbrengst", "Opbrengst", "became"),
)

ROOM = {room.key: room for room in ROOMS}
