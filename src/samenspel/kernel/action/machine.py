"""What happens around every action, always in this order:

transaction -> double-submit check -> re-read under lock -> rule -> state guard -> body -> full_clean
-> one save with the new state -> notices -> journal last.
"""

import inspect
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action.errors import AlreadyDone, BadInput, Changed, NotAllowed, NotThere, WrongState
from samenspel.kernel.action.guard import acting
from samenspel.kernel.action.models import Once
from samenspel.kernel.action.registry import ACTIONS, ActionInfo
from samenspel.kernel.action.rules import Rule, Words
from samenspel.kernel.action.turns import turn
from samenspel.kernel.journal import clock
from samenspel.kernel.journal.chain import stamp
from samenspel.kernel.journal.notices import Event, tell
from samenspel.kernel.journal.writing import append

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")
M = TypeVar("M", bound=models.Model)
Facts = Callable[[dict[str, Any]], dict[str, object]]

# Checks from higher packages that hold for every act: (actor, place, verb) -> None, or a refusal.
CHECKS: list[Callable[[Actor, int, str], None]] = []
ONE_PER_PERSON = "already_done"  # violation_error_code of constraints behind one-per-person acts


def keep(row: M) -> M:
    """Validate and save one extra row inside an action."""
    row.full_clean()
    row.save()
    return row


def reference(thing: object) -> str:
    """How the journal names a thing: its code, or its table and number."""
    code = getattr(thing, "code", "")
    if code:
        return str(code)
    return f"{thing._meta.model_name}:{thing.pk}" if isinstance(thing, models.Model) else ""


