"""What a word of the house means, for who hesitates: a question and at most three short sentences."""

from samenspel.contracts.words import gettext_noop as _

EXPLAINED = {
    "code": (
        _("Wat is een code?"),
        _("Een code is een korte naam voor één ding, zoals PR-7K4R. Met de code ziet u altijd wat ermee gebeurt."),
    ),
    "voting_code": (
        _("Wat is een stemcode?"),
        _("De stemcode staat in uw brief. Elke code telt voor één stem, zonder naam."),
    ),
    "readers": (
        _("Wie leest mijn verhaal?"),
        _(
            "Vinkt u aan dat iedereen het mag lezen? Dan komt het zonder uw naam op de site. "
            "Anders leest alleen de redactie het."
        ),
    ),
    "names": (
        _("Mag ik namen noemen?"),
        _("Een groep of organisatie mag u noemen. Noem geen namen of adressen van mensen."),
    ),
    "voice": (
        _("Wie hoort mijn stem?"),
        _(
            "Eerst alleen de redactie en een helper. Mag iedereen het lezen? "
            "Dan kan iedereen het ook horen. Wie u kent, kan uw stem herkennen."
        ),
    ),
    "weighing": (
        _("Wat is een voorlopige weging?"),
        _("De gemeente zegt eerst wat zij denkt, en waarom. Dat is nog geen besluit."),
    ),
    "edition": (
        _("Wat is een uitgave?"),
        _("Een uitgave is een versie met een nummer. Die verandert niet meer, dus iedereen leest hetzelfde."),
    ),
    "promise": (
        _("Wat is een belofte?"),
        _("Een partij zegt wat zij doet en wanneer het klaar is. Iedereen kan zien of het lukt."),
    ),
    "confidence": (
        _("Hoe zeker is dit bedrag?"),
        _("Sommige bedragen staan precies zo in een bron. Andere zijn verdeeld of geschat. Dat staat erbij."),
    ),
    "mandate": (
        _("Wat is een mandaat?"),
        _("Een mandaat zegt wat iemand hier mag doen, en namens wie. Iedereen kan zien wie het gaf."),
    ),
    "conflict": (
        _("Wat is een eigen belang?"),
        _(
            "U hebt een eigen belang als een besluit u zelf, uw familie of uw groep iets oplevert. "
            "Dan beslist iemand anders."
        ),
    ),
}
