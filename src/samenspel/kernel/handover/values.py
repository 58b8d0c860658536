"""What people call the values of closed lists in editions; in the words that the rooms use themselves."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Fields with a closed list of values.
CLOSED = frozenset({"confidence", "decision", "kind", "route", "stage", "state", "status", "verdict"})

VALUE_WORDS = {
    # what kind of thing it is
    "people": _("iemand die iets kan"),
    "activity": pgettext_lazy("kind of asset", "activiteit"),
    "thing": _("spullen om te lenen"),
    "location": _("plek om te gebruiken"),
    "organisation": _("groep of organisatie"),
    "public_space": _("plek buiten"),
    "wish": pgettext_lazy("kind of contribution", "wens"),
    "need": pgettext_lazy("kind of contribution", "behoefte"),
    "ambition": pgettext_lazy("kind of contribution", "ambitie"),
    "money": pgettext_lazy("kind of promise", "geld"),
    "hours": pgettext_lazy("kind of promise", "tijd"),
    "space": pgettext_lazy("kind of promise", "ruimte"),
    "right": _("een recht of ruimte in de regels"),
    "other": _("iets anders"),
    # how sure a figure or an amount is
    "value": _("er is een cijfer"),
    "not_yet": _("nog niet bekend"),
    "secret": _("niet getoond: te weinig bewoners"),
    "not_applicable": _("hoort hier niet"),
    "missing": _("geen cijfer"),
    "apart": _("geen cijfer"),
    "measured": pgettext_lazy("confidence", "zeker"),
    "allocated": pgettext_lazy("confidence", "verdeeld"),
    "estimated": pgettext_lazy("confidence", "geschat"),
    "unknown": pgettext_lazy("confidence", "onbekend"),
    # how far money is
    "draft": pgettext_lazy("budget stage", "voorstel"),
    "adopted": pgettext_lazy("budget stage", "vastgestelde begroting"),
    "amended": pgettext_lazy("budget stage", "gewijzigde begroting"),
    "committed": pgettext_lazy("budget stage", "toegezegd"),
    "realised": pgettext_lazy("budget stage", "uitgegeven"),
    "asked": pgettext_lazy("budget stage", "gevraagd"),
    "granted": pgettext_lazy("budget stage", "verleend"),
    "settled": pgettext_lazy("budget stage", "afgerekend"),
    # what was answered or decided, and how it went
    "yes": pgettext_lazy("answer of partner", "ja"),
    "accepted": _("het antwoord is ja"),
    "declined": _("het antwoord is nee"),
    "decided": _("besloten: we gaan het doen"),
    "busy": _("we zijn bezig"),
    "done": pgettext_lazy("state of plan line", "gedaan"),
    "stopped": pgettext_lazy("state of plan line", "gestopt"),
    "promised": pgettext_lazy("state of promise", "beloofd"),
    "kept": pgettext_lazy("state of promise", "gehouden"),
    "late": _("te laat"),
    "renegotiated": _("opnieuw afgesproken"),
    "withdrawn": _("gaat niet door"),
    "not_answered": _("geen antwoord"),
    "keep": _("zo houden"),
    "improve": _("hetzelfde, maar beter"),
    "differently": _("anders doen"),
    "take_over": _("bewoners nemen het over"),
    "better": _("het is beter"),
    "same": _("het is hetzelfde"),
    "worse": _("het is minder goed"),
    "too_early": _("het is te vroeg om te zeggen"),
    # how money finds its way
    "consent": _("afspraak met instemming"),
    "vote": _("stemming over het buurtbudget"),
    "resident_budget": _("bewonersbudget of voucher"),
    "one_intake": _("één loket naar meer potten"),
    "challenge": pgettext_lazy("route", "uitdaagrecht"),
    "procurement": _("aanbesteden in buurtdelen"),
    "testing_ground": pgettext_lazy("route", "proeftuin"),
}
