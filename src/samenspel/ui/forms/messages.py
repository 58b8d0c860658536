"""Error texts for Django's own fields: what is wrong and what to do."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from samenspel.ui.figures.base import Text

REQUIRED: Text = _("Dit is nog leeg. Vul het in.")
CHOOSE: Text = _("Kies eerst een antwoord.")
CONTACT: Text = _("Schrijf een e-mailadres of een telefoonnummer op, of laat dit leeg.")
NUL: Text = _("In de tekst staat een teken dat wij niet kunnen bewaren. Haal het weg of typ de zin opnieuw.")
SLUG: Text = _("Gebruik alleen letters, cijfers en streepjes, zonder spaties. Bijvoorbeeld: 2026-voorjaar.")
TOO_LONG: Text = ngettext_lazy(
    "Dit is te lang. Er is plaats voor %(limit_value)d teken. U heeft er %(show_value)d.",
    "Dit is te lang. Er is plaats voor %(limit_value)d tekens. U heeft er %(show_value)d.",
    "limit_value",
)
TOO_SHORT: Text = ngettext_lazy(
    "Dit is te kort. Schrijf minstens %(limit_value)d teken.",
    "Dit is te kort. Schrijf minstens %(limit_value)d tekens.",
    "limit_value",
)

BY_FIELD: tuple[tuple[type[forms.Field], dict[str, Text]], ...] = (
    (forms.BooleanField, {"required": _("Zet hier eerst een vinkje.")}),
    (
        forms.FileField,
        {
            "required": _("Kies eerst een bestand of maak een foto."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "invalid": _("Dit bestand kwam niet goed aan. Probeer het nog een keer."),
            "max_length": _("De naam van het bestand is te lang. Geef het een kortere naam."),
        },
    ),
    (forms.ImageField, {"invalid_image": _("Dit is geen foto die wij kunnen openen. Kies een JPG of PNG.")}),
    (forms.EmailField, {"invalid": _("Dit is geen e-mailadres. Een goed voorbeeld is naam@voorbeeld.nl.")}),
    (forms.SlugField, {"invalid": SLUG}),
    (forms.URLField, {"invalid": _("Dit is geen adres van een website. Het begint met https://.")}),
    (
        forms.DateTimeField,
        {"invalid": _("Deze datum en tijd begrijpen wij niet. Bijvoorbeeld: 14-12-2026 19:30.")},
    ),
    (forms.DateField, {"invalid": _("Deze datum begrijpen wij niet. Schrijf bijvoorbeeld 14-12-2026.")}),
    (forms.TimeField, {"invalid": _("Deze tijd begrijpen wij niet. Schrijf bijvoorbeeld 19:30.")}),
    (
        forms.MultipleChoiceField,
        {"required": CHOOSE, "invalid_choice": _("Dit antwoord kan niet meer. Kies een ander.")},
    ),
    (
        forms.ChoiceField,
        {"required": CHOOSE, "invalid_choice": _("Dit antwoord kan niet meer. Kies een ander.")},
    ),
    (
        forms.IntegerField,
        {
            "invalid": _("Vul hier een getal in, met alleen cijfers."),
            "min_value": _("Dit getal is te laag. Het moet minstens %(limit_value)s zijn."),
            "max_value": _("Dit getal is te hoog. Het mag hoogstens %(limit_value)s zijn."),
        },
    ),
)
AMOUNT = {
    "invalid": _("Dit bedrag begrijpen wij niet. Schrijf bijvoorbeeld 1.250 of 1.250,50."),
    "letters": _("In een bedrag staan alleen cijfers. Schrijf bijvoorbeeld 1.250 of 1.250,50."),
    "cents": _("Na de komma staan twee cijfers. Schrijf bijvoorbeeld 1.250,50."),
    "negative": _("Een bedrag kan hier niet onder nul zijn. Laat het minteken weg."),
    "min": _("Dit bedrag is te laag. Het moet minstens %(amount)s zijn."),
    "max": _("Dit bedrag is te hoog. Het mag hoogstens %(amount)s zijn."),
}
PAST: Text = _("Deze dag is al geweest. Kies vandaag of een dag daarna.")
CODE: Text = _("Dit is geen code. Een code ziet eruit als PR-7K4R, of als tulp-brug-42.")


def for_field(field: forms.Field) -> dict[str, Text]:
    """The plain texts for one field; the first kind that fits wins."""
    found = next((texts for kind, texts in BY_FIELD if isinstance(field, kind)), {})
    return {"required": REQUIRED, **found}
