"""Reading remarks before everybody can."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.models import Remark
from samenspel.instruments.surveys.states import RemarkState
from samenspel.kernel.action import action
from samenspel.kernel.texts.actions import erase_text


@action(
    "surveys.remark.show", source={RemarkState.WAITING}, target=RemarkState.SHOWN, rule=rules.may_moderate,
    label=_("Een opmerking tonen"),
)  # fmt: skip
def show_remark(remark: Remark, *, by: Actor) -> Remark:
    """Everybody may read what somebody wrote, once the outcome is there."""
    return remark


@action(
    "surveys.remark.hide", source={RemarkState.WAITING, RemarkState.SHOWN}, target=RemarkState.HIDDEN,
    rule=rules.may_moderate, label=_("Een opmerking afschermen"),
)  # fmt: skip
def hide_remark(remark: Remark, *, by: Actor, reason: str) -> Remark:
    """A remark with names or insults is taken away with a public reason; its words are erased, for nobody owns them."""
    erase_text(remark.text)
    remark.hidden_reason = reason.strip()[:300]
    return remark
