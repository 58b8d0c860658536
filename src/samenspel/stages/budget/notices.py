"""Who hears of money, in plain Dutch. Questions tell their own people: see the questions instrument."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samenspel.instruments.questions.queries import speakers_of
from samenspel.kernel.journal.notices import Event, Message, notice


@notice("budget.budget_line.record")
def tell_owner(event: Event) -> Iterable[Message]:
    """The party whose figure it is can check it and put it right."""
    line = event.thing
    words = _("Dit bedrag staat nu open: %(title)s (%(code)s). Klopt het niet? Dan kunt u het verbeteren.")
    facts = {"title": line.title, "code": line.code}
    return [Message(person, words % facts) for person in speakers_of([line.owner_id])]
