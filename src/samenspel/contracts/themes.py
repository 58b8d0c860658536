"""What a neighbourhood talks about. A place may use other themes too: a theme is just its key."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that holds figures, stories, wishes and priorities together, with its two plain questions."""

    key: str
    name: str
    question: str


THEMES = (
    Theme("wonen", "Wonen", "Hoe woont u hier? Kunt u hier blijven wonen?"),
    Theme("rondkomen", "Rondkomen", "Kunt u rondkomen? Waar maakt u zich zorgen over?"),
    Theme("gezondheid", "Gezondheid", "Hoe gaat het met u? Wat helpt u om gezond te blijven?"),
    Theme("samen-leven", "Samen leven", "Kent u uw buren? Hoe gaan mensen hier met elkaar om?"),
    Theme("meedoen", "Meedoen", "Doet u ergens aan mee? Wat houdt u tegen?"),
    Theme("leren", "Leren", "Hoe gaat het op school? Wat wilt u zelf nog leren?"),
    Theme("werk", "Werk", "Heeft u werk dat bij u past? Wat kan hier beter?"),
    Theme("groen", "Groen en schoon", "Is het hier groen en schoon? Wie zorgt daarvoor?"),
    Theme("veiligheid", "Veiligheid", "Voelt u zich hier veilig? Waar wel en waar niet?"),
    Theme("onderweg", "Onderweg", "Komt u goed waar u moet zijn? Is dat veilig?"),
    Theme("voorzieningen", "Voorzieningen", "Is wat u nodig heeft dichtbij? Wat mist u?"),
    Theme("vrije-tijd", "Vrije tijd", "Wat doet u voor uw plezier? Wat is hier te doen?"),
    Theme("bevolking", "Wie hier wonen", "Wie wonen hier? Wie komen erbij en wie gaan weg?"),
    Theme("meebeslissen", "Meebeslissen", "Hoort men u? Waar wilt u over meepraten?"),
)  # fmt: skip

THEME = {theme.key: theme for theme in THEMES}


def theme_key(words: str) -> str:
    """The key of a theme as somebody wrote it: "Samen leven" -> "samen-leven"; its own name finds its key."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40]
    return _BY_NAME.get(key, key)


def theme_name(key: str) -> str:
    """What people call a theme; an unknown key reads as words."""
    known = THEME.get(key)
    return known.name if known else key.replace("-", " ").capitalize()


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


_BY_NAME = {_slug(theme.name): theme.key for theme in THEMES}
