"""Stories on the data page: the words only of stories that everybody may read."""

from django.db.models import Case, CharField, F, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.stories.models import Story, StoryPhoto, StoryRecording, StoryTranslation
from samenspel.instruments.stories.rules import parts_visible_to, visible_to
from samenspel.kernel.exports import NOT_EXPORTED, Export, col, register


def _unless_age(field: str) -> Case:
    """An age, a place and somebody's words never leave the house together: words that tell an age go without place."""
    return Case(When(tells_age=True, then=Value("")), default=F(field), output_field=CharField())


register(
    Export("stories", Story, pgettext_lazy("export", "Verhalen"), [
        col("node__code", "code"), col("node__cycle__slug", "cycle"), col("theme"), col("told_on"),
        col("channel"), col("words__language", "language"),
        col("place_text", personal="indirect", value=_unless_age("place_text")),
        col("area__slug", "area", personal="indirect", value=_unless_age("area__slug")),
        col("may_quote"), col("show_until"), col("state"),
        col("words__digest", "digest", meaning=_("Kenmerk van de woorden; blijft staan na intrekken.")),
        col("words__helpers_words", "helpers_words"), col("words__body", "words", personal="written"),
        col("hidden_reason"), col("person", personal="direct"),
        col("age_group", personal="direct"), col("carer_agrees", personal="direct"), col("node__example", "example"),
    ], visible=visible_to, place="node__place")
)  # fmt: skip
register(
    Export("story_translations", StoryTranslation, _("Vertalingen van verhalen"), [
        col("story__node__code", "story"), col("language"), col("words__body", "words", personal="written"),
        col("words__digest", "digest"), col("translator", personal="direct"), col("person", personal="direct"),
        col("made_on"),
    ], visible=parts_visible_to, place="story__node__place")
)  # fmt: skip

NOT_EXPORTED[StoryPhoto] = "Photos can show people; each stands beside its story, as long as that can be read."
NOT_EXPORTED[StoryRecording] = "A voice is somebody; each stands beside its story, as long as that can be read."
