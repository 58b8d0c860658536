"""What a neighbourhood talks about. A place may use other themes too: a theme is just its key."""

import re
import unicodedata
from dataclasses import dataclass

from samenspel.contracts.words import gettext_noop, pgettext


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that holds figures, stories, wishes and priorities together. `question`: what to ask people."""

    key: str
    name: str
    question: str


THEMES = (
    Theme("income", pgettext("theme", "Rondkomen"),
          gettext_noop("Kunt u rondkomen? Waar maakt u zich zorgen over?")),
    Theme("together", pgettext("theme", "Samen leven"),
          gettext_noop("Kent u uw buren? Hoe gaan mensen hier met elkaar om?")),
    Theme("health", pgettext("theme", "Gezondheid"),
          gettext_noop("Hoe gaat het met u? Wat helpt u om gezond te blijven?")),
    Theme("housing", pgettext("theme", "Wonen"),
          gettext_noop("Hoe woont u hier? Kunt u hier blijven wonen?")),
    Theme("liveability", pgettext("theme", "Prettig wonen"),
          gettext_noop("Woont u hier prettig? Waar ligt dat aan?")),
    Theme("education", pgettext("theme", "Leren"),
          gettext_noop("Hoe gaat het op school? Wat wilt u zelf nog leren?")),
    Theme("work", pgettext("theme", "Werk"),
          gettext_noop("Heeft u werk dat bij u past? Wat kan hier beter?")),
    Theme("green", pgettext("theme", "Groen en schoon"),
          gettext_noop("Is het hier groen en schoon? Wie zorgt daarvoor?")),
    Theme("safety", pgettext("theme", "Veiligheid"),
          gettext_noop("Voelt u zich hier veilig? Waar wel en waar niet?")),
    Theme("mobility", pgettext("theme", "Onderweg"),
          gettext_noop("Komt u goed waar u moet zijn? Is dat veilig?")),
    Theme("facilities", pgettext("theme", "Voorzieningen"),
          gettext_noop("Is wat u nodig heeft dichtbij? Wat mist u?")),
    Theme("leisure", pgettext("theme", "Vrije tijd"),
          gettext_noop("Wat doet u voor uw plezier? Wat is hier te doen?")),
    Theme("people", pgettext("theme", "Wie hier wonen"),
          gettext_noop("Wie wonen hier? Wie komen erbij en wie gaan weg?")),
    Theme("voice", pgettext("theme", "Meebeslissen"),
          gettext_noop("Hoort men u? Waar wilt u over meepraten?")),
)  # fmt: skip

THEME = {theme.key: theme for theme in THEMES}


def theme_key(words: str) -> str:
    """The key of a theme as somebody wrote it: "Samen leven" and "samen-leven" -> "together"."""
    key = _slug(words)
    return _BY_SLUG.get(key, key)


def theme_name(key: str) -> str:
    """What people call a theme, in Dutch; an unknown key reads as words."""
    known = THEME.get(key)
    return known.name if known else key.replace("-", " ").replace("_", " ").capitalize()


def theme_slug(key: str) -> str:
    """How a theme is written in a web address."""
    known = THEME.get(key)
    return _slug(known.name) if known else key


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")[:40]


_BY_SLUG = {_slug(theme.name): theme.key for theme in THEMES}
