"""Forms of offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.offers.states import AssetKind
from samenspel.kernel.action.forms import ActionForm
from samenspel.ui.forms import ContactField, DayField, LongTextField, ShortTextField


class MatchForm(ActionForm):
    """Bring who asks and who offers together."""

    heading = _("Wie kan dit gebruiken?")
    lead = _("Wat u hier schrijft over waarvoor het is, staat op de site. Namen niet.")
    submit = pgettext_lazy("button", "Koppel")

    need = ShortTextField(label=_("Waarvoor is het?"), max_length=300, help_text=_("Bijvoorbeeld: een buurtmaaltijd."))
    name = ShortTextField(label=_("Wie vroeg erom?"), max_length=120, required=False)
    contact = ShortTextField(label=_("Hoe bereiken wij die persoon?"), max_length=200, required=False)
    answer = forms.TypedChoiceField(
        label=_("Staat de andere kant ook in de lijst?"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args: Any, others: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer = self.fields["answer"]
        if others and isinstance(answer, forms.ChoiceField):
            answer.choices = [("", _("Nee, of dat weet ik niet")), *others]
        else:
            self.fields.pop("answer")


class StopForm(ActionForm):
    """Stop offering."""

    heading = _("Stoppen met dit aanbod")
    lead = _("‘Lukt nu niet’ is reden genoeg.")
    submit = pgettext_lazy("button", "Stop")

    reason = ShortTextField(label=_("De reden"), max_length=300, initial=_("Lukt nu niet."))


class ReactForm(ActionForm):
    """Say that one can use it, or has it."""

    heading = _("Kunt u dit gebruiken?")
    lead = _("Uw naam en adres komen niet op de site. Wie dit plaatste, leest wat u schrijft en zegt ja of nee.")
    submit = _("Verstuur mijn vraag")

    need = ShortTextField(
        label=_("Waarvoor is het?"), max_length=300,
        help_text=_("Bijvoorbeeld: een buurtmaaltijd. Wordt het wat? Dan staat dit op de site."),
    )  # fmt: skip
    words = LongTextField(label=_("Wat wilt u erbij zeggen?"), max_length=4000, rows=4, required=False)
    name = ShortTextField(label=_("Hoe mogen wij u noemen?"), max_length=120, required=False)
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False, help_text=_("Alleen de balie ziet dit.")
    )

    def __init__(self, *args: Any, ask: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ask:
            self.heading = _("Kunt u hiermee helpen?")
            self.fields["need"].label = _("Wat kunt u doen of geven?")
            self.fields["need"].help_text = _(
                "Bijvoorbeeld: ik heb een tafel. Wordt het wat? Dan staat dit op de site."
            )
        if self.actor.person is not None and "channel" not in self.fields:
            for name in ("name", "contact"):
                self.fields.pop(name)
        else:
            self.fields["contact"].required = "channel" not in self.fields


class NoteForm(ActionForm):
    """Write to the other."""

    submit = _("Verstuur dit bericht")

    words = LongTextField(
        label=_("Uw bericht"), max_length=4000, rows=3,
        help_text=_("Alleen u twee en de balie lezen dit. Spreek af op een openbare plek."),
    )  # fmt: skip


class OutcomeForm(ActionForm):
    """What came of it."""

    heading = _("Wat is ervan gekomen?")
    lead = _("Een zin is genoeg. Iedereen kan dit lezen. Noem geen namen.")
    submit = _("Het is gelukt")

    outcome = ShortTextField(label=_("Wat kwam ervan?"), max_length=300)


class ConfirmForm(ActionForm):
    """Still so?"""

    heading = _("Klopt dit nog?")
    lead = _("Wij vragen het elk half jaar. Zo blijft de lijst iets waarop u kunt rekenen.")
    submit = _("Ja, het klopt nog")

    until = DayField(
        label=_("Tot en met welke dag?"), required=False, not_before_today=True,
        help_text=_("Alleen als er een laatste dag is."),
    )  # fmt: skip


class OfferFields(forms.Form):
    """What an offer or ask is; the room that uses it decides on the screens."""

    title = ShortTextField(
        label=_("Wat kunt u geven of delen?"), max_length=120, help_text=_("Bijvoorbeeld: ik kan goed koken.")
    )
    kind = forms.ChoiceField(label=_("Wat voor iets is het?"), choices=AssetKind.choices, initial=AssetKind.PEOPLE)
    offers = LongTextField(label=_("Vertel er iets meer over"), max_length=4000, rows=5, required=False)
    where = ShortTextField(
        label=_("Waar is het?"), max_length=120, required=False,
        help_text=_("Bijvoorbeeld: in het buurthuis. Geen woonadres."),
    )  # fmt: skip
    area = forms.ChoiceField(label=_("In welk stuk van de buurt?"), required=False)
    owner_name = ShortTextField(
        label=_("Van wie is de ruimte?"), max_length=120, required=False, help_text=_("De naam van een organisatie.")
    )
    size_m2 = forms.IntegerField(label=_("Hoeveel vierkante meter?"), required=False, min_value=1, max_value=100_000)
    price = ShortTextField(
        label=_("Wat kost het, of wat levert het op?"), max_length=120, required=False,
        help_text=_("Bijvoorbeeld: gratis, € 10 per uur, of € 15 per uur loon."),
    )  # fmt: skip
    until = DayField(
        label=_("Tot en met welke dag?"), required=False, not_before_today=True,
        help_text=_("Laat leeg als er geen laatste dag is. Voor een ruimte waarschuwen wij op tijd."),
    )  # fmt: skip
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Alleen voor de balie, als iemand uw aanbod kan gebruiken."),
    )  # fmt: skip
