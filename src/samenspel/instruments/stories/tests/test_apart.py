"""An age, a place and somebody's words never stand together: on a page, in an export, in an edition."""

from dataclasses import replace
from typing import Any

import pytest

from samenspel.contracts.actor import Channel
from samenspel.instruments.stories import actions, queries, rules
from samenspel.instruments.stories.models import Story, StoryPhoto
from samenspel.instruments.stories.tests.test_stories import VISITOR, tell
from samenspel.kernel.action import BadInput
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.exports import registered
from samenspel.kernel.exports.queries import rows
from samenspel.kernel.places import actions as places
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import STAFF, Cast
from samenspel.ui.photos import Photo

AGES = (
    "Ik ben 83 en het gaat goed.", "Ik ben drieëntachtig.", "Mijn zoon is 16 jaar.", "Een vrouw van 83 hielp mij.",
    "Als 83-jarige loop je niet meer zo hard.", "Ik ben geboren in 1941.", "Ben ik nu 50 of 51?", "Een tachtiger.",
    "I'm 83 and fine.", "A 17-year-old boy.", "83 yaşındayım.", "عمري ٨٣ سنة", "J'ai 83 ans.", "Tengo 83 años.",
)  # fmt: skip
NO_AGES = (
    "Ik woon hier al 40 jaar.", "De soep kost 3 euro.", "Ik ben 3 keer geweest.", "Er kwamen 60 mensen.",
    "Het wordt rustiger en prettiger.", "Ik ben twee dagen ziek geweest.", "In 2019 ging de bus weg.",
)  # fmt: skip


@pytest.fixture
def piece(cycle: Cycle) -> Place:
    made = places.add_place(None, by=STAFF, slug="bomenbuurt", name="Bomenbuurt", kind="neighbourhood")
    places.add_parts(cycle.place, by=STAFF, parts=[made])
    return made


def shown(cycle: Cycle, cast: Cast, words: str, **more: Any) -> Story:
    return actions.show_story(tell(cycle, words=words, **more), by=cast.professional)


@pytest.mark.parametrize("words", AGES)
def test_an_age_is_seen(words: str) -> None:
    assert rules.says_age(words)


@pytest.mark.parametrize("words", NO_AGES)
def test_a_number_is_no_age(words: str) -> None:
    assert not rules.says_age(words)


@pytest.mark.parametrize(
    ("words", "place", "address"),
    [("In de Javastraat is het druk.", True, False), ("Javastraat 12", True, True), ("Insulindeweg 5a", True, True),
     ("Schrijf naar 1094 HG.", False, True), ("Het speelplein is leeg.", False, False), ("op straat", False, False)],
)  # fmt: skip
def test_streets_and_addresses(words: str, place: bool, address: bool) -> None:
    assert (rules.says_place(words), rules.has_address(words)) == (place, address)


def test_long_words_are_read_quickly() -> None:
    assert not rules.says_place("a.b" * 6000) and not rules.says_age("ik ben " * 3000)


def test_an_age_in_the_words_takes_the_place_away(cycle: Cycle, cast: Cast, piece: Place) -> None:
    told = {"area": "bomenbuurt", "place_text": "aan de kraam bij de kerk"}
    plain = shown(cycle, cast, "Het is hier fijn.", **told)
    aged = shown(cycle, cast, "Ik ben 83 en het is hier fijn.", **told)
    assert plain.place_shown == "Bomenbuurt, aan de kraam bij de kerk" and aged.place_shown == ""
    assert "kraam" not in aged.told_at


def test_an_age_that_comes_later_does_so_too(cycle: Cycle, cast: Cast, piece: Place) -> None:
    story = shown(cycle, cast, "أنا سعيد هنا", language="ar", area="bomenbuurt")
    story = actions.translate_story(story, by=cast.professional, words="Ik ben 83 en blij.", language="nl")
    assert story.tells_age and story.place_shown == ""


