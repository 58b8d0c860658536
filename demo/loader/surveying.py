"""Residents' surveys of the example neighbourhood: a first wave in 2020, one in 2026, and one that is open now.

The answers are made up and marked as an example. They are drawn with a fixed seed, so that every demo shows the same;
the shape is that of such surveys in the Netherlands: marks between 5 and 8, older people answer more than young ones.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, NamedTuple

from demo.loader.world import Strand, World
from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.surveys import actions, queries
from samenspel.instruments.surveys.models import Remark, Survey
from samenspel.instruments.surveys.rules.codes import digest_of
from samenspel.kernel.cycle.models import Cycle

RESIDENT = Actor()
# The mark that the middle of the neighbourhood gives, in 2020 and in 2026.
MIDDLES = {
    "mark_home": (6.4, 6.2), "mark_street": (6.0, 6.6), "mark_green": (6.1, 6.9), "mark_play": (5.6, 5.9),
    "mark_shops": (7.4, 7.5), "mark_neighbours": (6.9, 7.2), "mark_belong": (6.8, 7.1), "mark_involved": (6.3, 7.0),
    "mark_mixed": (6.5, 6.6), "mark_rubbish": (4.6, 5.7), "mark_noise": (6.0, 5.9), "mark_traffic": (5.8, 5.5),
    "mark_behaviour": (6.1, 6.0), "mark_day": (7.5, 7.6), "mark_evening": (6.0, 6.1), "mark_crossing": (6.2, 6.3),
    "mark_crime": (6.0, 6.4), "mark_overall": (6.7, 7.1), "mark_heard": (5.0, 5.8),
}  # fmt: skip
# How many of each age live here (invented), and how often each age answers.
AGES, EAGER = {1: 3400, 2: 9800, 3: 5600, 4: 2500}, (17, 30, 29, 24)
HOUSES, AT_HOME = {1: 6900, 2: 2900, 3: 2800}, (46, 26, 28)
PEOPLE = "Verzonnen aantallen voor de voorbeeldbuurt."
INTRO = "Wij willen weten hoe u hier woont. Wat u antwoordt, komt in het buurtprofiel en bij de keuzes voor de buurt."


class Said(NamedTuple):
    """A remark, and what the editors did with it; empty: they still have to read it."""

    item: str
    words: str
    language: str = "nl"
    hidden: str = ""


REMARKS = (
    Said("remark", "De tuin bij de school is het mooiste wat hier in jaren gebeurd is."),
    Said("remark", "Mijn straat is schoner dan vroeger. Alleen bij de containers blijft het een troep."),
    Said("remark", "Yeni komşularla tanışmak kolay değil. Perşembe yemeği çok iyi geliyor.", "tr"),
    Said("remark", "أحب هذا الحي. لكن الدرج متعب والمصعد معطل كثيرًا.", "ar"),
    Said("why_worse", "De huur ging omhoog en de winkel op de hoek ging dicht."),
    Said("why_worse", "Meer scooters op de stoep, vooral na tien uur."),
    Said("remark", "Meneer De Boer van nummer 12 zet altijd zijn vuil buiten.", hidden="Er stond een naam in."),
)  # fmt: skip


def before(world: World, cycle: Cycle) -> Strand:
    """The first wave, in the autumn of 2020, by letter."""
    organiser = world["professional"]
    yield date(2020, 9, 14)
    survey = actions.start_survey(
        cycle, by=organiser, title="Hoe woont u in de Indische Buurt?", period="2020", audience="sample", intro=INTRO,
        population=20_800, example=True,
    )  # fmt: skip
    letters = actions.issue_codes(survey, by=organiser, count=130, reason="brieven september")
    survey = actions.open_survey(survey, by=organiser)
    yield date(2020, 10, 12)
    for letter, answers in zip(letters, _answers(0, 44), strict=False):
        actions.give_answer(survey, by=RESIDENT, letter=digest_of(survey.pk, letter.code), answers=answers)
    yield date(2020, 10, 30)
    closed = actions.close_survey(survey, by=organiser)
    world.things["survey:2020"] = actions.publish_survey(closed, by=organiser, reason="De eerste meting is geteld.")


def now(world: World, cycle: Cycle) -> Iterator[Strand]:
    """The second wave by letter, and a short survey that anybody can answer."""
    yield _second(world, cycle)
    yield _open(world, cycle)


def _second(world: World, cycle: Cycle) -> Strand:
    organiser = world["professional"]
    yield date(2026, 2, 16)
    first = Survey.objects.get(pk=world.things["survey:2020"].pk)
    survey = actions.start_survey(
        cycle, by=organiser, title="Hoe woont u in de Indische Buurt? Tweede keer", period="2026", audience="sample",
        intro=INTRO, previous=first, population=21_300, example=True,
    )  # fmt: skip
    actions.count_people(survey, by=organiser, groups={"age": AGES, "household": HOUSES}, reason=PEOPLE)
    letters = actions.issue_codes(survey, by=organiser, count=210, reason="brieven februari")
    survey = actions.open_survey(survey, by=organiser)
    yield date(2026, 3, 9)
    paper = replace(organiser, channel=Channel.PAPER, on_behalf_of="een bewoner", read_back=True)
    for number, answers in enumerate(_answers(1, 96)):
        said = REMARKS[number // 6] if number % 6 == 5 and number // 6 < len(REMARKS) else None
        actions.give_answer(
            survey, by=paper if number % 5 == 0 else RESIDENT, letter=digest_of(survey.pk, letters[number].code),
            answers={**answers, "change": (3,)} if said and said.item == "why_worse" else answers,
            remarks={said.item: said.words} if said else {}, language=said.language if said else "nl",
        )  # fmt: skip
    yield date(2026, 3, 27)
    _read(survey, organiser)
    closed = actions.close_survey(survey, by=organiser)
    yield date(2026, 4, 13)
    reason = "Bijna de helft deed mee. Jongeren deden minder mee; hun antwoorden tellen daarom zwaarder."
    world.things["survey:2026"] = actions.publish_survey(closed, by=organiser, reason=reason)


def _read(survey: Survey, editor: Actor) -> None:
    hidden = {said.words: said.hidden for said in REMARKS if said.hidden}
    for remark in Remark.objects.filter(survey=survey).select_related("text", "survey__node").order_by("pk"):
        if reason := hidden.get(remark.text.body):
            actions.hide_remark(remark, by=editor, reason=reason)
        else:
            actions.show_remark(remark, by=editor)


def _open(world: World, cycle: Cycle) -> Strand:
    organiser = world["professional"]
    yield date(2026, 10, 5)
    survey = actions.start_survey(
        cycle, by=organiser, title="Hoe veilig is het hier?", period="najaar 2026", themes=("safety",), example=True,
        intro="Voor het plan van volgend jaar. U hoort in januari wat eruit kwam.",
    )  # fmt: skip
    actions.add_item(
        survey, by=organiser, text="Loopt u ’s avonds wel eens om?", kind="yesno", theme="safety",
        words_en="Do you sometimes take a detour at night?", words_ar="هل تسلك أحيانًا طريقًا أطول في المساء؟",
        words_tr="Akşamları bazen yolunuzu uzatır mısınız?",
    )  # fmt: skip
    actions.add_item(
        survey, by=organiser, text="Welke plek mijdt u dan?", kind="remark", theme="safety", only_if="q1",
        only_values="ja", words_en="Which place do you avoid?", words_ar="ما المكان الذي تتجنبه؟",
        words_tr="Hangi yerden kaçınıyorsunuz?",
    )  # fmt: skip
    survey = actions.open_survey(survey, by=organiser)
    yield date(2026, 10, 19)
    for answers in list(_answers(1, 14))[:14]:
        known = {asked.key for asked in queries.form_of(survey)}
        given = {key: values for key, values in answers.items() if key in known}
        actions.give_answer(survey, by=RESIDENT, answers={**given, "q1": (2,)})
    world.things["survey:open"] = survey


def _answers(wave: int, count: int) -> Iterator[dict[str, Any]]:
    """So many people, each a bit milder or sterner than the middle, as people are."""
    rng = Random(2020 + wave)  # noqa: S311  an example, not a secret
    for _n in range(count):
        age, home = rng.choices((1, 2, 3, 4), EAGER)[0], rng.choices((1, 2, 3), AT_HOME)[0]
        mild = rng.gauss(0, 0.9) + (0.5 if age == 4 else -0.4 if age == 1 else 0)
        found: dict[str, Any] = {
            key: (min(10, max(1, round(rng.gauss(pair[wave] + mild, 1.2)))),)
            for key, pair in MIDDLES.items() if rng.random() > 0.06
        }  # fmt: skip
        found["change"] = (rng.choices((1, 2, 3, 4), (34, 40, 16, 10))[0],)
        yield {**found, "age": (age,), "household": (home,)}
