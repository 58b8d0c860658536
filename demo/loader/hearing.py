"""What people bring in: at tables, on the street, by phone, on paper and on the site, in the language they speak."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from demo.loader.drawing import bench, tone
from demo.loader.world import Strand, World, helped
from samenspel.contracts.actor import Actor, Channel
from samenspel.instruments.stories import actions as stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.stages.consultation import actions as consultation


class Heard(NamedTuple):
    """One thing that somebody said."""

    day: date
    channel: Channel
    at: str
    kind: str
    theme: str
    words: str
    language: str = "nl"
    key: str = ""
    lesson: str = ""


class Sheet(NamedTuple):
    """A paper sheet of a table, typed over later."""

    day: date
    name: str
    lines: tuple[consultation.Line, ...]


def hear(world: World, cycle: Cycle, rows: tuple[Heard, ...]) -> list[Strand]:
    """Each is heard on its own day, and read by an editor on the next."""
    return [_heard(world, cycle, row) for row in rows]


def _heard(world: World, cycle: Cycle, row: Heard) -> Strand:
    yield row.day
    by = Actor() if row.channel == Channel.WEB else helped(world["professional"], row.channel, row.at)
    made = consultation.give_contribution(
        cycle, by=by, words=row.words, kind=row.kind, theme=row.theme, language=row.language,
        lesson=world.code(row.lesson) if row.lesson else "", example=True,
    )  # fmt: skip
    yield row.day + timedelta(days=1)
    made = consultation.show_contribution(made, by=world["professional"])
    if row.key:
        world.things[f"contribution:{row.key}"] = made


def type_over(world: World, cycle: Cycle, sheet: Sheet) -> Strand:
    """A helper enters a whole sheet of paper at once, two days later; an editor reads it the day after."""
    by = helped(world["professional"], Channel.PAPER, sheet.name)
    yield sheet.day + timedelta(days=2)
    made = consultation.enter_sheet(cycle, by=by, lines=sheet.lines, sheet=sheet.name, given_on=sheet.day, example=True)
    yield sheet.day + timedelta(days=3)
    for row in made:
        consultation.show_contribution(row, by=world["professional"])


class Told(NamedTuple):
    """A story, and how it came in."""

    key: str
    day: date
    channel: Channel
    at: str
    theme: str
    words: str
    language: str = "nl"
    lesson: str = ""
    became: str = ""
    photo: str = ""  # what is on it
    area: str = ""  # code of a piece of the neighbourhood
    translated: tuple[tuple[str, str, str], ...] = ()  # language, words, who
    said: str = ""  # what is in a recording


def tell(world: World, cycle: Cycle, rows: tuple[Told, ...]) -> list[Strand]:
    """Each story is told on its own day; some become a wish or a need of the neighbourhood."""
    return [_told(world, cycle, row) for row in rows]


def _told(world: World, cycle: Cycle, row: Told) -> Strand:
    editor = world["professional"]
    yield row.day
    story = stories.tell_story(
        cycle, by=helped(editor, row.channel, row.at), words=row.words, theme=row.theme, language=row.language,
        may_show=True, may_quote=True, place_text=row.at, lesson=world.code(row.lesson) if row.lesson else "",
        area=row.area.lower(), example=True,
    )  # fmt: skip
    yield row.day + timedelta(days=1)
    story = world.things[f"story:{row.key}"] = stories.show_story(story, by=editor)
    if row.photo:
        story = stories.add_photo(story, by=editor, photo=bench(), alt=row.photo, faces="nobody")
        story = world.things[f"story:{row.key}"] = stories.show_photo(story, by=editor, photo=story.photo.pk)
    story = world.things[f"story:{row.key}"] = _beside(story, editor, row)
    if not row.became:
        return
    yield row.day + timedelta(days=12)
    made = consultation.contribution_from_story(story, by=editor, kind=row.became, example=True)
    world.things[f"contribution:{row.key}"] = consultation.show_contribution(made, by=editor)


def _beside(story: Any, editor: Actor, row: Told) -> Any:
    """Translations by neighbours, and a recording that is a tone: the example neighbourhood has nobody's voice."""
    for language, words, who in row.translated:
        story = stories.translate_story(story, by=editor, words=words, language=language, translator=who)
    if row.said:
        story = stories.add_recording(story, by=editor, sound=tone())
        story = stories.write_out(story, by=editor, words=row.said)
        story = stories.show_recording(story, by=editor, recording=story.recording.pk)
    return story