def test_lists_and_counts_by_place_leave_it_out(cycle: Cycle, cast: Cast, piece: Place) -> None:
    plain = shown(cycle, cast, "Fijn hier.", area="bomenbuurt")
    shown(cycle, cast, "Ik ben 83.", area="bomenbuurt")
    assert list(queries.shown_stories(cycle, area="bomenbuurt")) == [plain]
    assert queries.counts_by_area(cycle) == {piece.pk: 1}


def test_open_data_has_either_age_or_place_and_never_the_words(cycle: Cycle, cast: Cast, piece: Place) -> None:
    words = "Ik ben 83 en het is hier fijn."
    shown(cycle, cast, words, area="bomenbuurt", place_text="aan de kraam", age_group="over70")
    shown(cycle, cast, "Fijn.", area="bomenbuurt", place_text="aan tafel", age_group="to29")
    export = registered()["stories"]
    names = [column.name for column in export.open_columns]
    aged, plain = (dict(zip(names, row, strict=True)) for row in rows(export, VISITOR, cycle.place_id))
    assert (aged["area"], aged["place_text"]) == ("", "") and (plain["area"], plain["place_text"]) == (
        "bomenbuurt", "aan tafel",
    )  # fmt: skip
    assert not {"age_group", "words", "person"} & set(names)
    assert not {"over70", "to29", words} & {str(v) for row in (aged, plain) for v in row.values()}


def test_age_and_place_both_in_the_words_are_not_shown(cycle: Cycle, cast: Cast, piece: Place) -> None:
    for words in ("Ik ben 83 en woon in de Javastraat.", "Ik ben 83, hier in de bomenbuurt."):
        with pytest.raises(BadInput, match="leeftijd en een plek"):
            shown(cycle, cast, words)


def test_an_address_is_never_shown(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="adres"):
        shown(cycle, cast, "Kom langs op Javastraat 12.")


def test_leaving_one_of_the_two_out_makes_it_fit(cycle: Cycle, cast: Cast) -> None:
    story = tell(cycle, words="Ik ben 83 en woon in de Javastraat.")
    old = story.words
    with pytest.raises(BadInput, match="precies over"):
        actions.shorten_story(story, by=cast.professional, piece="Ik ben 84", reason="Leeftijd.")
    story = actions.shorten_story(story, by=cast.professional, piece="de Javastraat", reason="Leeftijd en plek.")
    old.refresh_from_db()
    assert story.words.body == "Ik ben 83 en woon in […]." and old.body == ""
    assert actions.show_story(story, by=cast.professional).state == "shown"


def test_a_photo_can_say_the_third(cycle: Cycle, cast: Cast) -> None:
    story = shown(cycle, cast, "Ik ben 83 en ik zit graag buiten.")
    actions.add_photo(
        story, by=cast.professional, photo=Photo(b"x", 1, 1), alt="Een bank in de Javastraat", faces="nobody"
    )
    with pytest.raises(BadInput, match="leeftijd en een plek"):
        actions.show_photo(story, by=cast.professional, photo=StoryPhoto.objects.get().pk)


def test_somebody_under_sixteen_needs_a_parent(cycle: Cycle, cast: Cast) -> None:
    with pytest.raises(BadInput, match="jonger dan 16"):
        shown(cycle, cast, "Ik voetbal hier.", age_group="under16")
    assert shown(cycle, cast, "Ik voetbal hier.", age_group="under16", carer_agrees=True).state == "shown"


def test_a_place_elsewhere_is_left_aside(cycle: Cycle, cast: Cast, piece: Place) -> None:
    places.add_place(None, by=STAFF, slug="ver-weg", name="Ver weg", kind="neighbourhood")
    assert tell(cycle, area="ver-weg").area is None and tell(cycle, area="bomenbuurt").area == piece


def test_the_table_is_no_place_of_the_teller_when_an_age_is_told(cycle: Cycle, cast: Cast) -> None:
    by = replace(cast.professional, channel=Channel.TABLE, at="tafel 4, Javaplein", on_behalf_of="een bewoner")
    assert actions.tell_story(cycle, by=by, words="Ik ben 83.", may_show=True).told_at == "aan een tafel"
