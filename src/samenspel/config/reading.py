"""`samenspel import`: find out what a file is, say so, and read it in whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from samenspel.config.commands import OPERATOR, Say, operator_at, sentence_of, vote_of
from samenspel.kernel.action import Refused
from samenspel.kernel.places.models import Place
from samenspel.kernel.places.queries import place_by_slug
from samenspel.stages.budget import actions as budget
from samenspel.stages.profile import actions as profile
from samenspel.stages.profile import tasks
from samenspel.stages.profile.actions.shelves import Taken
from samenspel.stages.profile.models import Area
from samenspel.stages.profile.queries.catalogue import catalogue
from samenspel_sources import SourceError
from samenspel_sources.areas import builtin_changes
from samenspel_sources.figures import Area as Listed
from samenspel_sources.grid import Grid, Repair, Report
from samenspel_sources.interface import Source
from samenspel_sources.iv3 import Line
from samenspel_sources.recognise import Hints, Kind, Recognised, recognise_together
from samenspel_sources.registry import source
from samenspel_sources.transport import Live, Manners, Recorded

LARGEST = 400_000_000  # bytes
SHOWN = 12  # lines of a report on the screen

WORDS = {
    Kind.FIGURES: "cijfers", Kind.BOUNDARIES: "grenzen", Kind.BOUNDARIES_WITH_FIGURES: "grenzen met cijfers",
    Kind.AREA_CODES: "een lijst van gebieden", Kind.CROSSWALK: "overgangen van gebiedscodes",
    Kind.POSTCODES: "postcodes met hun buurt", Kind.BUDGET: "begroting van gemeenten", Kind.GRANTS: "subsidies",
    Kind.ELECTION: "een stemming", Kind.INDICATORS: "indicatoren", Kind.METADATA: "uitleg bij een ander bestand",
}  # fmt: skip


class Bar:
    """How far reading is, on a terminal, for anything over a second; elsewhere silent."""

    def __init__(self, what: str) -> None:
        self.what, self.started, self.shown = what, time.monotonic(), False

    def __call__(self, done: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self.started > 1:
            dots, count = "#" * min(done // 500, 40), f"{done:,}".replace(",", ".")
            sys.stderr.write(f"\r{self.what}: [{dots:<40}] {count} gebieden")
            sys.stderr.flush()
            self.shown = True

    def done(self) -> None:
        """Leave the line."""
        if self.shown:
            sys.stderr.write("\n")


def import_files(say: Say, args: Namespace) -> int:
    """Read some files together: one may explain the columns of another. Each is read whole or not at all."""
    paths = [Path(path) for path in args.files]
    if wrong := next((path for path in paths if not path.is_file()), None):
        say(f"{wrong}: dit bestand is er niet. Er is niets ingelezen.")
        return 1
    if large := next((path for path in paths if path.stat().st_size > LARGEST), None):
        say(f"{large}: dit bestand is te groot. Er is niets ingelezen.")
        return 1
    place = place_by_slug(args.place) if args.place else None
    if args.place and place is None:
        say(f"De buurt {args.place!r} is er niet. Zie ./samenspel place list. Er is niets ingelezen.")
        return 1
    profile.put_changes(None, by=OPERATOR, changes=builtin_changes())
    names = [path.name for path in paths]
    try:
        found = recognise_together([(path.name, path.read_bytes()) for path in paths], hints=_hints(args))
    except SourceError as problem:
        say(f"{', '.join(names)}: {problem.sentence('nl')} Er is niets ingelezen.")
        return 1
    return max((_take(say, one, place, args, names) for one in found), default=0)


def read_live(say: Say, args: Namespace) -> int:
    """Figures or boundaries straight from a source, or from a folder with its recorded answers."""
    what, name, *rest = args.files
    profile.put_changes(None, by=OPERATOR, changes=builtin_changes())
    try:
        manners = Manners(contact=os.environ.get("SAMENSPEL_CONTACT", ""))
        fetch = Recorded(Path(args.recorded)) if args.recorded else Live(manners)
        lines = _live(what, source(name, fetch), rest, args)
        for line in lines:
            say(f"  {line}")
    except SourceError as problem:
        say(f"{name}: {problem.sentence('nl')} Er is niets half ingelezen.")
        return 1
    except (Refused, ValidationError) as problem:
        say(f"{name}: {sentence_of(problem)}")
        return 1
    return 0


def _live(what: str, found: Source, rest: Sequence[str], args: Namespace) -> Iterable[str]:
    if what == "boundaries":
        kinds = rest or ("neighbourhood", "ward", "municipality")
        year = args.area_year or int(args.period or 0)
        for kind in kinds:
            outlines = tuple(found.boundaries(year, kind, args.within))
            yield from _figures_and_outlines(Recognised(Kind.BOUNDARIES, Repair("live"), outlines=outlines))
        return
    for table in (args.table, *rest) if args.table else rest:
        for grid in found.figures(table, within=args.within, period=args.period):
            yield from take_grid(grid)
    if not args.table and not rest:
        yield "Geef de tabel erbij (--table). Dit zijn de nieuwste:"
        yield from (f"{t.id}  {t.title} ({t.period})" for t in islice(found.tables(""), 30))


def _hints(args: Namespace) -> Hints:
    return Hints(
        period=args.period, municipality=args.municipality, source=args.source, table=args.table, title=args.title,
        licence=args.licence, area_year=args.area_year,
    )  # fmt: skip


def _take(say: Say, found: Recognised, place: Place | None, args: Namespace, names: Sequence[str]) -> int:
    name = ", ".join(names)
    say(f"{name}: {WORDS[found.kind]}. {found.why.sentence('nl')}")
    try:
        with transaction.atomic() if found.outlines else nullcontext():  # no borders without their figures
            lines = list(_read_in(found, place, args.cycle, names))
    except SourceError as problem:
        lines, code = [f"{problem.sentence('nl')} Er is niets ingelezen."], 1
    except (Refused, ValidationError) as problem:
        lines, code = [sentence_of(problem)], 1
    else:
        code = 0
    for line in dict.fromkeys([*lines, *_said(found.report)]):
        say(f"  {line}")
    return code


def _said(report: Report) -> list[str]:
    lines = report.sentences("nl")[1:]
    return [*lines[:SHOWN], f"En nog {len(lines) - SHOWN} regels."] if len(lines) > SHOWN else lines


def _read_in(found: Recognised, place: Place | None, cycle: str, names: Sequence[str]) -> Iterable[str]:
    match found.kind:
        case Kind.FIGURES | Kind.BOUNDARIES | Kind.BOUNDARIES_WITH_FIGURES:
            yield from _figures_and_outlines(found)
        case Kind.AREA_CODES:
            yield f"{profile.put_area_list(None, by=OPERATOR, areas=[_area(a) for a in found.areas])} gebieden."
        case Kind.CROSSWALK:
            yield f"{profile.put_changes(None, by=OPERATOR, changes=found.changes)} nieuwe overgangen."
        case Kind.POSTCODES:
            yield _postcodes(found)
        case Kind.INDICATORS:
            yield _indicators(names)
        case Kind.METADATA:
            yield "Geef dit bestand samen met het bestand waar het bij hoort."
        case _:
            yield _of_a_place(found, place, cycle, names)


def _figures_and_outlines(found: Recognised) -> Iterable[str]:
    if found.outlines:
        drawings = tasks.draw(found.outlines)
        if not drawings:
            raise Refused(
                "Wij kennen geen code van deze gebieden, dus kunnen wij ze nergens bij zetten. Er is niets ingelezen."
            )
        profile.put_outlines(None, by=OPERATOR, drawings=drawings)
        areas = [Area(scheme=o.scheme or "CBS", code=o.code, year=o.year, name=o.name[:120] or o.code, kind=o.kind,
                      parent=_parent(o.code)) for o in found.outlines if o.code]  # fmt: skip
        profile.put_area_list(None, by=OPERATOR, areas=list({a.code: a for a in areas}.values()))
        yield f"grenzen van {len(areas)} gebieden, op {len(drawings)} kaarten."
    for grid in found.grids:
        yield from take_grid(grid)


def take_grid(grid: Grid) -> Iterable[str]:
    """One table onto the shelf, with what came of it in words."""
    about = " ".join(part for part in (grid.origin.source, grid.origin.table or grid.origin.title) if part)
    bar = Bar(about)
    taken = tasks.take_in(grid, by=OPERATOR, say=bar)
    bar.done()
    yield f"{about}, {grid.origin.period}: {_outcome(taken)}"
    yield from taken.table.report.splitlines()[1 : SHOWN + 1]


def _outcome(taken: Taken) -> str:
    counted = sum('"indicator"' in part for part in taken.table.columns.split("},{"))
    if taken.same and not (taken.new or taken.changed):
        return f"{taken.same} gebieden. Dit stond er al, er is niets veranderd."
    return f"{taken.new} gebieden nieuw, {taken.changed} veranderd, {taken.same} gelijk. {counted} indicatoren."


def _area(given: Listed) -> Area:
    names = ("scheme", "code", "year", "name", "kind", "parent")
    return Area(**{name: getattr(given, name) for name in names})


def _parent(code: str) -> str:
    return {"BU": "WK" + code[2:8], "WK": "GM" + code[2:6], "GM": "NL00"}.get(code[:2], "")


def _postcodes(found: Recognised) -> str:
    """Of each postcode the area where most of its houses are."""
    counted: dict[str, dict[str, int]] = {}
    for row in found.postcodes:
        inside = counted.setdefault(row.postcode, {})
        inside[row.code] = inside.get(row.code, 0) + 1
    most = {postcode: max(sorted(inside), key=inside.__getitem__) for postcode, inside in counted.items()}
    return f"{profile.put_postcodes(None, by=OPERATOR, codes=most, year=0)} postcodes."


def _indicators(names: Sequence[str]) -> str:
    content = Path(names[0]).read_bytes()
    keys = [key for key in catalogue().extended(content).indicators if key not in catalogue().indicators]
    profile.extend_indicators(None, by=OPERATOR, name=Path(names[0]).name, content=content, keys=keys)
    return f"{len(keys)} nieuwe indicatoren. Tabellen die er al waren, tellen mee."


def _of_a_place(found: Recognised, place: Place | None, cycle: str, names: Sequence[str]) -> str:
    if place is None:
        raise Refused("Dit hoort bij een buurt. Geef erbij welke: --place NAAM. Er is niets ingelezen.")
    by = operator_at(place)
    if found.kind is Kind.ELECTION:
        return vote_of(place, cycle, Path(names[0]).name, Path(names[0]).read_bytes(), by)
    if found.kind is Kind.GRANTS:
        content = _sheet(
            ("nummer", "jaar", "ontvanger", "regeling", "waarvoor", "gevraagd", "verleend", "afgerekend"),
            ((g.number, g.year, g.recipient, g.scheme, g.project, _euro(g.asked), _euro(g.granted), _euro(g.settled))
             for g in found.grants),
        )  # fmt: skip
        source = budget.import_grants(place, by=by, content=content, public_body="", document=Path(names[0]).name)
        return f"{source.rows.count()} subsidies."
    lines = [
        (b.municipality, b.year, b.document, b.code, b.task, _n(b.spending), _n(b.income)) for b in _here(found, place)
    ]
    content = _sheet(("municipality", "year", "document", "code", "task", "spending", "income"), lines)
    return f"{len(budget.import_task_fields(place, by=by, content=content))} stukken van de begroting."


def _here(found: Recognised, place: Place) -> list[Line]:
    """The lines of the municipality of this place, if the file has more than one."""
    city = place.municipality or place
    names = {city.name.casefold(), *(code.code.casefold() for code in city.codes.all())}
    mine = [line for line in found.budget if line.municipality.casefold() in names]
    return list(mine or found.budget)


def _euro(cents: int | None) -> str:
    return "" if cents is None else f"{cents // 100},{cents % 100:02d}"


def _n(value: int | None) -> str:
    return "" if value is None else str(value)


def _sheet(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if "nummer" in header else ",")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
