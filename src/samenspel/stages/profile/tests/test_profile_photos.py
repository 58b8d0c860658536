"""Pages of photos: sent by hand, looked at by an editor, and nowhere before their story."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.queries import take_back_word
from samenspel.kernel.access import heavy
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile.tests.test_profile_receipts import HOME, tell

As = Callable[[str], Client]


def picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (400, 300), "green").save(out, "JPEG")
    return out.getvalue()


def at(story: Story, step: str = "") -> str:
    return f"{HOME}verhaal/{story.code}/foto/{step}"


def send(client: Client, story: Story, file: bytes | None = None, **more: Any) -> Any:
    photo = SimpleUploadedFile("tuin.jpg", picture() if file is None else file, "image/jpeg")
    facts = {"photo": photo, "alt": "Een groene tuin", "faces": "nobody", "word": take_back_word(story.code), **more}
    return client.post(at(story, "erbij/"), facts)


def with_photo(cycle: Cycle, cast: Cast, client: Client) -> Story:
    story = tell(cycle, cast.resident)
    send(client, story)
    stories.show_photo(story, by=cast.professional, photo=StoryPhoto.objects.get(story=story).pk)
    return stories.show_story(story, by=cast.professional)


def test_the_receipt_asks_for_a_photo_and_gets_one(cycle: Cycle, client: Client) -> None:
    words = {"words": "Hier is het fijn.", "language": "nl", "may_show": "on", "step": "4"}
    page = client.post(f"{HOME}verhalen/vertellen/", words).content.decode()
    story = Story.objects.get()
    assert at(story, "erbij/") in page and "Staan er mensen op?" in page and "multipart/form-data" in page
    answer = send(client, story).content.decode()
    assert "Uw foto is binnen" in answer and take_back_word(story.code) in answer
    assert StoryPhoto.objects.get().alt == "Een groene tuin"


def test_a_photo_is_nowhere_before_its_story(cycle: Cycle, cast: Cast, client: Client, client_as: As) -> None:
    story = tell(cycle, cast.resident)
    send(client, story)
    assert client.get(at(story)).status_code == 404
    stories.show_story(story, by=cast.professional)
    assert client.get(at(story)).status_code == 404
    assert "<img" not in client.get(f"{HOME}verhalen/").content.decode()
    assert client_as("resident").get(at(story)).status_code == 200


def test_an_editor_looks_and_shows(cycle: Cycle, cast: Cast, client: Client, client_as: As) -> None:
    story, editor = tell(cycle, cast.resident), client_as("professional")
    send(client, story)
    stories.show_story(story, by=cast.professional)
    url = at(story, f"{StoryPhoto.objects.get().pk}/tonen/")
    assert url in editor.get(f"{HOME}verhalen/te-lezen/").content.decode()
    assert editor.post(url).status_code == 302
    assert client.get(at(story)).status_code == 200


def test_it_stands_beside_its_story(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = with_photo(cycle, cast, client)
    for url in (HOME, f"{HOME}verhalen/", story.get_absolute_url()):
        page = client.get(url).content.decode()
        assert f'src="{at(story)}" width="400" height="300" alt="Een groene tuin" lang="nl" loading="lazy"' in page


def test_how_the_photo_is_sent(cycle: Cycle, cast: Cast, client: Client) -> None:
    answer = client.get(at(with_photo(cycle, cast, client)))
    assert answer.content.startswith(b"\xff\xd8") and answer["Content-Type"] == "image/jpeg"
    assert "private" in answer["Cache-Control"] and answer["X-Content-Type-Options"] == "nosniff"


def test_gone_with_its_story(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = with_photo(cycle, cast, client)
    stories.withdraw_story(story, by=cast.resident)
    assert client.get(at(story)).status_code == 404
    assert "<img" not in client.get(story.get_absolute_url()).content.decode()


BAD = {
    "text": (b"Dit is een brief.", "geen foto die wij kunnen lezen"),
    "nothing": (b"", "Dit bestand is leeg"),
    "half": (picture()[:700], "niet heel"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_loses_nothing(cycle: Cycle, client: Client, name: str) -> None:
    story, (file, words) = tell(cycle), BAD[name]
    send(client, story)
    answer = send(client, story, file, alt="Iets anders").content.decode()
    assert words in answer and "Iets anders" in answer
    assert StoryPhoto.objects.get().alt == "Een groene tuin"


def test_a_file_of_40_mb_is_refused_by_its_length(cycle: Cycle, client: Client) -> None:
    answer = client.generic(
        "POST", at(tell(cycle), "erbij/"), b"x", "multipart/form-data; boundary=x", CONTENT_LENGTH="40000000"
    )
    assert answer.status_code == 413 and "hoogstens 20 megabyte" in answer.content.decode()


def test_a_wrong_word_and_an_unknown_code_are_not_unpacked(
    cycle: Cycle, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samenspel.stages.profile.views.photos.developed", pytest.fail)
    story = tell(cycle)
    assert "hoort niet bij dit verhaal" in send(client, story, word="AAAA-AAAA").content.decode()
    story.node.code = "VH-XXXX"
    assert "hoort niet bij dit verhaal" in send(client, story).content.decode()


def test_a_busy_server_says_so_on_the_form(cycle: Cycle, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heavy, "PATIENCE", 0.01)
    with heavy.SEATS:
        answer = send(client, tell(cycle)).content.decode()
    assert "Probeer het over een halve minuut weer" in answer and "Een groene tuin" in answer


def test_the_word_takes_the_photo_away(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = with_photo(cycle, cast, client)
    assert "hoort niet bij" in client.post(at(story, "weg/"), {"word": "AAAA-AAAA"}).content.decode()
    assert client.post(at(story, "weg/"), {"word": take_back_word(story.code)}).status_code == 302
    assert not StoryPhoto.objects.exists()


def test_an_editor_takes_it_away(cycle: Cycle, cast: Cast, client: Client, client_as: As) -> None:
    story = with_photo(cycle, cast, client)
    assert client.get(at(story, "weghalen/")).status_code in (302, 403)
    client_as("professional").post(at(story, "weghalen/"), {"reason": "Er staat een kind op."})
    assert not StoryPhoto.objects.exists()


def test_the_page_of_the_word_leads_to_the_photo(cycle: Cycle, client: Client) -> None:
    story = tell(cycle)
    assert at(story, "erbij/") in client.get(f"{HOME}verhaal/{story.code}/intrekken/").content.decode()


def test_a_list_with_photos_asks_no_more_questions(cycle: Cycle, cast: Cast, client: Client) -> None:
    def questions() -> list[str]:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(f"{HOME}verhalen/")
        return [query["sql"] for query in asked.captured_queries]

    with_photo(cycle, cast, client)
    one = questions()
    for _n in range(3):
        with_photo(cycle, cast, client)
    assert len(questions()) == len(one) and not [sql for sql in one if '"data"' in sql]
