"""Pages of telling: aloud, for somebody at a stall, in two languages; and what never stands together on them."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenspel.instruments.stories import actions as stories
from samenspel.instruments.stories.models import Story, StoryRecording
from samenspel.instruments.stories.queries import take_back_word
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.stages.profile.handover import items
from samenspel.stages.profile.tests.test_profile_receipts import HOME
from samenspel.stages.profile.views import recordings
from samenspel.ui import sounds
from samenspel.ui.tests.sounds import mp4, wav

As = Callable[[str], Client]
STALL = f"{HOME}verhalen/kraam/"


@pytest.fixture
def piece(cycle: Cycle) -> Place:
    made = places.add_place(None, by=STAFF, slug="bomenbuurt", name="Bomenbuurt", kind="neighbourhood")
    places.add_parts(cycle.place, by=STAFF, parts=[made])
    return made


def voice(data: bytes | None = None, name: str = "stem.wav") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, wav() if data is None else data, "audio/wav")


def speak(client: Client, **more: Any) -> Any:
    return client.post(f"{HOME}verhalen/inspreken/", {"sound": voice(), "language": "ar", "may_show": "on", **more})


def at(story: Story, step: str = "") -> str:
    return f"{HOME}verhaal/{story.code}/{step}"


def heard(cycle: Cycle, cast: Cast) -> Story:
    """A story told aloud that everybody can hear."""
    story = stories.speak_story(cycle, by=cast.resident, sound=sounds.heard(BytesIO(wav())), may_show=True)
    story = stories.write_out(story, by=cast.professional, words="Wij zingen.", agreed=True)
    stories.show_story(story, by=cast.professional)
    return stories.show_recording(story, by=cast.professional, recording=story.recording.pk)


def test_the_flow_offers_to_speak(cycle: Cycle, client: Client) -> None:
    page = client.get(f"{HOME}verhalen/vertellen/").content.decode()
    assert f"{HOME}verhalen/inspreken/" in page
    page = client.get(f"{HOME}verhalen/inspreken/").content.decode()
    assert 'accept="audio/*"' in page and "stories/recorder.js" in page and "multipart/form-data" in page


def test_told_aloud_gets_a_receipt_and_waits_for_its_words(cycle: Cycle, client: Client, client_as: As) -> None:
    answer = speak(client).content.decode()
    story = Story.objects.get()
    assert story.code in answer and take_back_word(story.code) in answer and "schrijft op wat u zei" in answer
    editor = client_as("professional").get(f"{HOME}verhalen/te-lezen/").content.decode()
    assert at(story, "opname/uitschrijven/") in editor and "Toon dit verhaal" not in editor


def test_a_helper_writes_it_out_beside_the_player(cycle: Cycle, client: Client, client_as: As) -> None:
    speak(client)
    story, editor = Story.objects.get(), client_as("professional")
    assert f'src="{at(story, "opname/")}"' in editor.get(at(story, "opname/uitschrijven/")).content.decode()
    editor.post(at(story, "opname/uitschrijven/"), {"words": "نغني كل أسبوع", "agreed": "on"})
    editor.post(at(story, f"opname/{StoryRecording.objects.get().pk}/tonen/"))
    editor.post(at(story, "tonen/"))
    page = client.get(at(story)).content.decode()
    assert StoryRecording.objects.get().state == "shown"
    assert "نغني كل أسبوع" in page
    assert "<audio" in page and "Teruggelezen: het klopt" in page


def test_how_it_is_played(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = heard(cycle, cast)
    part = client.get(at(story, "opname/"), headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"RIFF") and part["Content-Type"] == "audio/wav"
    assert "private" in part["Cache-Control"] and part["X-Content-Type-Options"] == "nosniff"
    stories.hide_story(story, by=cast.professional, reason="Om te proberen.")
    assert client.get(at(story, "opname/")).status_code == 404


BAD = {
    "a letter": (b"Dit is een brief. " * 30, "geen opname"), "nothing": (b"", "Dit bestand is leeg"),
    "a film": (mp4(track=b"vide"), "Dit is een film"), "half": (wav()[:4000], "niet heel"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence_and_no_story(cycle: Cycle, client: Client, name: str) -> None:
    data, words = BAD[name]
    answer = speak(client, sound=voice(data), name="Fatima").content.decode()
    assert words in answer and "Fatima" in answer and not Story.objects.exists()


def test_so_many_a_day(cycle: Cycle, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "MOST", 1)
    speak(client)
    assert "Probeer het morgen weer" in speak(client).content.decode() and Story.objects.count() == 1


def test_the_word_adds_and_takes_away(cycle: Cycle, client: Client) -> None:
    client.post(f"{HOME}verhalen/vertellen/", {"words": "Fijn.", "language": "nl", "may_show": "on", "step": "4"})
    story = Story.objects.get()
    wrong = client.post(at(story, "opname/erbij/"), {"sound": voice(), "word": "AAAA-AAAA"}).content.decode()
    assert "hoort niet bij dit verhaal" in wrong and not StoryRecording.objects.exists()
    client.post(at(story, "opname/erbij/"), {"sound": voice(), "word": take_back_word(story.code)})
    assert StoryRecording.objects.count() == 1
    client.post(at(story, "opname/weg/"), {"word": take_back_word(story.code)})
    assert not StoryRecording.objects.exists()


def stalled(client: Client, **more: str) -> Any:
    told = {"words": "Het is hier fijn.", "language": "nl", "may_show": "on", "channel": "street", **more}
    return client.post(STALL, told, headers={"Accept": "application/json"})


def test_a_stall_is_for_helpers(cycle: Cycle, client: Client, client_as: As) -> None:
    assert client.get(STALL).status_code in (302, 403) and stalled(client).status_code in (302, 403)
    assert client_as("resident").get(STALL).status_code == 403
    page = client_as("professional").get(STALL).content.decode()
    assert "stories/stall.js" in page
    assert page.index('name="words"') < page.index('name="read_back"') < page.index('name="language"')


def test_sent_twice_is_kept_once_with_the_same_receipt(cycle: Cycle, client_as: As) -> None:
    helper = client_as("professional")
    answers = [stalled(helper, once="abc", at="kraam 2", read_back="on") for _time in range(3)]
    story = Story.objects.get()
    assert {a.status_code for a in answers} == {201} and {a.json()["code"] for a in answers} == {story.code}
    assert answers[0].json()["word"] == take_back_word(story.code)
    assert (story.channel, story.place_text, story.words.read_back) == ("street", "kraam 2", True)


def test_what_is_wrong_comes_back_in_words(cycle: Cycle, client_as: As) -> None:
    answer = stalled(client_as("professional"), words="")
    assert answer.status_code == 422 and json.loads(answer.content)["errors"] and not Story.objects.exists()


def test_a_stall_without_script_shows_the_receipt_and_a_new_form(cycle: Cycle, client_as: As) -> None:
    told = {"words": "Fijn.", "language": "nl", "channel": "phone", "age_group": "over70"}
    page = client_as("professional").post(STALL, told).content.decode()
    story = Story.objects.get()
    assert story.code in page and take_back_word(story.code) in page and ">Fijn.</textarea>" not in page
    assert (story.channel, story.age_group, story.words.helpers_words) == ("phone", "over70", True)


def test_own_words_and_translation_stand_beside_each_other(cycle: Cycle, cast: Cast, client: Client) -> None:
    story = stories.tell_story(cycle, by=cast.resident, words="نأكل معا", language="ar", may_show=True)
    story = stories.show_story(story, by=cast.professional)
    stories.translate_story(story, by=cast.professional, words="Wij eten samen.", language="nl", translator="een buur")
    for url in (HOME, f"{HOME}verhalen/", at(story)):
        page = client.get(url).content.decode()
        assert '<blockquote class="quote" lang="ar" dir="auto">' in page
        assert '<blockquote class="quote translation" lang="nl" dir="auto">' in page
        assert "Dit is een vertaling." in page and "Vertaald door een buur." in page


def test_age_and_place_never_stand_together_on_a_page(cycle: Cycle, cast: Cast, piece: Place, client: Client) -> None:
    leaky: dict[str, Any] = {"area": "bomenbuurt", "place_text": "Kraam bij de kerk", "age_group": "over70"}
    story = stories.tell_story(cycle, by=cast.resident, words="Ik ben 83 en dans graag.", may_show=True, **leaky)
    stories.show_story(story, by=cast.professional)
    for url in (HOME, f"{HOME}verhalen/", at(story), f"{HOME}spiegel/"):
        page = client.get(url).content.decode()
        main = page.split("<main", 1)[1].split('id="buurt"')[0]
        assert "Kraam bij de kerk" not in page and "70 en ouder" not in page
        assert "Bomenbuurt" not in main
    assert "dans graag" not in client.get(f"{HOME}verhalen/?buurt=bomenbuurt").content.decode()


def test_neither_do_they_in_an_edition(cycle: Cycle, cast: Cast, piece: Place) -> None:
    for words in ("Ik ben 83 en dans graag.", "Ik dans graag."):
        story = stories.tell_story(
            cycle, by=cast.resident, words=words, may_show=True, area="bomenbuurt", place_text="de kerk"
        )
        stories.show_story(story, by=cast.professional)
    told: list[Any] = list(items(cycle))
    assert [said.item.told_at for said in told] == ["", "Bomenbuurt, de kerk"]


def test_the_log_says_what_and_why_to_everybody(cycle: Cycle, cast: Cast, client: Client, client_as: As) -> None:
    story = stories.tell_story(cycle, by=cast.resident, words="Ik woon op Javastraat 12.", may_show=True)
    editor = client_as("professional")
    sent = {"piece": "Javastraat 12", "reason": "Er stond een adres in."}
    assert editor.post(at(story, "inkorten/"), sent).status_code == 302
    page = client.get(f"{HOME}verhalen/logboek/").content.decode()
    assert "Er stond een adres in." in page and "Javastraat" not in page


def test_lists_can_be_chosen_from_without_script(cycle: Cycle, cast: Cast, piece: Place, client: Client) -> None:
    for words, area in (("Hier dans ik.", "bomenbuurt"), ("Daar zing ik.", "")):
        told = stories.tell_story(cycle, by=cast.resident, words=words, theme="together", may_show=True, area=area)
        stories.show_story(told, by=cast.professional)
    page = client.get(f"{HOME}verhalen/?buurt=bomenbuurt&thema=samen-leven").content.decode()
    assert "Hier dans ik." in page and "Daar zing ik." not in page
    assert "Daar zing ik." in client.get(f"{HOME}verhalen/?buurt=onzin").content.decode()
