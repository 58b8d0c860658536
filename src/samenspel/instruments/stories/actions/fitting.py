"""Before words, a photo or a recording are shown: an age, a place and somebody's words never stand together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.models import Story
from samenspel.kernel.action import BadInput

ADDRESS = _(
    "In dit verhaal staat een adres. Zo is te zien wie het vertelde. Laat dat stukje weg, en toon het verhaal dan."
)
TOGETHER = _(
    "In dit verhaal staan een leeftijd en een plek. Samen wijzen zij iemand aan. Laat één van de twee weg, en toon "
    "het verhaal dan."
)


def fit(story: Story, *more: str) -> None:
    """Refuse what points at the teller; remember whether an age is told, so that the place stays away."""
    texts = [*queries.texts_beside(story), *more]
    if any(rules.has_address(text) for text in texts):
        raise BadInput(ADDRESS)
    names = queries.names_around(story)
    story.tells_age = any(rules.says_age(text) for text in texts)
    if story.tells_age and any(rules.says_place(text, names) for text in texts):
        raise BadInput(TOGETHER)
