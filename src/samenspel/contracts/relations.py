"""The map of the product: what can be talked about, and which thing may lead to which.

A link always runs from the earlier step to the later one, so the red thread reads forwards.
"""

from dataclasses import dataclass

from samenspel.contracts.words import gettext_noop, pgettext


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
        Kind("story", "VH", "profile", pgettext("kind", "Verhaal")),
        Kind("asset", "BR", "profile", pgettext("kind", "Bron")),
        Kind("figure", "CY", "profile", pgettext("kind", "Cijfer")),
        Kind("survey", "BW", "profile", pgettext("kind", "Bewonersenquête")),
        Kind("contribution", "HP", "consultation", pgettext("kind", "Bijdrage")),
        Kind("priority", "PT", "agenda", pgettext("kind", "Prioriteit")),
        Kind("proposal", "PR", "proposals", pgettext("kind", "Voorstel")),
        Kind("plan_line", "RG", "plan", pgettext("kind", "Planregel")),
        Kind("budget_line", "GD", "budget", pgettext("kind", "Geldregel")),
        Kind("question", "VR", "budget", pgettext("kind", "Vraag")),
        Kind("quality_definition", "KW", "quality", pgettext("kind", "Kwaliteitsafspraak")),
        Kind("task", "TK", "assessment", pgettext("kind", "Taak")),
        Kind("assessment", "GS", "assessment", pgettext("kind", "Gesprek over de taak")),
        Kind("call", "RN", "commissioning", pgettext("kind", "Ronde")),
        Kind("option", "KZ", "commissioning", pgettext("kind", "Keuze in de stemming")),
        Kind("award", "TG", "commissioning", pgettext("kind", "Toekenning")),
        Kind("joint_plan", "GP", "commissioning", pgettext("kind", "Gezamenlijk plan")),
        Kind("pact", "PC", "pact", pgettext("kind", "Buurtpact")),
        Kind("commitment", "BF", "pact", pgettext("kind", "Belofte")),
        Kind("outcome", "PB", "monitoring", pgettext("kind", "Opbrengst")),
        Kind("lesson", "LS", "monitoring", pgettext("kind", "Les")),
    )
}

