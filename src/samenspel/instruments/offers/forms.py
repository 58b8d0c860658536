"""Forms of offers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.offers.states import AssetKind
from samenspel.kernel.action.forms import ActionForm
from samenspel.ui.forms import ContactField, LongTextField, ShortTextField


class MatchForm(ActionForm):
    """Bring who asks and who offers together."""

    heading = _("Wie kan dit gebruiken?")
    lead = _("Wat u hier schrijft over waarvoor het is, staat op de site. Namen niet.")
    submit = pgettext_lazy("button", "Koppel")

    need = ShortTextField(label=_("Waarvoor is het?"), max_length=300, help_text=_("Bijvoorbeeld: een buurtmaaltijd."))
    name = ShortTextField(label=_("Wie vroeg erom?"), max_length=120, required=False)
    contact = ShortTextField(label=_("Hoe bereiken wij die persoon?"), max_length=200, required=False)


class StopForm(ActionForm):
    """Stop offering."""

    heading = _("Stoppen met dit aanbod")
    lead = _("‘Lukt nu niet’ is reden genoeg.")
    submit = pgettext_lazy("button", "Stop")

    reason = ShortTextField(label=_("De reden"), max_length=300, initial=_("Lukt nu niet."))


class OfferFields(forms.Form):
    """What an offer is; the room that uses it decides on the screens."""

    title = ShortTextField(
        label=_("Wat kunt u geven of delen?"), max_length=120, help_text=_("Bijvoorbeeld: ik kan goed koken.")
    )
    kind = forms.ChoiceField(label=_("Wat voor iets is het?"), choices=AssetKind.choices, initial=AssetKind.PEOPLE)
    offers = LongTextField(label=_("Vertel er iets meer over"), max_length=4000, rows=5, required=False)
    where = ShortTextField(
        label=_("Waar is het?"), max_length=120, required=False,
        help_text=_("Bijvoorbeeld: in het buurthuis. Geen woonadres."),
    )  # fmt: skip
    name = ShortTextField(
        label=_("Hoe mogen wij u noemen?"), max_length=120, required=False,
        help_text=_("Uw naam komt niet op de site."),
    )  # fmt: skip
    contact = ContactField(
        label=_("Hoe bereiken wij u?"), max_length=200, required=False,
        help_text=_("Alleen voor de balie, als iemand uw aanbod kan gebruiken."),
    )  # fmt: skip
