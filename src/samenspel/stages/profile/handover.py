"""What the profile hands over: what goes well, what was told, and what was counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenspel.contracts.actor import Actor
from samenspel.contracts.profile import Asset, Figure, Story
from samenspel.instruments.offers.queries import standing_assets
from samenspel.instruments.stories.queries import shown_stories
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.handover.content import Said
from samenspel.stages.profile.queries import Counted, IndicatorRow, Reading, codes_of, counted

Item = Said | Figure
Codes = Mapping[tuple[str, str, str], str]


def items(cycle: Cycle) -> list[Item]:
    """Everything public in the profile. Words travel as digests, so that they can be taken back."""
    return [*_assets(cycle), *_stories(cycle), *_figures(counted(cycle), codes_of(cycle))]


def _assets(cycle: Cycle) -> Iterator[Said]:
    for asset in standing_assets(cycle, Actor()).order_by("pk"):
        item = Asset(asset.code, asset.kind, asset.title, asset.words.digest if asset.words else "")
        yield Said(item, ("name",), None if asset.party_id else asset.person_id)


def _stories(cycle: Cycle) -> Iterator[Said]:
    for story in shown_stories(cycle).order_by("pk"):
        words = story.words
        item = Story(story.code, story.theme, words.digest, words.language, story.channel, story.place_shown)
        yield Said(item, ("told_at",), story.person_id)


def _figures(found: Counted, codes: Codes) -> Iterator[Figure]:
    own = found.geography.own
    for theme in found.themes:
        for row in theme.rows:
            yield _figure(row, row.own, own.name, row.score, codes)
            for beside in row.wards:
                yield _figure(row, beside.reading, beside.zone.name, beside.score, codes)


def _figure(row: IndicatorRow, reading: Reading, area: str, index: float | None, codes: Codes) -> Figure:
    """One figure of one area; several sources mean that areas were combined."""
    source = reading.sources[0] if reading.sources else None
    alone = source if len(reading.sources) == 1 else None
    city = row.city.value if row.city else None
    return Figure(
        code=codes.get((row.indicator.key, alone.area_code, reading.period), "") if alone else "",
        indicator=row.indicator.key, theme=row.indicator.theme,
        name=row.indicator.name, area=area, area_code=alone.area_code if alone else "", period=reading.period,
        value="" if reading.value is None else format(reading.value, "f"), status=str(reading.status),
        unit=row.indicator.unit, city_value="" if city is None else format(city, "f"),
        deviation=None if index is None else round(index), source=source.source if source else "",
        table=source.table if source else "", measured=reading.measured,
        area_year=alone.table_row.area_year if alone else 0, licence=source.licence if source else "",
    )  # fmt: skip
