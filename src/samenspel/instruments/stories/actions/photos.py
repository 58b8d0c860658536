"""The photo beside a story."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import rules
from samenspel.instruments.stories.actions.fitting import fit
from samenspel.instruments.stories.actions.forgetting import drop_photo
from samenspel.instruments.stories.actions.words import check_word
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.states import Faces, PartState, StoryState
from samenspel.kernel.action import BadInput, NotThere, action, keep
from samenspel.ui.photos import Photo

TOLD = {StoryState.RECEIVED, StoryState.SHOWN}


@action("stories.photo.add", source=TOLD, rule=rules.may_add_part, label=_("Een foto bij een verhaal doen"))
def add_photo(story: Story, *, by: Actor, photo: Photo, alt: str, faces: str, word: str = "") -> Story:
    """The teller adds a photo, or another one than before; an editor looks at it before everybody does."""
    check_word(by, story, word)
    if not story.takes_photo:
        raise BadInput(_("Alleen de redactie leest dit verhaal. Er kan geen foto bij."))
    if not alt.strip():
        raise BadInput(_("Schrijf op wat er op de foto staat. Een paar woorden is genoeg."))
    if faces not in Faces.values:
        raise BadInput(_("Er staat iemand op die het niet goed vindt, of een kind. Kies een andere foto."))
    drop_photo(story)
    keep(
        StoryPhoto(
            story=story, data=photo.data, width=photo.width, height=photo.height, alt=alt.strip(), faces=faces
        )
    )  # fmt: skip
    return story


@action("stories.photo.show", source=TOLD, rule=rules.may_show_part, label=_("Foto bij een verhaal tonen"))
def show_photo(story: Story, *, by: Actor, photo: int) -> Story:
    """An editor has looked at this very photo: from now on it is seen wherever its story is."""
    found = StoryPhoto.objects.filter(pk=photo, story=story).first()
    if found is None:
        raise NotThere()
    fit(story)
    found.state = PartState.SHOWN
    keep(found)
    return story


@action("stories.photo.remove", rule=rules.may_remove_part, label=_("Mijn foto weghalen"))
def remove_photo(story: Story, *, by: Actor, word: str = "") -> Story:
    """The teller takes the photo away and leaves the words; nothing of the photo is kept."""
    check_word(by, story, word)
    if not drop_photo(story):
        raise NotThere()
    return story


@action("stories.photo.take_away", rule=rules.may_take_away_part, label=_("Foto weghalen met een reden"))
def take_away_photo(story: Story, *, by: Actor, reason: str) -> Story:
    """An editor takes a photo away for good, and says why."""
    if not drop_photo(story):
        raise NotThere()
    return story
