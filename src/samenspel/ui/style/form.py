"""A form with every kind of field."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.ui.forms import CodeField, DayField, EuroField, LongTextField, PlainForm, ShortTextField


class SampleForm(PlainForm):
    """Not sent anywhere."""

    title = ShortTextField(label=_("Hoe heet uw plan?"), help_text=_("Een paar woorden is genoeg."))
    story = LongTextField(label=_("Wat wilt u vertellen?"), help_text=_("In elke taal. Fouten geven niet."))
    amount = EuroField(label=_("Hoeveel geld is er nodig?"), help_text=_("Bijvoorbeeld 1.250 of 1.250,50."))
    code = CodeField(label=_("Uw code"), required=False)
    day = DayField(label=_("Op welke dag?"), not_before_today=True, help_text=_("Bijvoorbeeld 14-12-2026."))
    topic = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[("", _("Kies een onderwerp")), ("green", _("meer groen")), ("money", _("rond komen"))],
    )
    plans = forms.MultipleChoiceField(
        label=_("Welke plannen wilt u?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("a", "Adopteer een moestuin"),
            ("b", "Samen maken we de Indische Buurt de groenste wijk van Amsterdam"),
        ],
    )
    heard = forms.ChoiceField(
        label=_("Mag dit in het verslag?"),
        widget=forms.RadioSelect,
        choices=[("yes", pgettext_lazy("answer", "Ja")), ("no", pgettext_lazy("answer", "Nee"))],
    )
    agreed = forms.BooleanField(label=_("Ik heb de spelregels gelezen"))
