"""The example neighbourhood is worth a walk: threads that go all the way, and enough life in both rounds."""

import re

import pytest
from django.test import Client

from demo.loader.world import World
from samenspel.instruments.stories.models import Story
from samenspel.kernel.journal.models import Entry
from samenspel.kernel.lineage.queries import thread
from samenspel.stages.consultation.models import Contribution, Harvest
from samenspel.stages.pact.models import Commitment
from samenspel.stages.pact.states import CommitmentState
from samenspel.stages.profile.models import ThemeView
from samenspel.stages.profile.queries import shelf
from samenspel.stages.profile.states import Verdict

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("story", "through"),
    [
        ("garden", {"option", "award", "commitment"}),  # the vote
        ("letters", {"task", "assessment", "joint_plan", "award"}),  # by consent
        ("waste", {"plan_line", "commitment"}),  # a promise broken and mended
    ],
)
def test_a_thread_goes_from_story_to_lesson_and_on(demo: World, story: str, through: set[str]) -> None:
    found = thread(demo.things[f"story:{story}"].node)
    assert {"contribution", "priority", "proposal", "outcome", "lesson"} | through <= {n.kind for n in found.nodes}
    assert {n.cycle.slug for n in found.nodes if n.cycle} == {"2020", "2026"}
    assert all(tie.reason for tie in found.ties)


def test_a_promise_was_broken_and_mended(demo: World) -> None:
    bins = Commitment.objects.get(pk=demo.things["promise:bins"].pk)
    assert bins.state == CommitmentState.KEPT and bins.due > bins.first_due and bins.reason


def test_a_thread_that_stopped_gives_its_reason(demo: World, visitor: Client) -> None:
    page = visitor.get(f"/d/{demo.code('line:homework')}/").content.decode()
    assert "De school heeft haar lokalen zelf nodig." in page


def test_home_leads_into_the_threads(demo: World, visitor: Client) -> None:
    page = visitor.get("/indische-buurt/").content.decode()
    keys = ("lesson:young", "lesson:evening", "lesson:sooner", "line:homework")
    assert all(f"/d/{demo.code(key)}/" in page for key in keys)


def test_people_bring_things_in_by_many_ways_and_in_four_languages(demo: World) -> None:
    rows = Contribution.objects.filter(state="shown")
    assert rows.count() >= 30
    assert {"table", "street", "paper", "phone", "web"} <= set(rows.values_list("channel", flat=True))
    assert {"nl", "tr", "ar", "en"} <= set(rows.values_list("words__language", flat=True))


def test_the_round_that_runs_is_full_of_voices(demo: World) -> None:
    rows = Contribution.objects.filter(state="shown", node__cycle__slug="2026")
    stories = Story.objects.filter(state="shown", node__cycle__slug="2026")
    assert rows.count() >= 30 and stories.count() >= 9
    assert {"table", "street", "paper", "phone", "web", "desk"} <= set(rows.values_list("channel", flat=True))
    assert {"nl", "tr", "ar", "en"} <= set(stories.values_list("words__language", flat=True))
    assert len(set(stories.values_list("theme", flat=True))) >= 6
    assert Harvest.objects.filter(cycle__slug="2026", contributions__isnull=False).distinct().count() >= 6


def test_figures_of_many_themes_are_laid_beside_stories(demo: World) -> None:
    views = ThemeView.objects.filter(cycle__slug="2026", shared=True)
    assert set(views.values_list("verdict", flat=True)) == set(Verdict)
    assert views.count() >= 10 and len(set(views.values_list("indicator__theme", flat=True))) >= 4
    assert not views.filter(explanation="").exists()


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("rondkomen", ["11 van 16 mensen", "5 van 12 mensen"]),
        ("samen-leven", ["7 van 12 mensen", "5 van 11 mensen"]),
        ("gezondheid", ["6 van 6 mensen"]),  # of stress only three said something: too few to show
    ],
)
def test_residents_say_which_figures_they_recognise(visitor: Client, theme: str, shown: list[str]) -> None:
    page = visitor.get(f"/indische-buurt/2026/profiel/thema/{theme}/").content.decode()
    assert sorted(re.findall(r"\d+ van \d+ mensen", page)) == sorted(shown)


def test_promises_of_every_state(demo: World) -> None:
    assert set(Commitment.objects.values_list("state", flat=True)) >= set(CommitmentState) - {"renegotiated"}


def test_proposals_stand_in_many_places_and_every_no_has_a_next_step(demo: World) -> None:
    from samenspel.stages.proposals.models import Proposal

    rows = Proposal.objects.filter(node__cycle__slug="2026")
    assert rows.count() >= 12 and len(set(rows.values_list("state", flat=True))) >= 7
    assert not Proposal.objects.filter(state__in=["declined", "provisional_no"], next_step="").exists()


def test_the_journal_reads_in_the_order_of_the_calendar(demo: World) -> None:
    moments = list(Entry.objects.filter(place=demo.place.pk).order_by("seq").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert len({m.date() for m in moments}) > 100


@pytest.mark.parametrize(
    ("indicator", "area", "year", "value"),
    [
        ("below_120_minimum", "WK0363MG", 2024, 28.1),
        ("below_120_minimum", "WK0363MF", 2024, 24.2),
        ("trouble_making_ends_meet", "WK036332", 2020, 30.6),
        ("lonely", "WK036331", 2020, 53.2),
    ],
)
def test_figures_are_those_of_the_source(demo: World, indicator: str, area: str, year: int, value: float) -> None:
    found = shelf({area})
    said = [s for period in found.periods(indicator) for s in found.stated(indicator, period, area)]
    assert [float(s.number or 0) for s in said if s.table_row.area_year == year] == [value]


def test_the_trend_runs_through_the_change_of_codes(demo: World, visitor: Client) -> None:
    page = visitor.get("/indische-buurt/2026/profiel/thema/rondkomen/").content.decode()
    assert re.search(r"29,0.?% in 2020", page) and re.search(r"28,1.?% in 20", page)


def test_the_profile_shows_how_a_theme_went(demo: World, visitor: Client) -> None:
    page = visitor.get("/indische-buurt/2026/profiel/").content.decode()
    assert re.search(r"22[.]450\D+in 2020", page) and re.search(r"22[.]045\D+in 2024", page)
