"""Reading what is not figures: lists of areas, outlines, changes of codes, postcodes and indicators."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import action, keep
from samenspel.kernel.places.models import Crosswalk
from samenspel.kernel.places.states import Method
from samenspel.stages.profile import rules
from samenspel.stages.profile.actions.shelves import ensure_indicators, rematch
from samenspel.stages.profile.models import Area, IndicatorFile, Outlines, PostcodeArea
from samenspel_sources.areas import Change

HOW = {"people": Method.ADDRESSES, "land": Method.SURFACE}


@dataclass(frozen=True, slots=True)
class Drawing:
    """All areas of one kind in one municipality as lines, in one frame."""

    scheme: str
    municipality: str
    kind: str
    year: int
    box: str
    paths: Mapping[str, str]
    source: str


@action("profile.area.put", rule=rules.may_read_lists, creates=True, label=_("Een lijst van gebieden inlezen"))
def put_area_list(nothing: None, /, *, by: Actor, areas: Sequence[Area]) -> int:
    """Everybody can find these areas by name."""
    Area.objects.bulk_create(
        areas, batch_size=500, update_conflicts=True, unique_fields=["scheme", "code", "year"],
        update_fields=["name", "kind", "parent"],
    )  # fmt: skip
    return len(areas)


@action("profile.outlines.put", rule=rules.may_read_lists, creates=True, label=_("Grenzen van gebieden inlezen"))
def put_outlines(nothing: None, /, *, by: Actor, drawings: Sequence[Drawing]) -> int:
    """Figures of these areas can be shown on a map."""
    rows = [
        Outlines(
            scheme=d.scheme, municipality=d.municipality, kind=d.kind, year=d.year, box=d.box, source=d.source[:200],
            paths=json.dumps(d.paths, separators=(",", ":")),
        )
        for d in drawings
    ]  # fmt: skip
    Outlines.objects.bulk_create(
        rows, batch_size=50, update_conflicts=True, unique_fields=["scheme", "municipality", "kind", "year"],
        update_fields=["box", "paths", "source"],
    )  # fmt: skip
    return len(rows)


@action("profile.change.put", rule=rules.may_read_lists, creates=True, label=_("Overgangen van gebiedscodes inlezen"))
def put_changes(nothing: None, /, *, by: Actor, changes: Sequence[Change]) -> int:
    """A trend can run through a change of codes."""
    known = set(Crosswalk.objects.values_list("scheme", "old_code", "old_year", "new_code", "new_year"))
    rows = [
        Crosswalk(
            old_code=c.old, old_year=c.old_year, new_code=c.new, new_year=c.new_year,
            share_numerator=c.share.numerator, share_denominator=c.share.denominator,
            method=HOW.get(c.by, Method.SAME if c.share == 1 else Method.STATED),
        )
        for c in changes
        if ("CBS", c.old, c.old_year, c.new, c.new_year) not in known
    ]  # fmt: skip
    Crosswalk.objects.bulk_create(rows, batch_size=500)
    return len(rows)


@action("profile.postcode.put", rule=rules.may_read_lists, creates=True, label=_("Postcodes met hun buurt inlezen"))
def put_postcodes(nothing: None, /, *, by: Actor, codes: Mapping[str, str], year: int) -> int:
    """Somebody finds their neighbourhood by postcode, and no address goes anywhere."""
    rows = [PostcodeArea(postcode=postcode, code=code, year=year) for postcode, code in codes.items()]
    PostcodeArea.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["postcode"], update_fields=["code", "year"]
    )
    return len(rows)


@action("profile.indicator.extend", rule=rules.may_read_lists, creates=True, label=_("Indicatoren toevoegen"))
def extend_indicators(nothing: None, /, *, by: Actor, name: str, content: bytes, keys: Sequence[str]) -> IndicatorFile:
    """The neighbourhood can count something that was not in the list; tables that were read before count too."""
    row = IndicatorFile.objects.filter(name=name[:200]).first() or IndicatorFile(name=name[:200])
    row.content = content.decode("utf-8-sig")
    keep(row)
    ensure_indicators(set(keys))
    rematch()
    return row
