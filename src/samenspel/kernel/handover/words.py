"""What people call the fields of contracts, for the pages of editions."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from samenspel.kernel.handover.values import CLOSED, VALUE_WORDS
from samenspel.kernel.places.themes import theme_words
from samenspel.ui.numbers import euro, number

FIELD_WORDS = {
    "action": _("wat we doen"),
    "addressee": _("aan wie"),
    "advice": pgettext_lazy("field", "advies"),
    "answered_on": _("antwoord op"),
    "area": pgettext_lazy("field", "gebied"),
    "area_code": pgettext_lazy("field", "gebiedscode"),
    "asked_on": _("gevraagd op"),
    "asker": _("wie vroeg het"),
    "award": pgettext_lazy("field", "toekenning"),
    "ballots": pgettext_lazy("field", "stembiljetten"),
    "better_or_different": _("beter of anders"),
    "body": _("wie besloot"),
    "budget_cents": pgettext_lazy("field", "pot"),
    "by": _("van wie"),
    "by_channel": _("langs welke weg"),
    "call": pgettext_lazy("field", "ronde"),
    "cents": pgettext_lazy("field", "bedrag"),
    "cents_spent": _("uitgegeven bedrag"),
    "change": _("wat anders moet"),
    "channel": _("langs welke weg"),
    "city_value": _("in de gemeente"),
    "code": pgettext_lazy("field", "code"),
    "confidence": _("hoe zeker"),
    "contract_ends": _("contract loopt tot"),
    "contributions": pgettext_lazy("field", "bijdragen"),
    "count": pgettext_lazy("field", "aantal"),
    "decided": _("besloten op"),
    "decides": _("wie beslist"),
    "decision": pgettext_lazy("field", "besluit"),
    "deviation": _("verschil met de gemeente"),
    "differences": _("waarover we verschillen"),
    "digest": _("kenmerk van de tekst"),
    "due": pgettext_lazy("field", "uiterlijk"),
    "edition": pgettext_lazy("field", "uitgave"),
    "ends": _("klaar op"),
    "figures": pgettext_lazy("field", "cijfers"),
    "free": _("vrij te besteden"),
    "funded": pgettext_lazy("field", "gekozen"),
    "giver": _("wie belooft"),
    "going_well": _("wat goed gaat"),
    "group": pgettext_lazy("field", "groep"),
    "high_cents": pgettext_lazy("field", "hoogstens"),
    "hours": pgettext_lazy("field", "uren"),
    "how_noticed": _("hoe we het merken"),
    "how_often": _("hoe vaak"),
    "indicator": pgettext_lazy("field", "onderwerp"),
    "joint_plan": _("gezamenlijk plan"),
    "judged_by": _("wie oordeelt"),
    "keep": _("wat we houden"),
    "kind": pgettext_lazy("field", "soort"),
    "language": pgettext_lazy("field", "taal"),
    "little_help": _("met een beetje hulp"),
    "low_cents": pgettext_lazy("field", "minstens"),
    "measure": _("waaraan we het zien"),
    "measured": pgettext_lazy("field", "gemeten"),
    "method": _("hoe bepaald"),
    "name": pgettext_lazy("field", "naam"),
    "needs_cents": _("geld dat nodig is"),
    "number": pgettext_lazy("field", "nummer"),
    "of": pgettext_lazy("field", "waarvan"),
    "of_cents": _("van hoeveel geld"),
    "offered": pgettext_lazy("field", "keuzes"),
    "offers": _("wat het biedt"),
    "open_to_challenge": _("mogen bewoners het overnemen"),
    "ourselves": _("wat we zelf doen"),
    "outcomes": pgettext_lazy("field", "opbrengsten"),
    "owner_professional": _("trekker, professional"),
    "owner_resident": _("trekker, bewoner"),
    "pact": pgettext_lazy("field", "pact"),
    "parties": pgettext_lazy("field", "partijen"),
    "partners": pgettext_lazy("field", "partners"),
    "period": pgettext_lazy("field", "jaar"),
    "plan_lines": pgettext_lazy("field", "planregels"),
    "priorities": pgettext_lazy("field", "prioriteiten"),
    "priority": pgettext_lazy("field", "prioriteit"),
    "professionals": _("wat professionals doen"),
    "proposal": pgettext_lazy("field", "voorstel"),
    "proposals": pgettext_lazy("field", "voorstellen"),
    "provider": _("wie voert het uit"),
    "quality": pgettext_lazy("field", "kwaliteitsafspraken"),
    "rank": pgettext_lazy("field", "volgorde"),
    "reason": pgettext_lazy("field", "reden"),
    "receiver": _("aan wie"),
    "regular": _("elk jaar"),
    "reply": pgettext_lazy("field", "antwoord"),
    "right_things": _("de goede dingen"),
    "room": pgettext_lazy("field", "onderdeel"),
    "route": pgettext_lazy("field", "route"),
    "satisfied": pgettext_lazy("field", "tevreden"),
    "service": pgettext_lazy("field", "voorziening"),
    "signed_by": _("getekend door"),
    "source": pgettext_lazy("field", "bron"),
    "spent_cents": _("verdeeld geld"),
    "square_metres": _("vierkante meters"),
    "stage": pgettext_lazy("field", "fase"),
    "starts": _("begint op"),
    "state": pgettext_lazy("field", "stand"),
    "statement": _("wat we willen"),
    "statements": _("wij spreken van goed als"),
    "status": _("soort cijfer"),
    "step": pgettext_lazy("field", "stap"),
    "stop": _("waar professionals mee stoppen"),
    "stories": pgettext_lazy("field", "verhalen"),
    "submitter": _("wie bracht het in"),
    "summary": pgettext_lazy("field", "kort"),
    "table": pgettext_lazy("field", "tabel"),
    "task": pgettext_lazy("field", "taak"),
    "theme": pgettext_lazy("field", "thema"),
    "title": pgettext_lazy("field", "titel"),
    "to": _("aan wie"),
    "told_at": _("waar verteld"),
    "unit": pgettext_lazy("field", "eenheid"),
    "value": pgettext_lazy("field", "cijfer"),
    "verdict": pgettext_lazy("field", "oordeel"),
    "well_enough": _("goed genoeg"),
    "what": pgettext_lazy("field", "wat"),
    "what_came": _("wat ervan kwam"),
    "who_judges": _("wie oordeelt"),
    "words": pgettext_lazy("field", "woorden"),
    "year": pgettext_lazy("field", "jaar"),
}

CONTRACT_WORDS = {
    "Figure": pgettext_lazy("field", "Cijfers"),
    "Story": pgettext_lazy("field", "Verhalen"),
    "Asset": pgettext_lazy("field", "Bronnen"),
    "Contribution": pgettext_lazy("field", "Bijdragen"),
    "Harvest": _("Wat wij hoorden"),
    "Heard": _("Wie wij hoorden"),
    "Priority": pgettext_lazy("field", "Prioriteiten"),
    "Dissent": _("Wie er anders over denkt"),
    "Proposal": pgettext_lazy("field", "Voorstellen"),
    "PlanLine": pgettext_lazy("field", "Planregels"),
    "BudgetLine": pgettext_lazy("field", "Geldregels"),
    "Question": pgettext_lazy("field", "Vragen"),
    "QualityDefinition": pgettext_lazy("field", "Kwaliteitsafspraken"),
    "Task": pgettext_lazy("field", "Taken"),
    "Assessment": _("Gesprekken over taken"),
    "CallResult": pgettext_lazy("field", "Rondes"),
    "JointPlan": _("Gezamenlijke plannen"),
    "Award": pgettext_lazy("field", "Toekenningen"),
    "Pact": pgettext_lazy("field", "Pacten"),
    "Commitment": pgettext_lazy("field", "Beloften"),
    "Outcome": pgettext_lazy("field", "Opbrengsten"),
    "Lesson": pgettext_lazy("field", "Lessen"),
    "TakingPart": _("Hoe vaak mensen iets inbrachten"),
    "Missing": _("Wie ontbrak"),
    "Passed": _("Van verteld tot wat ervan kwam"),
    "Spent": _("Geld van de ronde"),
    "Change": _("Wat we houden en anders doen"),
}

CHANNEL_WORDS = {
    "web": _("via de site"),
    "paper": _("op papier"),
    "table": _("aan tafel"),
    "phone": _("aan de telefoon"),
    "desk": _("aan de balie"),
    "street": _("op straat"),
    "post": _("met de post"),
    "import": pgettext_lazy("word", "ingelezen"),
    "": _("alle wegen samen"),
}

# What an item is called, the first of these that it has; and marks that only a program needs.
NAMES = ("title", "name", "words", "what", "group", "theme")
TECHNICAL = frozenset({"digest", "indicator", "area_code", "language", "rank"})
QUANTITIES = frozenset(
    {"ballots", "city_value", "count", "deviation", "funded", "hours", "offered", "square_metres", "value"}
)
QUANTITY = re.compile(r"-?\d+(?:\.(\d+))?")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
DIGEST = re.compile(r"[0-9a-f]{64}")


def said_as(field: str, value: Any) -> str:
    """A value as people write it: euros, quantities, days, yes or no, the name of a theme, a list with commas."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return gettext("ja, dat is zo") if value else gettext("nee, dat is niet zo")
    if field == "cents" or (field.endswith("_cents") and isinstance(value, int)):
        return euro(value)
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value)
    if field == "theme":
        return theme_words(value)
    if field == "channel":
        return str(CHANNEL_WORDS.get(value, value))
    if DIGEST.fullmatch(str(value)):
        return ""  # somebody's own words: they stand on the page of the thing, and can be taken back there
    return str(VALUE_WORDS.get(value, value)) if field in CLOSED else _measured(field, str(value))


def _measured(field: str, value: str) -> str:
    """A quantity with its thousands apart, and a day with the name of its month; anything else as it is."""
    if field in QUANTITIES and (quantity := QUANTITY.fullmatch(value)):
        return number(value, len(quantity[1] or ""))
    return date_format(date.fromisoformat(value), "j F Y") if DAY.fullmatch(value) else value


def _part(part: Any) -> str:
    """One piece of a list; a piece with fields of its own becomes a sentence."""
    if not is_dataclass(part) or isinstance(part, type):
        return str(part)
    return "; ".join(str(getattr(part, f.name)) for f in fields(part) if getattr(part, f.name))
