"""The pages of the profile: everybody can read, tell and offer, and the number of queries never grows."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.contracts.actor import Actor
from samenspel.instruments.offers import actions as offers
from samenspel.instruments.offers.models import Asset
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story
from samenspel.instruments.stories.queries import take_back_word
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.profile import actions, queries
from samenspel.stages.profile.models import FigureRow, FigureTable, ThemeView
from samenspel.stages.profile.queries import counted
from samenspel.stages.profile.tests.conftest import DATA, STAFF, Indische, cite, load

HOME = "/testbuurt/2026/profiel/"
THERE = "/indische-buurt/2026/profiel/"
XSS = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def told(cycle: Cycle, cast: Cast, words: str = "Wij koken samen.", **more: Any) -> Story:
    story = stories.tell_story(cycle, by=Actor(), words=words, theme="income", may_show=True, **more)
    return stories.show_story(story, by=cast.professional)


def filled(cycle: Cycle, cast: Cast, n: int) -> None:
    that_many(n, lambda number: told(cycle, cast, f"Verhaal nummer {number}."))
    offer = partial(offers.offer_asset, cycle, by=cast.resident, offers="Mag u lenen.")
    that_many(n, lambda number: offer(title=f"Ding {number}"))


def test_an_empty_profile_says_how_to_begin(cycle: Cycle, client: Client) -> None:
    page = client.get(HOME).content.decode()
    assert "Zo begint u, ook alleen" in page and "half profiel" not in page


def test_figures_alone_are_half_a_profile(figured: Indische, client: Client) -> None:
    page = client.get(THERE).content.decode()
    assert "Dit zijn alleen cijfers: een half profiel" in page and "Kompas van Indische Buurt-West" in page


@pytest.mark.parametrize(
    "path",
    ["", "verhalen/", "verhalen/?thema=income", "verhalen/?page=x", "bronnen/", "bronnen/?soort=people", "cijfers/",
     "thema/rondkomen/", "thema/werk/", "verhalen/vertellen/", "bronnen/aanbieden/"],
)  # fmt: skip
def test_everybody_may_read(cycle: Cycle, cast: Cast, client: Client, path: str) -> None:
    filled(cycle, cast, 1)
    assert client.get(HOME + path).status_code == 200


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("thema/rondkomen/", "Kerncijfers wijken en buurten 2023"),
        ("thema/rondkomen/?kaart=x", "CBS"),
        ("thema/prettig-wonen/", "Leefbaarometer"),
        ("cijfers/", "Kerncijfers wijken en buurten 2023"),
    ],
)
def test_pages_name_their_sources(figured: Indische, client: Client, path: str, source: str) -> None:
    answer = client.get(THERE + path)
    assert answer.status_code == 200 and source in answer.content.decode()


@pytest.mark.parametrize("path", ["thema/onzin/", "verhaal/VH-XXXX/", "bron/BR-XXXX/", "cijfer/CY-XXXX/"])
def test_what_is_not_there(cycle: Cycle, client: Client, path: str) -> None:
    assert client.get(HOME + path).status_code == 404


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def test_queries_do_not_grow(cycle: Cycle, cast: Cast, client: Client) -> None:
    counts = []
    for n in (1, 2, 197):
        filled(cycle, cast, n)
        counts.append([queries_of(client, HOME + p) for p in ("", "verhalen/", "bronnen/", "thema/rondkomen/")])
    assert counts[0] == counts[1] == counts[2] and max(counts[0]) <= 8


@pytest.mark.parametrize("path", ["", "thema/rondkomen/", "cijfers/"])
def test_queries_with_all_figures(figured: Indische, client: Client, path: str) -> None:
    counted(figured.cycle)  # each process reads the columns of a table once, and what is counted once
    assert queries_of(client, THERE + path) <= 8


def test_the_theme_page_shows_where_figures_are_missing(figured: Indische, client: Client) -> None:
    page = client.get(THERE + "thema/rondkomen/?kaart=below_120_minimum").content.decode()
    assert "31,4%" in page and "geen cijfer" in page and "kan niet samen" in page and "18,4%" in page


def test_telling_takes_a_few_small_screens(cycle: Cycle, client: Client) -> None:
    form: dict[str, object] = {"words": "Het is hier fijn.", "language": "nl", "step": 1, "once": "a"}
    second = client.post(HOME + "verhalen/vertellen/", form)
    assert "Waar gaat het over?" in second.content.decode() and not Story.objects.exists()
    form |= {"theme": "together", "step": 2}
    assert "Wie mag dit lezen?" in client.post(HOME + "verhalen/vertellen/", form).content.decode()
    form |= {"may_show": "on", "step": 4}
    last = client.post(HOME + "verhalen/vertellen/", form).content.decode()
    made = Story.objects.get()
    assert made.code in last and take_back_word(made.code) in last and made.theme == "together"


def test_whoever_is_logged_in_is_not_asked_for_a_name(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    """The last screen is then about who may read it."""
    web, form = client_as("resident"), {"words": "Het is hier fijn.", "language": "nl", "step": 2}
    assert "Stap 3 van 3" in web.post(HOME + "verhalen/vertellen/", form).content.decode()
    web.post(HOME + "verhalen/vertellen/", form | {"step": 3})
    assert Story.objects.get().words.body == "Het is hier fijn."


def test_nothing_told_is_asked_again(cycle: Cycle, client: Client) -> None:
    page = client.post(HOME + "verhalen/vertellen/", {"words": "", "language": "nl", "step": 1}).content.decode()
    assert "Hoe is het hier?" in page and "error-summary" in page


def test_a_step_back_keeps_what_was_typed(cycle: Cycle, client: Client) -> None:
    form = {"words": "Het is hier fijn.", "language": "nl", "step": 2, "back": "1"}
    assert "Het is hier fijn." in client.post(HOME + "verhalen/vertellen/", form).content.decode()


def test_a_story_runs_nothing(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = told(cycle, cast, XSS, place_text=XSS[:100])
    for path in ("", "verhalen/", f"verhaal/{story.code}/", "thema/rondkomen/"):
        page = client.get(HOME + path).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page and "&lt;script&gt;" in page


def test_a_story_that_is_not_shown_stays_inside(cycle: Cycle, client: Client) -> None:
    story = stories.tell_story(cycle, by=Actor(), words="Alleen voor de redactie.")
    assert client.get(f"{HOME}verhaal/{story.code}/").status_code == 404
    assert "Alleen voor de redactie" not in client.get(HOME + "verhalen/").content.decode()


def test_an_editor_reads_and_shows(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    story = stories.tell_story(cycle, by=Actor(), words="Mooi hier.", may_show=True)
    editor = client_as("professional")
    assert "Mooi hier." in editor.get(HOME + "verhalen/te-lezen/").content.decode()
    assert editor.post(f"{HOME}verhaal/{story.code}/tonen/").status_code == 302
    assert "Mooi hier." in Client().get(HOME + "verhalen/").content.decode()


def test_a_visitor_does_not_moderate(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    story = told(cycle, cast)
    assert client_as("resident").get(HOME + "verhalen/te-lezen/").status_code == 403
    assert client_as("resident").post(f"{HOME}verhaal/{story.code}/afschermen/", {"reason": "x"}).status_code == 403


def test_hiding_shows_the_reason(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    story = told(cycle, cast)
    client_as("professional").post(f"{HOME}verhaal/{story.code}/afschermen/", {"reason": "Noemt een naam."})
    page = Client().get(f"{HOME}verhaal/{story.code}/").content.decode()
    assert "Noemt een naam." in page and "Wij koken samen" not in page


def test_taking_back_with_the_word_of_the_receipt(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = told(cycle, cast)
    path = f"{HOME}verhaal/{story.code}/intrekken/"
    assert "hoort niet bij dit verhaal" in client.post(path, {"word": "AAAA-AAAA"}).content.decode()
    assert client.post(path, {"word": take_back_word(story.code).lower()}).status_code == 302
    assert "ingetrokken" in client.get(f"{HOME}verhaal/{story.code}/").content.decode()


def test_offering_and_matching(cycle: Cycle, client: Client, client_as: Callable[[str], Client]) -> None:
    form = {"title": "Ik kan goed koken", "kind": "people", "offers": "", "where": "", "contact": "06@b.nl", "step": 3}
    assert "Dank u wel voor uw aanbod" in client.post(HOME + "bronnen/aanbieden/", form).content.decode()
    asset = Asset.objects.get()
    assert client.get(f"{HOME}bron/{asset.code}/").status_code == 404
    desk = client_as("professional")
    desk.post(f"{HOME}bron/{asset.code}/tonen/")
    desk.post(f"{HOME}bron/{asset.code}/koppelen/", {"need": "de buurtmaaltijd", "name": "Karim"})
    page = client.get(f"{HOME}bron/{asset.code}/").content.decode()
    assert "de buurtmaaltijd" in page and "Karim" not in page and "06@b" not in page


def test_a_resident_says_whether_a_figure_is_right(
    figured: Indische, cast: Cast, client_as: Callable[[str], Client]
) -> None:
    path = THERE + "thema/rondkomen/trouble_making_ends_meet/"
    assert client_as("resident").post(path, {"verdict": "agree"}).status_code == 302
    assert ThemeView.objects.get().verdict == "agree"
    assert Client().post(path, {"verdict": "agree"}).status_code == 403


def test_a_figure_that_is_a_reason_has_a_page(figured: Indische, client: Client) -> None:
    made = cite(figured, "lonely", "WK036332", "2020")
    page = client.get(f"{THERE}cijfer/{made.code}/").content.decode()
    assert "55,3%" in page and "Gezondheid per wijk en buurt 2020" in page and "Een schatting van de bron" in page
    assert cite(figured, "lonely", "WK036332", "2020").code == made.code


def test_a_figure_that_is_missing_is_no_reason(figured: Indische, client_as: Callable[[str], Client]) -> None:
    path = f"{THERE}cijfers/reden/income_per_inhabitant/BU0363MG04/2023/"
    assert client_as("professional").post(path).status_code in (400, 403)


def test_files_are_read_in_on_a_page(indische: Indische, cast: Cast, client_as: Callable[[str], Client]) -> None:
    from samenspel.contracts.actor import Role
    from samenspel.kernel.access import actions as access

    person = cast.accounts["professional"].person
    assert person is not None
    access.give_mandate(indische.place, by=STAFF, person=person, role=Role.EDITOR, given_by="test")
    editor, path = client_as("professional"), THERE + "cijfers/inlezen/eigen-vorm/"
    names = ("figures", "indicators", "areas")
    with (DATA / "figures.csv").open("rb") as figures:
        refused = editor.post(path, {"figures": figures}).content.decode()
    assert "kennen wij niet" in refused and not FigureRow.objects.exists()
    files = {name: (DATA / f"{name}.csv").open("rb") for name in names}
    assert editor.post(path, files).status_code == 302
    assert FigureRow.objects.filter(table__state="standing", code="BU0363MF01").count() > 3


def test_publishing_freezes_what_is_public(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    story = told(cycle, cast)
    form = {"reason": "De eerste.", "missing": "Jongeren."}
    answer = client_as("organiser").post(HOME + "uitgeven/", form)
    assert answer.status_code == 302 and "/uitgaven/profile/1/" in answer["Location"]
    page = Client().get(answer["Location"]).content.decode()
    assert story.code in page and "Wij koken samen" not in page


def test_the_edition_holds_the_figures(figured: Indische) -> None:
    from samenspel.contracts.profile import Figure as Handed
    from samenspel.kernel.handover.queries import latest

    actions.publish_edition(figured.cycle, by=queries_editor(figured), reason="Eerste", missing="Niemand")
    handed = {(f.indicator, f.area): f for f in latest(Handed, figured.cycle)}
    lonely = handed["lonely", "Indische Buurt-Oost"]
    assert (lonely.value, lonely.city_value, lonely.status, lonely.measured) == ("55.3", "53.2", "value", False)
    assert handed["below_120_minimum", "Indische Buurt"].value == ""


def queries_editor(found: Indische) -> Actor:
    from samenspel.contracts.actor import Mandate, Role

    return Actor(mandates=frozenset({Mandate(Role.EDITOR, found.place.pk)}))


def test_reading_twice_leaves_one_table_of_each(figured: Indische) -> None:
    before = FigureTable.objects.count()
    load(figured.place)
    assert FigureTable.objects.count() == before == queries.tables_read(figured.place).count()


def test_lessons_of_the_previous_round_are_questions(cycle: Cycle, past: Cycle, client: Client) -> None:
    from samenspel.contracts.monitoring import Lesson
    from samenspel.kernel.action import keep
    from samenspel.kernel.action.guard import acting
    from samenspel.kernel.handover.actions import freeze

    lesson = Lesson("LS-AAAA", "Begin eerder", "", "Hoe merkt u dat nu?", "green")
    with acting():
        keep(freeze("monitoring", past, [lesson], by=Actor(), reason="r", missing="m"))
    assert "?les=LS-AAAA" in client.get(HOME + "verhalen/").content.decode()
    assert "Hoe merkt u dat nu?" in client.get(HOME + "verhalen/vertellen/?les=LS-AAAA").content.decode()
