"""Stories on the data page: the words only of stories that everybody may read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.rules import visible_to
from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register

register(
    Export("stories", Story, pgettext_lazy("export", "Verhalen"), [
        col("node__code", "code"), col("node__cycle__slug", "cycle"), col("theme"), col("told_on"),
        col("channel"), col("words__language", "language"), col("place_text", personal="indirect"),
        col("may_quote"), col("state"),
        col("words__digest", "digest", meaning=_("Kenmerk van de woorden; blijft staan na intrekken.")),
        col("words__helpers_words", "helpers_words"), col("words__body", "words", personal="written"),
        col("hidden_reason"), col("person", personal="direct"), col("node__example", "example"),
    ], visible=visible_to, place="node__place")
)  # fmt: skip

NOT_EXPORTED[StoryPhoto] = "Photos can show people; each stands beside its story, as long as that can be read."
