"""Ready questions in our own words, under five headings that residents' surveys in the Netherlands share.

After the practice of surveys in which residents judge where they live (docs: shared headings, own wording). The texts
are source strings: each language has them, so a survey of ready questions can be answered in every language.
"""

from django.utils.translation import gettext_noop as _

from samenspel.instruments.surveys.rules.questionnaire import MARK, ONE, REMARK, Asked

AGE, HOUSEHOLD = "age", "household"
BACKGROUND = (AGE, HOUSEHOLD)


def _mark(section: str, theme: str, key: str, text: str) -> Asked:
    return Asked(key, MARK, section, theme, text)


DWELLING = (
    _mark("dwelling", "housing", "mark_home", _("Hoe goed is het huis waar u woont?")),
    _mark("dwelling", "liveability", "mark_street", _("Hoe netjes zijn de straten, stoepen en gebouwen bij u?")),
    _mark("dwelling", "green", "mark_green", _("Hoe goed is het groen bij u: bomen, planten en gras?")),
    _mark("dwelling", "leisure", "mark_play", _("Hoe goed kunnen kinderen bij u buiten spelen?")),
    _mark("dwelling", "facilities", "mark_shops", _("Hoe goed zijn de winkels en voorzieningen dichtbij?")),
)
TOGETHER = (
    _mark("together", "together", "mark_neighbours", _("Hoe goed gaan buren bij u met elkaar om?")),
    _mark("together", "together", "mark_belong", _("Hoe goed voelt u zich thuis in deze buurt?")),
    _mark("together", "voice", "mark_involved", _("Hoe goed zetten mensen zich in voor de buurt?")),
    _mark("together", "together", "mark_mixed", _("Hoe goed leven mensen die anders zijn hier samen?")),
)
NUISANCE = (
    _mark("nuisance", "green", "mark_rubbish", _("Vuil en afval op straat: 1 is heel veel last, 10 is geen last.")),
    _mark("nuisance", "liveability", "mark_noise", _("Lawaai van buren of zaken: 1 is veel last, 10 is geen last.")),
    _mark(
        "nuisance",
        "mobility",
        "mark_traffic",
        _("Last van verkeer: 1 is heel veel last, 10 is geen last."),
    ),
    _mark(
        "nuisance",
        "liveability",
        "mark_behaviour",
        _("Gedrag op straat: 1 is heel veel last, 10 is geen last."),
    ),
)
SAFETY = (
    _mark("safety", "safety", "mark_day", _("Hoe veilig voelt u zich hier overdag?")),
    _mark("safety", "safety", "mark_evening", _("Hoe veilig voelt u zich hier ’s avonds?")),
    _mark("safety", "mobility", "mark_crossing", _("Hoe veilig kunt u hier lopen en fietsen?")),
    _mark("safety", "safety", "mark_crime", _("Inbraak, diefstal en vernieling: 1 is heel veel, 10 is niets.")),
)
OVERALL = (
    _mark("overall", "liveability", "mark_overall", _("Welk cijfer krijgt uw buurt, alles bij elkaar?")),
    _mark("overall", "voice", "mark_heard", _("Hoe goed luistert men naar bewoners?")),
    Asked("change", ONE, "overall", "liveability", _("Werd uw buurt het laatste jaar beter of slechter?"),
          (_("Het werd beter"), _("Het bleef gelijk"), _("Het werd slechter"), _("Dat weet ik niet"))),
    Asked("why_worse", REMARK, "overall", "liveability", _("Wat werd er slechter?"), only_if="change", only_values="3"),
    Asked("remark", REMARK, "overall", "", _("Wat wilt u nog zeggen over uw buurt?")),
)  # fmt: skip
ABOUT = (
    Asked(AGE, ONE, "about", "", _("Hoe oud bent u?"),
          (_("15 tot en met 24 jaar"), _("25 tot en met 44 jaar"), _("45 tot en met 64 jaar"), _("65 jaar of ouder"))),
    Asked(HOUSEHOLD, ONE, "about", "", _("Met wie woont u?"),
          (_("Ik woon alleen"), _("Met anderen, zonder kinderen"), _("Met kinderen in huis"))),
)  # fmt: skip

READY: dict[str, tuple[Asked, ...]] = {
    "dwelling": DWELLING, "together": TOGETHER, "nuisance": NUISANCE, "safety": SAFETY, "overall": OVERALL,
}  # fmt: skip
KNOWN = {asked.key: asked for group in (*READY.values(), ABOUT) for asked in group}
