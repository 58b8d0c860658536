"""Tables of stories and of what stands beside them."""

from samenspel.instruments.stories.models.parts import StoryPhoto, StoryRecording, StoryTranslation
from samenspel.instruments.stories.models.story import Story

__all__ = ["Story", "StoryPhoto", "StoryRecording", "StoryTranslation"]
