"""What a question must be like."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from samenspel.instruments.surveys.models import Item
from samenspel.instruments.surveys.queries.asking import lines
from samenspel.instruments.surveys.rules.questionnaire import ranges
from samenspel.instruments.surveys.states import ItemKind
from samenspel.kernel.action import BadInput

CHOOSING = {ItemKind.ONE, ItemKind.SEVERAL}
MOST_CHOICES = 20


def check_item(row: Item, before: Sequence[Item]) -> Item:
    """The same question, if it can be asked after these."""
    found = lines(row.choices)
    if not row.text:
        raise BadInput(_("Schrijf eerst de vraag op."))
    if row.kind in CHOOSING and not 2 <= len(found) <= MOST_CHOICES:
        raise BadInput(_("Geef 2 tot 20 antwoorden, elk op een eigen regel."))
    if row.kind not in CHOOSING:
        row.choices, found = "", ()
    for words in (row.words_en, row.words_ar, row.words_tr):
        if words.strip() and len(lines(words)) != 1 + len(found):
            raise BadInput(_("Een vertaling heeft één regel voor de vraag, en één regel voor elk antwoord."))
    _check_condition(row, before)
    return row


def _check_condition(row: Item, before: Sequence[Item]) -> None:
    if not row.only_if:
        row.only_values = ""
        return
    if all(other.key != row.only_if or other.kind == ItemKind.REMARK for other in before):
        raise BadInput(_("Deze vraag kan alleen volgen op een eerdere vraag met een cijfer of een keuze."))
    if not ranges(row.only_values):
        raise BadInput(_("Schrijf bij welke antwoorden: een nummer (3), van tot (1-5), of ja."))