RELATIONS = (
    Relation("story", "became", "contribution", gettext_noop("werd een bijdrage"), gettext_noop("begon als verhaal")),
    Relation(
        "story", "supports", "priority", gettext_noop("steunt de prioriteit"), gettext_noop("steunt op het verhaal")
    ),
    Relation("asset", "supports", "priority", gettext_noop("helpt bij de prioriteit"), gettext_noop("kan rekenen op")),
    Relation(
        "figure", "supports", "priority", gettext_noop("onderbouwt de prioriteit"), gettext_noop("steunt op het cijfer")
    ),
    Relation(
        "survey", "supports", "priority", gettext_noop("onderbouwt de prioriteit"), gettext_noop("steunt op de enquête")
    ),
    Relation(
        "contribution",
        "led_to",
        "priority",
        gettext_noop("leidde tot de prioriteit"),
        gettext_noop("komt uit de bijdrage"),
    ),
    Relation("lesson", "led_to", "priority", gettext_noop("leidde tot de prioriteit"), gettext_noop("komt uit de les")),
    Relation(
        "contribution",
        "led_to",
        "proposal",
        gettext_noop("leidde tot het voorstel"),
        gettext_noop("komt uit de bijdrage"),
    ),
    Relation(
        "priority",
        "asked_for",
        "proposal",
        gettext_noop("vroeg om het voorstel"),
        gettext_noop("antwoordt op de prioriteit"),
    ),
    Relation(
        "proposal",
        "merged_into",
        "proposal",
        gettext_noop("ging op in het voorstel"),
        gettext_noop("nam het voorstel op"),
    ),
    Relation(
        "priority",
        "answered_by",
        "plan_line",
        gettext_noop("kreeg antwoord in de planregel"),
        gettext_noop("antwoordt op de prioriteit"),
    ),
    Relation(
        "proposal",
        "taken_into",
        "plan_line",
        gettext_noop("staat in de planregel"),
        gettext_noop("komt uit het voorstel"),
    ),
    Relation(
        "plan_line", "paid_by", "budget_line", gettext_noop("wordt betaald uit"), gettext_noop("betaalt de planregel")
    ),
    Relation("budget_line", "questioned_by", "question", gettext_noop("riep de vraag op"), gettext_noop("vraagt naar")),
    Relation("plan_line", "questioned_by", "question", gettext_noop("riep de vraag op"), gettext_noop("vraagt naar")),
    Relation(
        "plan_line",
        "measured_by",
        "quality_definition",
        gettext_noop("spreekt van goed volgens"),
        gettext_noop("zegt wat goed is voor"),
    ),
    Relation(
        "budget_line",
        "measured_by",
        "quality_definition",
        "spreekt van goed volgens",
        "zegt wat goed is voor",
    ),
    Relation(
        "quality_definition",
        "used_in",
        "assessment",
        gettext_noop("is de maat in"),
        gettext_noop("gebruikt de afspraak"),
    ),
    Relation("budget_line", "pays_for", "task", gettext_noop("betaalt de taak"), gettext_noop("wordt betaald uit")),
    Relation("task", "assessed_in", "assessment", gettext_noop("is besproken in"), gettext_noop("gaat over de taak")),
    Relation("assessment", "opened", "call", gettext_noop("opende de ronde"), gettext_noop("volgt uit het gesprek")),
    Relation(
        "assessment",
        "opened",
        "joint_plan",
        gettext_noop("leidde tot het gezamenlijk plan"),
        gettext_noop("volgt uit het gesprek"),
    ),
    Relation("plan_line", "opened", "call", gettext_noop("opende de ronde"), gettext_noop("voert de planregel uit")),
    Relation(
        "plan_line",
        "carried_out_by",
        "joint_plan",
        gettext_noop("wordt uitgevoerd met"),
        gettext_noop("voert de planregel uit"),
    ),
    Relation("call", "offers", "option", gettext_noop("bood de keuze aan"), gettext_noop("was een keuze in")),
    Relation(
        "proposal",
        "voted_on_as",
        "option",
        gettext_noop("stond in de stemming als"),
        gettext_noop("komt uit het voorstel"),
    ),
    Relation("option", "won", "award", gettext_noop("kreeg geld met"), gettext_noop("volgt uit de stemming over")),
    Relation(
        "joint_plan", "won", "award", gettext_noop("kreeg geld met"), gettext_noop("is voor het gezamenlijk plan")
    ),
    Relation(
        "assessment", "led_to", "award", gettext_noop("leidde tot de toekenning"), gettext_noop("volgt uit het gesprek")
    ),
    Relation(
        "award",
        "promised_in",
        "commitment",
        gettext_noop("kwam met de belofte"),
        gettext_noop("hoort bij de toekenning"),
    ),
    Relation(
        "joint_plan",
        "promised_in",
        "commitment",
        gettext_noop("kwam met de belofte"),
        gettext_noop("hoort bij het plan"),
    ),
    Relation(
        "plan_line",
        "promised_in",
        "commitment",
        gettext_noop("kwam met de belofte"),
        gettext_noop("hoort bij de planregel"),
    ),
    Relation("pact", "contains", "commitment", gettext_noop("bevat de belofte"), gettext_noop("staat in het pact")),
    Relation("commitment", "became", "outcome", gettext_noop("leverde op"), gettext_noop("is wat er kwam van")),
    Relation("award", "became", "outcome", gettext_noop("leverde op"), gettext_noop("is wat er kwam van")),
    Relation("outcome", "taught", "lesson", gettext_noop("leerde ons"), gettext_noop("leerden wij van")),
    Relation("lesson", "opened", "story", gettext_noop("opende het verhaal"), gettext_noop("gaat verder op de les")),
    Relation(
        "lesson",
        "asked_for",
        "contribution",
        gettext_noop("vroeg om de bijdrage"),
        gettext_noop("gaat verder op de les"),
    ),
)

# Along these links money or a decision moves on, and with it the interest of whoever made the first thing.
CARRY_INTEREST = (
    "assessed_in", "carried_out_by", "led_to", "merged_into", "opened", "paid_by", "pays_for", "taken_into",
    "voted_on_as", "won",
)  # fmt: skip

ALLOWED = {(r.source, r.name, r.target): r for r in RELATIONS}
PREFIXES = {kind.prefix: kind for kind in KINDS.values()}
