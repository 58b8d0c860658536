"""Showing, hiding and taking back a story."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.stories import queries, rules
from samenspel.instruments.stories.actions.fitting import fit
from samenspel.instruments.stories.actions.forgetting import forget
from samenspel.instruments.stories.actions.words import WRONG_WORD
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.states import AgeGroup, StoryState
from samenspel.kernel.action import BadInput, NotAllowed, WrongState, action
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.actions import hide, show

STANDING = {StoryState.RECEIVED, StoryState.SHOWN, StoryState.HIDDEN}


@action(
    "stories.story.show", source={StoryState.RECEIVED, StoryState.HIDDEN}, target=StoryState.SHOWN,
    rule=rules.may_show, label=_("Verhaal tonen"),
)  # fmt: skip
def show_story(story: Story, *, by: Actor) -> Story:
    """An editor has read it: from now on everybody can."""
    if not story.may_show:
        raise BadInput(_("De verteller wil niet dat iedereen dit leest. Het blijft bij de redactie."))
    if story.age_group == AgeGroup.UNDER_16 and not story.carer_agrees:
        raise BadInput(_("De verteller is jonger dan 16. Vraag eerst of een ouder het goed vindt."))
    if not story.words.body.strip():
        raise BadInput(_("Schrijf eerst op wat er in de opname gezegd wordt. Daarna kunt u het tonen."))
    fit(story)
    story.hidden_reason = ""
    show(story.node)
    return story


@action(
    "stories.story.hide", source={StoryState.RECEIVED, StoryState.SHOWN}, target=StoryState.HIDDEN,
    rule=rules.may_hide, label=_("Verhaal afschermen"),
)  # fmt: skip
def hide_story(story: Story, *, by: Actor, reason: str) -> Story:
    """An editor takes a story out of sight, and says why in public."""
    story.hidden_reason = reason[:500]
    hide(story.node)
    return story


@action(
    "stories.story.withdraw", source=STANDING, target=StoryState.WITHDRAWN, rule=rules.may_withdraw,
    label=_("Mijn verhaal intrekken"),
)  # fmt: skip
def withdraw_story(story: Story, *, by: Actor, word: str = "") -> Story:
    """The teller takes the words back, with photo, recording and translations; what was decided stays."""
    if not rules.is_teller_or_helper(by, story) and not queries.is_take_back_word(story.code, word):
        raise NotAllowed(WRONG_WORD)
    forget(story)
    return story


@action(
    "stories.story.expire", source=STANDING, target=StoryState.WITHDRAWN, rule=rules.may_expire,
    label=_("Een verhaal wissen omdat de afgesproken tijd om is"),
)  # fmt: skip
def expire_story(story: Story, *, by: Actor) -> Story:
    """The teller agreed until a day; after that day everything goes, without anybody asking for it."""
    if story.show_until is None or story.show_until >= today():
        raise WrongState()
    forget(story)
    return story
