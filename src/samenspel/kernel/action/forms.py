"""Forms of actions: they hand over cleaned data, carry the double-submit token, and let a desk act for somebody."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor, Channel
from samenspel.kernel.action.errors import AlreadyDone, Changed, Refused
from samenspel.kernel.action.machine import Action
from samenspel.kernel.action.models import Once
from samenspel.kernel.action.rules import Words
from samenspel.ui.forms import PlainForm

R = TypeVar("R")

DESK_CHANNELS = [
    (Channel.WEB, _("Ik doe dit voor mijzelf")),
    (Channel.DESK, _("Aan de balie")),
    (Channel.PAPER, _("Van een papieren formulier")),
    (Channel.TABLE, _("Aan een tafel")),
    (Channel.STREET, _("Op straat")),
    (Channel.PHONE, _("Aan de telefoon")),
    (Channel.POST, _("Uit een brief")),
]


def _fits(value: object) -> bool:
    """Whether a number that was sent could be the key of a row at all; a larger one breaks the question on SQLite."""
    try:
        return not isinstance(value, str) or -(2**63) <= int(value) < 2**63
    except ValueError:
        return True  # no number: the field itself says so


class OneOfField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One row out of a list; whatever else is sent is not a valid choice."""

    def to_python(self, value: Any) -> Any:
        """The row that was picked."""
        if not _fits(value):
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().to_python(value)


class SomeOfField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Some rows out of a list; whatever else is sent is not a valid choice."""

    def clean(self, value: Any) -> Any:
        """The rows that were picked."""
        for one in value if isinstance(value, (list, tuple)) else ():
            if not _fits(one):
                raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": one})
        return super().clean(value)


class ActionForm(PlainForm):
    """Base of every form that runs an action. Extra fields for who helps others at the place."""

    once = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    refused_code = ""
    machinery = ("once", "seen", "channel", "at", "on_behalf_of", "read_back")

    def __init__(self, *args: Any, actor: Actor | None = None, place: int | None = None,
                 seen: int | None = None, **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.actor = actor or Actor()
        self.fields["once"].initial = secrets.token_urlsafe(16)
        self.fields["seen"].initial = seen
        if place is not None and self.actor.helps_at(place):
            self._add_desk_fields()

    def _add_desk_fields(self) -> None:
        self.fields["channel"] = forms.ChoiceField(
            label=_("Hoe kwam dit binnen?"), choices=DESK_CHANNELS, initial=Channel.WEB, required=False
        )
        self.fields["at"] = forms.CharField(
            label=_("Waar of bij welke tafel?"),
            required=False,
            max_length=120,
            help_text=_("Bijvoorbeeld: tafel 4."),
        )
        self.fields["on_behalf_of"] = forms.CharField(
            label=_("Voor wie schrijft u dit op?"), required=False, max_length=120,
            help_text=_("Een naam mag, maar hoeft niet. ‘Een bewoner’ is ook goed."),
        )  # fmt: skip
        self.fields["read_back"] = forms.BooleanField(
            label=_("Ik heb het teruggelezen en het klopt"), required=False,
            help_text=_("Vinkt u dit niet aan? Dan schrijven wij erbij dat dit uw woorden zijn."),
        )  # fmt: skip

    @property
    def whole(self) -> bool:
        """Whether everything was asked that there is to ask."""
        return True

    @property
    def finished(self) -> bool:
        """Whether everything was asked, sent and right."""
        return self.is_bound and self.is_valid()

    def acting(self) -> Actor:
        """The actor with the channel and the person helped, as filled in."""
        given = self.cleaned_data
        channel = Channel(given.get("channel") or Channel.WEB)
        helped = given.get("on_behalf_of") or ("een bewoner" if channel != Channel.WEB else "")
        return replace(
            self.actor, channel=channel, at=given.get("at", ""), on_behalf_of=helped,
            read_back=bool(given.get("read_back")),
        )  # fmt: skip

    def refuse(self, refusal: Refused) -> None:
        """Show why it could not be done, and where to find what was already there."""
        self.refused_code = refusal.code
        self.add_error(None, str(refusal.message))

    def facts(self) -> dict[str, Any]:
        """The cleaned data that goes to the action."""
        return {k: v for k, v in self.cleaned_data.items() if k not in self.machinery}


class StepForm(ActionForm):
    """A form with a screen of its own: what it asks, why, and what the button says."""

    heading: Words = ""
    lead: Words = ""
    submit: Words = _("Bewaar dit")
    stale = False

    def refuse(self, refusal: Refused) -> None:
        """Remember that somebody else was first, so that the screen can show the new text."""
        super().refuse(refusal)
        self.stale = isinstance(refusal, Changed)

    def see(self, version: int) -> None:
        """The person has now been shown this version; the next time it may be saved over."""
        self.replace("seen", str(version))

    def replace(self, name: str, value: str) -> None:
        """Show another value than was sent, in the form that goes back to the person."""
        if isinstance(self.data, QueryDict):
            sent = self.data.copy()
            sent[name] = value
            self.data = sent


def filled(form_class: type[ActionForm], request: HttpRequest, place: int | None = None, **extra: Any) -> Any:
    """A form for this request: bound when something was sent, empty otherwise."""
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    return form_class(data, files, actor=request.actor, place=place, **extra)  # type: ignore[attr-defined]


def sent_before(form: ActionForm) -> bool:
    """Whether this very form was sent before: then what came of it matters, not what we think of it now."""
    token = str(form.data.get("once", ""))[:40] if form.is_bound else ""
    return bool(token) and Once.objects.filter(token=token).exists()


def attempt(form: ActionForm, act: "Action[..., R] | Callable[..., R]", subject: Any, **extra: Any) -> R | None:
    """Run an action with what the form holds. A refusal becomes a sentence on the form; nothing typed is lost."""
    if not form.finished:
        if form.whole and sent_before(form):
            form.refuse(AlreadyDone())
        return None
    facts = {**form.facts(), **extra, "by": form.acting()}
    try:
        if isinstance(act, Action):
            return act.run(form.cleaned_data.get("once", ""), form.cleaned_data.get("seen"), subject, **facts)
        return act(subject, **facts)
    except Refused as refusal:
        form.refuse(refusal)
    except ValidationError as error:
        _show(form, error)
    return None


def _show(form: ActionForm, error: ValidationError) -> None:
    """Put each complaint beside its field when the form has it, else on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, errors in error.error_dict.items():
        form.add_error(field if field in form.fields else None, errors)
