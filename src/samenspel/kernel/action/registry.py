"""All actions of the house: the source of buttons, the who-may-do-what page, diagrams and tests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.rules import Rule, Words


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """What is known of an action before it runs. States are the values of the room's TextChoices."""

    verb: str
    label: Words
    rule: Rule
    source: frozenset[str]
    target: str
    creates: bool
    doc: str
    module: str

    @property
    def room(self) -> str:
        """First word of the verb: the room or kernel package."""
        return self.verb.split(".")[0]

    @property
    def noun(self) -> str:
        """Second word of the verb: what it is about."""
        return self.verb.split(".")[1]

    def possible(self, actor: Actor, subject: Any) -> bool:
        """Whether this actor could do this to the subject in its present state."""
        state = getattr(subject, "state", "")
        return (not self.source or state in self.source) and self.rule(actor, subject)


ACTIONS: dict[str, ActionInfo] = {}


def available_actions(actor: Actor, subject: Any, noun: str) -> tuple[ActionInfo, ...]:
    """The actions on a noun ("agenda.priority") that this actor could do now: the buttons of its page."""
    wanted = (a for verb, a in ACTIONS.items() if verb.startswith(f"{noun}.") and not a.creates)
    return tuple(a for a in wanted if a.possible(actor, subject))


def choices_for(
    actor: Actor, subject: Any, pages: Mapping[str, str], fits: Callable[[str, Any], bool] = lambda verb, subject: True
) -> tuple[tuple[str, str], ...]:
    """What this reader can do now with a thing: label and address. `pages` names the page of each action of a room."""
    where = (subject.node.place.slug, subject.cycle.slug, subject.code)
    found = ((ACTIONS[verb], page) for verb, page in pages.items() if fits(verb, subject))
    return tuple(
        (str(info.label), reverse(f"{info.room}:{page}", args=where))
        for info, page in found
        if info.possible(actor, subject)
    )