class Action(Generic[P, R]):
    """A named state change. Calling it runs the whole ritual around the body."""

    def __init__(self, body: Callable[P, R], info: ActionInfo, *, locks: bool, journaled: bool, facts: Facts) -> None:
        self.body, self.info, self.locks, self.journaled, self.facts = body, info, locks, journaled, facts
        self.__doc__, self.__name__, self.__wrapped__ = body.__doc__, body.__name__, body
        self.needs_reason = "reason" in inspect.signature(body).parameters

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.run("", None, *args, **kwargs)

    def run(self, once: str, seen: int | None, *args: Any, **kwargs: Any) -> R:
        """Run with a double-submit token and the version that the person saw, both optional."""
        try:
            with turn(), transaction.atomic(), acting():
                return self._act(once, seen, *args, **kwargs)
        except IntegrityError as error:
            raise self._already_done(error, once) from error
        except ValidationError as error:
            if any(e.code == ONE_PER_PERSON for e in _flat(error)):
                raise AlreadyDone() from error
            raise

    def _act(self, once: str, seen: int | None, subject: Any, *args: Any, **kwargs: Any) -> R:
        by: Actor = kwargs["by"]
        ticket = Once.objects.create(token=once, verb=self.info.verb) if once else None
        subject = self._reread(subject) if self.locks else subject
        self._authorise(by, subject, seen, kwargs)
        before = getattr(subject, "state", "")
        result = self.body(subject, *args, **kwargs)
        if isinstance(result, models.Model):
            self._save(result)
        thing = result if isinstance(result, models.Model) else subject
        self._tell(thing, subject, by, kwargs, before, clock.now())
        if ticket:
            ticket.subject = reference(thing)
            ticket.save(update_fields=["subject"])
        return result

    def _reread(self, subject: Any) -> Any:
        """The row as it is now, locked (PostgreSQL; SQLite serialises writers by itself)."""
        if not isinstance(subject, models.Model) or subject.pk is None:
            return subject
        rows = type(subject)._base_manager.select_for_update(of=("self",))
        if any(f.name == "node" for f in subject._meta.fields):
            rows = rows.select_related("node")
        try:
            return rows.get(pk=subject.pk)
        except type(subject).DoesNotExist as gone:  # type: ignore[attr-defined]
            raise NotThere() from gone

    def _authorise(self, by: Actor, subject: Any, seen: int | None, kwargs: dict[str, Any]) -> None:
        if not self.info.rule(by, subject):
            raise NotAllowed()
        place = int(getattr(subject, "place_id", None) or 0)
        for check in CHECKS if place and self.journaled and not by.is_staff_at(place) else ():
            check(by, place, self.info.verb)
        state = getattr(subject, "state", "")
        if self.info.source and state not in self.info.source:
            raise WrongState()
        if seen is not None and getattr(subject, "version", seen) != seen:
            raise Changed()
        if self.needs_reason and not str(kwargs.get("reason", "")).strip():
            raise BadInput(_("Geef een reden. Zonder reden kunnen wij dit niet bewaren."))

    def _save(self, result: models.Model) -> None:
        if self.info.target:
            result.state = self.info.target  # type: ignore[attr-defined]
        if not result._state.adding and hasattr(result, "version"):
            result.version += 1
        result.full_clean()
        result.save()

    def _tell(self, thing: Any, subject: Any, by: Actor, given: dict[str, Any], before: str, at: datetime) -> None:
        if not self.journaled:
            return
        reason = str(given.get("reason", ""))
        place = int(getattr(thing, "place_id", None) or getattr(subject, "place_id", None) or 0)
        facts = self.facts(given)
        after = getattr(thing, "state", "")
        if after and after != before:
            facts["from"] = str(before) if thing is subject or not self.info.creates else ""
            facts["to"] = str(after)
        role = self.info.rule.role_of(by, place)
        how = {"at": by.at, "role": role, "staff": by.is_staff_at(place), "read_back": by.read_back}
        facts.update({name: value for name, value in how.items() if value})
        if clock.is_set():
            facts["entered"] = stamp(timezone.now())
        event = Event(self.info.verb, reference(thing), place, thing, by, reason, at)
        tell(event)
        words = {"reason": reason, "helped": by.on_behalf_of}
        append(place, self.info.verb, event.subject, by, facts, words, at)

    def _already_done(self, error: IntegrityError, once: str) -> AlreadyDone | IntegrityError:
        """A broken UNIQUE constraint is a sensible answer; anything else is our fault and stays an error."""
        if "unique" not in str(error).lower():
            return error
        earlier = Once.objects.filter(token=once).first() if once else None
        return AlreadyDone(code=earlier.subject if earlier else "")


def _flat(error: ValidationError) -> list[ValidationError]:
    if hasattr(error, "error_dict"):
        return [e for errors in error.error_dict.values() for e in errors]
    return list(error.error_list)


def _values(states: "set[Enum] | set[str] | frozenset[str] | None") -> frozenset[str]:
    return frozenset(str(getattr(s, "value", s)) for s in states or ())


def action(
    verb: str,
    *,
    rule: Rule,
    label: Words,
    source: Any = None,
    target: Any = "",
    creates: bool | None = None,
    journaled: bool = True,
    facts: Facts = lambda given: {},
) -> Callable[[Callable[Concatenate[S, P], R]], Action[Concatenate[S, P], R]]:
    """Declare a state change. Without `source` but with `target` it makes something new.

    `journaled=False` is for two declared exceptions (casting a ballot, following). `facts` are numbers for the journal.
    """

    def declare(body: Callable[Concatenate[S, P], R]) -> Action[Concatenate[S, P], R]:
        new = creates if creates is not None else bool(target) and not source
        info = ActionInfo(
            verb=verb, label=label, rule=rule, source=_values(source), target=str(getattr(target, "value", target)),
            creates=new, doc=inspect.getdoc(body) or "", module=body.__module__,
        )  # fmt: skip
        if verb in ACTIONS and ACTIONS[verb].module != body.__module__:
            raise RuntimeError(f"Two actions are called {verb}.")
        ACTIONS[verb] = info
        return Action(body, info, locks=not new, journaled=journaled, facts=facts)

    return declare
