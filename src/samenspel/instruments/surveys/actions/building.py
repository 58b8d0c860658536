"""Making a survey: its questions, who is asked, and who lives here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.instruments.surveys import rules
from samenspel.instruments.surveys.actions.sense import check_item
from samenspel.instruments.surveys.models import Item, Population, Survey
from samenspel.instruments.surveys.queries import form_of
from samenspel.instruments.surveys.rules.questionnaire import Asked
from samenspel.instruments.surveys.rules.ready import ABOUT, READY
from samenspel.instruments.surveys.states import Audience, SurveyState
from samenspel.kernel.action import BadInput, NotThere, action, keep
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.lineage.actions import new_node, retitle

MOST = 60  # questions; nobody answers more
NOT_HERE = _("Deze vraag is er niet meer. Er is niets veranderd.")


@action("surveys.survey.start", target=SurveyState.DRAFT, rule=rules.may_make, label=_("Een enquête beginnen"))
def start_survey(
    cycle: Cycle, *, by: Actor, title: str, period: str, audience: str = Audience.ALL, intro: str = "",
    themes: Sequence[str] = tuple(READY), previous: Survey | None = None, until: date | None = None,
    population: int | None = None, example: bool = False,
) -> Survey:  # fmt: skip
    """The neighbourhood starts making a survey, with ready questions or with those of last time."""
    if previous is not None and previous.place_id != cycle.place_id:
        raise BadInput(_("De vorige meting is van een andere buurt. Kies een meting van hier."))
    node = new_node("survey", title, cycle=cycle, example=example)
    survey = keep(
        Survey(
            node=node, audience=audience, intro=intro.strip(), period=period.strip(), previous=previous, until=until,
            population=population,
        )
    )  # fmt: skip
    wanted = [asked for key in READY if key in themes for asked in READY[key]]
    _lay_down(survey, form_of(previous) if previous else (*wanted, *ABOUT))
    return survey


def _lay_down(survey: Survey, form: Sequence[Asked]) -> None:
    for position, asked in enumerate(form, 1):
        keep(
            Item(
                survey=survey, position=position * 10, key=asked.key, kind=asked.kind, section=asked.section,
                theme=asked.theme, text=asked.text, choices="\n".join(asked.choices), only_if=asked.only_if,
                only_values=asked.only_values, **{f"words_{code}": text for code, text in asked.words},
            )
        )  # fmt: skip


@action("surveys.survey.change", source={SurveyState.DRAFT}, rule=rules.may_make, label=_("De enquête veranderen"))
def change_survey(
    survey: Survey, *, by: Actor, title: str, period: str, audience: str, intro: str = "", until: date | None = None,
    population: int | None = None,
) -> Survey:  # fmt: skip
    """Who is asked, until when and why is put right, as long as nobody was asked yet."""
    retitle(survey.node, title)
    survey.period, survey.audience, survey.intro = period.strip(), audience, intro.strip()
    survey.until, survey.population = until, population
    return survey


@action("surveys.item.add", source={SurveyState.DRAFT}, rule=rules.may_make, label=_("Een vraag erbij zetten"))
def add_item(
    survey: Survey, *, by: Actor, text: str, kind: str, section: str = "own", theme: str = "", choices: str = "",
    only_if: str = "", only_values: str = "", words_en: str = "", words_ar: str = "", words_tr: str = "",
) -> Survey:  # fmt: skip
    """The neighbourhood asks something of its own."""
    rows = list(survey.items.all())
    if len(rows) >= MOST:
        raise BadInput(_("Er staan al 60 vragen. Haal eerst een vraag weg."))
    taken = {row.key for row in rows}
    key = next(f"q{n}" for n in range(1, MOST + 2) if f"q{n}" not in taken)
    before = [row for row in rows if row.section != "about"]
    position = (before[-1].position if before else 0) + 5
    for number, row in enumerate((row for row in rows if row.section == "about"), 1):
        Item.objects.filter(pk=row.pk).update(position=position + 10 * number)
    keep(
        check_item(
            Item(
                survey=survey, key=key, position=position, kind=kind, section=section, theme=theme, text=text.strip(),
                choices=choices.strip(), only_if=only_if, only_values=only_values.strip(), words_en=words_en,
                words_ar=words_ar, words_tr=words_tr,
            ), before,
        )
    )  # fmt: skip
    return survey


@action("surveys.item.change", source={SurveyState.DRAFT}, rule=rules.may_make, label=_("Een vraag veranderen"))
def change_item(
    survey: Survey, *, by: Actor, key: str, text: str, kind: str, section: str = "own", theme: str = "",
    choices: str = "", only_if: str = "", only_values: str = "", words_en: str = "", words_ar: str = "",
    words_tr: str = "",
) -> Survey:  # fmt: skip
    """A question is put in better words."""
    row = _item(survey, key)
    row.text, row.kind, row.section, row.theme = text.strip(), kind, section, theme
    row.choices, row.only_if, row.only_values = choices.strip(), only_if, only_values.strip()
    row.words_en, row.words_ar, row.words_tr = words_en, words_ar, words_tr
    keep(check_item(row, list(survey.items.filter(position__lt=row.position))))
    return survey


@action("surveys.item.remove", source={SurveyState.DRAFT}, rule=rules.may_make, label=_("Een vraag weghalen"))
def remove_item(survey: Survey, *, by: Actor, key: str) -> Survey:
    """The neighbourhood does not ask this; what was asked only after it goes to everybody."""
    _item(survey, key).delete()
    survey.items.filter(only_if=key).update(only_if="", only_values="")
    return survey


@action("surveys.item.move", source={SurveyState.DRAFT}, rule=rules.may_make, label=_("Een vraag eerder stellen"))
def move_item(survey: Survey, *, by: Actor, key: str) -> Survey:
    """A question comes one place earlier."""
    rows = list(survey.items.all())
    at = next((n for n, row in enumerate(rows) if row.key == key), -1)
    if at < 0:
        raise NotThere(NOT_HERE)
    if at and rows[at].only_if == rows[at - 1].key:
        raise BadInput(_("Deze vraag volgt op de vraag erboven. Die moet eerst komen."))
    if at:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    for number, row in enumerate(rows, 1):
        Item.objects.filter(pk=row.pk).update(position=number * 10)
    return survey


@action(
    "surveys.survey.count_people", source={SurveyState.DRAFT, SurveyState.OPEN, SurveyState.CLOSED},
    rule=rules.may_make, label=_("Opschrijven wie hier wonen"),
)  # fmt: skip
def count_people(survey: Survey, *, by: Actor, groups: Mapping[str, Mapping[int, int]], reason: str) -> Survey:
    """Who lives here is written down, with its source, so that one sees who is missing in the answers."""
    known = {asked.key: len(asked.choices) for asked in form_of(survey)}
    Population.objects.filter(survey=survey).delete()
    for item, people in groups.items():
        for choice, count in people.items():
            if choice > known.get(item, 0):
                raise BadInput(__("Dit antwoord staat niet in de vragenlijst."))
            keep(Population(survey=survey, item=item, choice=choice, count=count))
    return survey


def _item(survey: Survey, key: str) -> Item:
    row = survey.items.filter(key=key).first()
    if row is None:
        raise NotThere(NOT_HERE)
    return row
