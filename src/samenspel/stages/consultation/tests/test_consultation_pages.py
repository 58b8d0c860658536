"""The pages of the consultation: everybody brings in and reads, helpers enter paper, editors moderate in the open."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from samenspel.contracts.actor import Actor, Mandate, Role
from samenspel.contracts.monitoring import Lesson
from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.forms import TellForm
from samenspel.kernel.access import actions as access
from samenspel.kernel.action import keep
from samenspel.kernel.action.guard import acting
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.actions import freeze
from samenspel.kernel.handover.models import Edition
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.consultation import actions
from samenspel.stages.consultation.forms import GiveForm
from samenspel.stages.consultation.models import Contribution, Harvest, HeardGroup

HOME = "/testbuurt/2026/ophalen/"
XSS = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def shown(cycle: Cycle, cast: Cast, words: str = "Een bankje op het plein.") -> Contribution:
    made = actions.give_contribution(cycle, by=Actor(), words=words, theme="green")
    return actions.show_contribution(made, by=cast.professional)


def teach(cycle: Cycle, lesson: Lesson) -> None:
    """A lesson of the previous round, as monitoring hands it over."""
    with acting():
        keep(freeze("monitoring", cycle, [lesson], by=Actor(), reason="r", missing="m"))


def test_an_empty_room_says_how_to_begin(cycle: Cycle, client: Client) -> None:
    page = client.get(HOME).content.decode()
    assert "Vraag drie buren wat zij willen" in page and "Wat wilt u voor de buurt?" in page


@pytest.mark.parametrize(
    "path",
    ["", "inbrengen/", "bijdragen/", "bijdragen/?thema=green&page=99", "afgeschermd/", "thema/groen-en-schoon/"],
)
def test_everybody_may_read(cycle: Cycle, cast: Cast, client: Client, path: str) -> None:
    shown(cycle, cast)
    assert client.get(HOME + path).status_code == 200


@pytest.mark.parametrize("path", ["thema/onzin/", "HP-XXXX/"])
def test_what_is_not_there(cycle: Cycle, client: Client, path: str) -> None:
    assert client.get(HOME + path).status_code == 404


@pytest.mark.parametrize("path", ["blad/", "te-lezen/", "wie/", "uitgeven/", "thema/green/schrijven/"])
def test_work_of_the_desk_is_for_the_desk(cycle: Cycle, client_as: Callable[[str], Client], path: str) -> None:
    assert client_as("").get(HOME + path).status_code == 403
    assert client_as("professional").get(HOME + path).status_code == 200


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def test_queries_do_not_grow(cycle: Cycle, cast: Cast, client: Client) -> None:
    counts = []
    for n in (1, 2, 197):
        that_many(n, lambda number: shown(cycle, cast, f"Bankje {number}"))
        counts.append([queries_of(client, HOME + p) for p in ("", "bijdragen/", "afgeschermd/", "thema/green/")])
    assert counts[0] == counts[1] == counts[2] and max(counts[0]) <= 8


def test_bringing_in_takes_a_few_small_screens(cycle: Cycle, client: Client) -> None:
    form: dict[str, object] = {"words": "Een bankje.", "language": "nl", "step": 1}
    assert "Waar gaat het over?" in client.post(HOME + "inbrengen/", form).content.decode()
    form |= {"kind": "wish", "theme": "green", "step": 3}
    page = client.post(HOME + "inbrengen/", form).content.decode()
    assert Contribution.objects.get().code in page and "Dank u wel" in page


def test_a_contribution_runs_nothing(cycle: Cycle, cast: Cast, client: Client) -> None:
    made = shown(cycle, cast, XSS)
    actions.write_harvest(cycle, by=cast.professional, theme="green", summary=XSS)
    for path in ("", "bijdragen/", "thema/green/", f"{made.code}/"):
        page = client.get(HOME + path).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page


def test_lessons_are_questions(cycle: Cycle, past: Cycle, client: Client) -> None:
    teach(past, Lesson("LS-AAAA", "Begin eerder", "", "Wat hielp u het meest?", "green"))
    page = client.get(HOME).content.decode()
    assert "Begin eerder" in page and "?les=LS-AAAA" in page
    flow = client.get(HOME + "inbrengen/?les=LS-AAAA").content.decode()
    assert "Wat hielp u het meest?" in flow and 'value="LS-AAAA"' in flow


def test_paper_goes_in_at_the_desk(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    form = {"sheet": "tafel 4", "words_1": "Een bankje", "theme_1": "green", "kind_1": "wish", "words_2": "Een boom",
            "channel": "table", "on_behalf_of": "een bewoner", "read_back": "on"}  # fmt: skip
    page = client_as("professional").post(HOME + "blad/", form).content.decode()
    made = list(Contribution.objects.order_by("pk"))
    assert [c.channel for c in made] == ["table", "table"] and all(c.code in page for c in made)
    assert made[0].words.read_back


@pytest.mark.parametrize(("day", "said"), [("1-1-2199", "Deze dag komt nog"), ("1-1-1899", "te lang geleden")])
def test_a_sheet_of_a_strange_day_is_refused_at_its_field(
    cycle: Cycle, client_as: Callable[[str], Client], day: str, said: str
) -> None:
    form = {"sheet": "tafel 4", "given_on": day, "words_1": "Een bankje", "kind_1": "wish", "channel": "paper"}
    page = client_as("professional").post(HOME + "blad/", form).content.decode()
    assert said in page and 'href="#id_given_on"' in page and "Een bankje" in page
    assert not Contribution.objects.exists()


def test_the_same_sheet_twice_is_asked_about(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    form = {"sheet": "tafel 4", "given_on": "1-3-2026", "words_1": "Een bankje", "kind_1": "wish", "channel": "paper"}
    desk = client_as("professional")
    assert 'type="checkbox" name="again"' not in desk.get(HOME + "blad/").content.decode()
    desk.post(HOME + "blad/", form)
    page = desk.post(HOME + "blad/", form | {"sheet": "Tafel 4"}).content.decode()
    assert "is al ingevoerd" in page and 'type="checkbox" name="again"' in page
    assert Contribution.objects.count() == 1
    desk.post(HOME + "blad/", form | {"given_on": "2-3-2026"})
    desk.post(HOME + "blad/", form | {"again": "on"})
    assert Contribution.objects.count() == 3


def test_the_heading_counts_what_everybody_can_read(cycle: Cycle, cast: Cast, client: Client) -> None:
    actions.give_contribution(cycle, by=Actor(), words="Nog niet gelezen.", theme="health")
    assert "Wat wilt u voor de buurt?" in client.get(HOME).content.decode()
    assert client.get(HOME + "thema/gezondheid/").status_code == 200
    shown(cycle, cast)
    assert "1 bijdrage opgehaald" in client.get(HOME).content.decode()


def test_editors_read_show_sort_and_hide(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    made = actions.give_contribution(cycle, by=Actor(), words="Een bankje.")
    editor = client_as("professional")
    assert "Een bankje." in editor.get(HOME + "te-lezen/").content.decode()
    editor.post(f"{HOME}{made.code}/sorteren/", {"theme": "green", "kind": "need"})
    editor.post(f"{HOME}{made.code}/tonen/")
    assert "Een bankje." in Client().get(HOME + "thema/green/").content.decode()
    editor.post(f"{HOME}{made.code}/afschermen/", {"reason": "Noemt een naam."})
    log = Client().get(HOME + "afgeschermd/").content.decode()
    assert made.code in log and "Noemt een naam." in log and "Een bankje." not in log


def test_a_story_becomes_a_contribution(cycle: Cycle, client_as: Callable[[str], Client]) -> None:
    story = stories.tell_story(cycle, by=Actor(), words="Ik zit graag buiten.", may_show=True)
    answer = client_as("professional").post(f"{HOME}verhaal/{story.code}/", {"kind": "need", "theme": "green"})
    assert answer.status_code == 302 and Contribution.objects.get().story == story


def test_the_harvest_is_written_on_a_page(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    made, editor = shown(cycle, cast), client_as("professional")
    form = {"summary": "Mensen willen bankjes.", "contributions": [made.code]}
    assert editor.post(HOME + "thema/green/schrijven/", form).status_code == 302
    page = Client().get(HOME + "thema/groen-en-schoon/").content.decode()
    assert "Mensen willen bankjes." in page and list(Harvest.objects.get().contributions.all()) == [made]


def test_counting_and_publishing(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    shown(cycle, cast)
    editor = client_as("organiser")
    form = {"dimension": "age", "group": "65 en ouder", "occasion": "tafel", "count": 3}
    assert client_as("professional").post(HOME + "wie/", form).status_code == 302
    assert HeardGroup.objects.get().count == 3
    assert "te weinig om te tonen" in Client().get(HOME).content.decode()
    answer = editor.post(HOME + "uitgeven/", {"reason": "Klaar.", "missing": "Jongeren"})
    assert answer.status_code == 302 and Edition.objects.get(stage="consultation").missing == "Jongeren"


def test_taking_back_on_a_page(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    made = actions.give_contribution(cycle, by=cast.resident, words="Een bankje.")
    assert client_as("neighbour").get(f"{HOME}{made.code}/intrekken/").status_code == 404
    assert client_as("resident").post(f"{HOME}{made.code}/intrekken/").status_code == 302
    made.refresh_from_db()
    assert made.words.erased


def test_the_desk_takes_back_what_nobody_read_yet(cycle: Cycle, cast: Cast, client_as: Callable[[str], Client]) -> None:
    made = actions.give_contribution(cycle, by=Actor(), words="Een bankje.")
    person = cast.accounts["neighbour"].person
    assert person is not None
    desk, path = client_as("neighbour"), f"{HOME}{made.code}/intrekken/"
    assert desk.get(path).status_code == 404
    access.give_mandate(cycle.place, by=STAFF, person=person, role=Role.DESK, given_by="test")
    assert desk.post(path, {"channel": "desk", "on_behalf_of": "een bewoner"}).status_code == 302


def test_an_editor_of_elsewhere_has_no_say_here(cycle: Cycle, cast: Cast) -> None:
    made = shown(cycle, cast)
    other = Actor(person=1, mandates=frozenset({Mandate(Role.EDITOR, cycle.place_id + 99)}))
    assert not actions.hide_contribution.info.rule(other, made)


def test_sending_twice_gives_the_same_receipt(cycle: Cycle, client: Client) -> None:
    sent = {"words": "Een bankje.", "language": "nl", "kind": "wish", "once": "tweemaal"}
    pages = [client.post(HOME + "inbrengen/", sent).content.decode() for _time in range(2)]
    made = Contribution.objects.get()
    assert all(made.code in page and "Er is nog iets niet goed" not in page for page in pages)


def test_the_language_of_the_page_is_the_likely_one(db: None) -> None:
    for read, likely in (("tr", "tr"), ("ar", "ar"), ("nl", "nl"), ("de", "nl")):
        with override(read):
            assert GiveForm()["language"].value() == TellForm()["language"].value() == likely
