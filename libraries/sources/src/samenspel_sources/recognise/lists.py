"""Lists of codes: areas, old codes to new ones, postcodes to areas."""

import re
from collections.abc import Iterator, Sequence

from samenspel_sources import SourceError
from samenspel_sources.areas import Change
from samenspel_sources.figures import Area
from samenspel_sources.grid import Report
from samenspel_sources.recognise.codes import CBS, completed, is_cbs
from samenspel_sources.recognise.columns import View, level_of, scheme_of
from samenspel_sources.recognise.context import Context, area_year
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.model import Postcode, Role, Sketch
from samenspel_sources.recognise.periods import one_year
from samenspel_sources.recognise.places import Places, parent

_OLD = re.compile(r"(?i)oud|old|vorig|prev|from|^van\b|voor\b")
_NEW = re.compile(r"(?i)nieuw|new|naar|^to\b|huidig|current|na\b")


def areas_of(laid: Laid, places: Places, context: Context, report: Report) -> tuple[Area, ...]:
    """Areas with their names."""
    year = places.year or area_year(context, laid.header[:3], one_year(*laid.titles, context.stem()), report)
    found: dict[str, Area] = {}
    for line, cells in laid.body(report):
        try:
            code, name, kind = places.of(cells)
        except SourceError as error:
            report.refuse(line, error.code, error.package, **error.params)
            continue
        area = Area(places.scheme, code, year, name, kind, parent(code, places.scheme), None)
        if found.setdefault(code, area) == area:
            continue
        report.refuse(line, "double_area", area=code)
    report.read = len(found)
    return tuple(found.values())


def changes_of(laid: Laid, sketch: Sketch, context: Context, report: Report) -> tuple[Change, ...]:
    """Old codes and the codes they became. Which column is old is told by words, years or order in the header."""
    old, new = _order(sketch)
    hints = context.hints
    years = (
        hints.old_year or int(one_year(laid.header[old]) or 0),
        hints.area_year or int(one_year(laid.header[new]) or 0),
    )
    if not all(years) or years[0] >= years[1]:
        raise SourceError("recognise", "change_years", old=laid.header[old], new=laid.header[new])
    made: dict[Change, None] = {}
    for line, cells in laid.body(report):
        pair = (cells[old].strip().upper(), cells[new].strip().upper())
        if all(is_cbs(code) for code in pair):
            made[Change(pair[0], years[0], pair[1], years[1])] = None
        else:
            report.refuse(line, "no_change", "recognise", old=pair[0], new=pair[1])
    report.read = len(made)
    return tuple(made)


def _order(sketch: Sketch) -> tuple[int, int]:
    codes = [guess for guess in sketch.of(Role.CODE, Role.OLD_CODE) if guess.samples]
    codes.sort(key=lambda guess: (one_year(guess.header) or "", guess.place))
    main = sketch.of(Role.CODE)[0]
    other = next(guess for guess in sketch.of(Role.OLD_CODE))
    if {main.role, other.role} and (_NEW.search(other.header) or _OLD.search(main.header)):
        return main.place, other.place
    if _OLD.search(other.header) or _NEW.search(main.header):
        return other.place, main.place
    years = one_year(main.header), one_year(other.header)
    if all(years) and years[0] != years[1]:
        return (main.place, other.place) if years[0] < years[1] else (other.place, main.place)
    first, second = sorted((main.place, other.place))
    return first, second


class Postcodes:
    """Postcodes with their area, as a stream: the national list has millions of rows. Each reading starts anew."""

    def __init__(self, laid: Laid, sketch: Sketch, seen: Sequence[View], report: Report) -> None:
        spots = {guess.role: guess.place for guess in reversed(sketch.columns)}
        self._laid, self._report = laid, report
        self._postcode = spots[Role.POSTCODE]
        self._house = spots.get(Role.HOUSE, -1)
        self._code = spots.get(Role.CODE, -1)
        self._name = spots.get(Role.NAME, -1)
        view = seen[self._code] if self._code >= 0 else None
        self.scheme = (scheme_of(view) or CBS) if view else ""
        self.year = int(one_year(view.header) or 0) if view else 0
        self._level = level_of(view) if view and not scheme_of(view) else ""

    def __iter__(self) -> Iterator[Postcode]:
        report, self._report = self._report, Report()
        known: dict[tuple[str, int], str] = {}
        for line, cells in self._laid.body(report):
            postcode = cells[self._postcode].replace(" ", "").upper()
            house = cells[self._house].strip() if self._house >= 0 else "0"
            code = self._area(cells)
            if not re.fullmatch(r"\d{4}[A-Z]{2}", postcode) or not house.isdecimal() or not code:
                report.refuse(line, "no_postcode", "recognise", postcode=postcode[:10])
                continue
            if (before := known.setdefault((postcode, int(house)), code)) != code:
                report.refuse(line, "double_postcode", "recognise", postcode=postcode, first=before, second=code)
                continue
            report.read += 1
            yield Postcode(postcode, int(house), code, cells[self._name].strip() if self._name >= 0 else "")

    def _area(self, cells: Sequence[str]) -> str:
        if self._code < 0:
            return cells[self._name].strip()
        text = cells[self._code].strip()
        return completed(text, self._level) if self._level and not is_cbs(text) else text
