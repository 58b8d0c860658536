"""The map of the product: what can be talked about, and which thing may lead to which.

A link always runs from the earlier step to the later one, so the red thread reads forwards.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """Something with a code and a page. `room` is the URL namespace; its page is `<room>:<kind>`."""

    name: str
    prefix: str
    room: str
    label: str


@dataclass(frozen=True, slots=True)
class Relation:
    """An allowed link. `phrase` fills the sentence "<source> ... <target>", `back` the other way round."""

    source: str
    name: str
    target: str
    phrase: str
    back: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("story", "VH", "profile", "Verhaal"),
        Kind("asset", "BR", "profile", "Bron"),
        Kind("figure", "CY", "profile", "Cijfer"),
        Kind("contribution", "HP", "consultation", "Bijdrage"),
        Kind("priority", "PT", "agenda", "Prioriteit"),
        Kind("proposal", "PR", "proposals", "Voorstel"),
        Kind("plan_line", "RG", "plan", "Planregel"),
        Kind("budget_line", "GD", "budget", "Geldregel"),
        Kind("question", "VR", "budget", "Vraag"),
        Kind("quality_definition", "KW", "quality", "Kwaliteitsafspraak"),
        Kind("task", "TK", "assessment", "Taak"),
        Kind("assessment", "GS", "assessment", "Gesprek over de taak"),
        Kind("call", "RN", "commissioning", "Ronde"),
        Kind("option", "KZ", "commissioning", "Keuze in de stemming"),
        Kind("award", "TG", "commissioning", "Toekenning"),
        Kind("joint_plan", "GP", "commissioning", "Gezamenlijk plan"),
        Kind("pact", "PC", "pact", "Buurtpact"),
        Kind("commitment", "BF", "pact", "Belofte"),
        Kind("outcome", "PB", "monitoring", "Opbrengst"),
        Kind("lesson", "LS", "monitoring", "Les"),
    )
}

RELATIONS = (
    Relation("story", "became", "contribution", "werd een bijdrage", "begon als verhaal"),
    Relation("story", "supports", "priority", "steunt de prioriteit", "steunt op het verhaal"),
    Relation("asset", "supports", "priority", "helpt bij de prioriteit", "kan rekenen op"),
    Relation("figure", "supports", "priority", "onderbouwt de prioriteit", "steunt op het cijfer"),
    Relation("contribution", "led_to", "priority", "leidde tot de prioriteit", "komt uit de bijdrage"),
    Relation("lesson", "led_to", "priority", "leidde tot de prioriteit", "komt uit de les"),
    Relation("contribution", "led_to", "proposal", "leidde tot het voorstel", "komt uit de bijdrage"),
    Relation("priority", "asked_for", "proposal", "vroeg om het voorstel", "antwoordt op de prioriteit"),
    Relation("proposal", "merged_into", "proposal", "ging op in het voorstel", "nam het voorstel op"),
    Relation("priority", "answered_by", "plan_line", "kreeg antwoord in de planregel", "antwoordt op de prioriteit"),
    Relation("proposal", "taken_into", "plan_line", "staat in de planregel", "komt uit het voorstel"),
    Relation("plan_line", "paid_by", "budget_line", "wordt betaald uit", "betaalt de planregel"),
    Relation("budget_line", "questioned_by", "question", "riep de vraag op", "vraagt naar"),
    Relation("plan_line", "questioned_by", "question", "riep de vraag op", "vraagt naar"),
    Relation("plan_line", "measured_by", "quality_definition", "spreekt van goed volgens", "zegt wat goed is voor"),
    Relation(
        "budget_line",
        "measured_by",
        "quality_definition",
        "spreekt van goed volgens",
        "zegt wat goed is voor",
    ),
    Relation("quality_definition", "used_in", "assessment", "is de maat in", "gebruikt de afspraak"),
    Relation("budget_line", "pays_for", "task", "betaalt de taak", "wordt betaald uit"),
    Relation("task", "assessed_in", "assessment", "is besproken in", "gaat over de taak"),
    Relation("assessment", "opened", "call", "opende de ronde", "volgt uit het gesprek"),
    Relation("assessment", "opened", "joint_plan", "leidde tot het gezamenlijk plan", "volgt uit het gesprek"),
    Relation("plan_line", "opened", "call", "opende de ronde", "voert de planregel uit"),
    Relation("plan_line", "carried_out_by", "joint_plan", "wordt uitgevoerd met", "voert de planregel uit"),
    Relation("call", "offers", "option", "bood de keuze aan", "was een keuze in"),
    Relation("proposal", "voted_on_as", "option", "stond in de stemming als", "komt uit het voorstel"),
    Relation("option", "won", "award", "kreeg geld met", "volgt uit de stemming over"),
    Relation("joint_plan", "won", "award", "kreeg geld met", "is voor het gezamenlijk plan"),
    Relation("assessment", "led_to", "award", "leidde tot de toekenning", "volgt uit het gesprek"),
    Relation("award", "promised_in", "commitment", "kwam met de belofte", "hoort bij de toekenning"),
    Relation("joint_plan", "promised_in", "commitment", "kwam met de belofte", "hoort bij het plan"),
    Relation("plan_line", "promised_in", "commitment", "kwam met de belofte", "hoort bij de planregel"),
    Relation("pact", "contains", "commitment", "bevat de belofte", "staat in het pact"),
    Relation("commitment", "became", "outcome", "leverde op", "is wat er kwam van"),
    Relation("award", "became", "outcome", "leverde op", "is wat er kwam van"),
    Relation("outcome", "taught", "lesson", "leerde ons", "leerden wij van"),
    Relation("lesson", "opened", "story", "opende het verhaal", "gaat verder op de les"),
    Relation("lesson", "asked_for", "contribution", "vroeg om de bijdrage", "gaat verder op de les"),
)

ALLOWED = {(r.source, r.name, r.target): r for r in RELATIONS}
PREFIXES = {kind.prefix: kind for kind in KINDS.values()}
