"""All roles of a table together: one code, one name, one period; the figures; and whether it is a long table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from samenspel_sources.grid import Column
from samenspel_sources.recognise.columns import (
    View,
    code_columns,
    is_bare,
    is_figure,
    is_local,
    is_text,
    level_of,
    named_like_area,
    of_wider_area,
    scheme_of,
    simple_role,
    views,
)
from samenspel_sources.recognise.context import publisher_of
from samenspel_sources.recognise.decimals import decimal_of
from samenspel_sources.recognise.headings import columns_of
from samenspel_sources.recognise.layout import Laid
from samenspel_sources.recognise.model import ColumnGuess, Hints, Role

_TELLS = re.compile(
    r"(?i)variabele|variable|indicator|onderwerp|measure|kenmerk|soort|thema|categorie|leeftijd|geslacht|marges|topic|item"
)
_VALUE = re.compile(r"(?i)waarde|value|aantal|cijfer|score|obs_value")
_PLACE = re.compile(r"_\d{1,3}$")
_ID = re.compile(r"(?i)id|index|rn|unnamed: \d+|#\d+")


def guesses(laid: Laid, hints: Hints, described: Mapping[str, Column]) -> tuple[ColumnGuess, ...]:
    """A role for every column. What a person says goes before every guess."""
    seen = views(laid)
    roles = _roles(laid, seen, hints)
    _make_long(laid, seen, roles, hints)
    marks = decimal_of([view.values for view in seen], _way(laid), hints.decimal)
    columns = columns_of(laid, described, hints.columns)
    if (made_by := publisher_of(laid.header)) and made_by.modelled:
        columns = [replace(column, modelled=True) for column in columns]
    return tuple(
        ColumnGuess(view.place, view.header, roles[view.place], view.values[:5], column, mark)
        for view, column, mark in zip(seen, columns, marks, strict=True)
    )


def _way(laid: Laid) -> str:
    """How the cells were kept apart; in a web page they are written for people."""
    return laid.page.separator or ("html" if laid.page.written else "")


def _roles(laid: Laid, seen: Sequence[View], hints: Hints) -> list[Role]:
    roles = [simple_role(view) for view in seen]
    for view in seen:
        roles[view.place] = hints.roles.get(view.header, roles[view.place])
    _only_one(roles, Role.PERIOD, hints, seen)
    free = [view for view in seen if roles[view.place] is None]
    codes = list(code_columns(free)) or [view for view in free if level_of(view)]
    codes = codes or [view for view in free if is_local(view) or (Role.KIND in roles and is_bare(view))][:1]
    for at, view in enumerate(codes):
        taken = at or Role.CODE in roles
        roles[view.place] = _other_code(laid, view, codes[0]) if taken else Role.CODE
    if Role.NAME not in roles and (name := _name(seen, roles)):
        roles[name.place] = Role.NAME
    numbered = _numbered(seen)
    figures = {view.place for view in free if is_figure(view) and not (numbered and _filter(view))}
    if not any(seen[place].values for place in figures):
        # Columns without anything are figures to come, but only beside figures that are there.
        figures = set()
    return [role or (Role.FIGURE if at in figures else Role.OTHER) for at, role in enumerate(roles)]


def _numbered(seen: Sequence[View]) -> bool:
    """Names as StatLine gives them to programs: `AantalInwoners_5`. There, a name without a number is a filter."""
    return sum(bool(_PLACE.search(view.header)) for view in seen) * 2 > len(seen)


def _filter(view: View) -> bool:
    return not _PLACE.search(view.header) and bool(view.values)


def _only_one(roles: list[Role | None], role: Role, hints: Hints, seen: Sequence[View]) -> None:
    """Of two columns with this role, the one a person chose, or the one with the most different cells."""
    places = [place for place, found in enumerate(roles) if found is role]
    if len(places) > 1:
        best = max(places, key=lambda at: (seen[at].header in hints.roles, seen[at].distinct, -at))
        for place in places:
            if place != best:
                roles[place] = Role.OTHER


def _other_code(laid: Laid, view: View, main: View) -> Role:
    """A second column of codes: of the area around it, the same code again, or an older code."""
    if scheme_of(view) != scheme_of(main) or view.distinct * 2 < main.distinct:
        return Role.PARENT if view.distinct * 2 < main.distinct else Role.OTHER
    pairs = [
        (cells[view.place].strip(), cells[main.place].strip())
        for _, cells in laid.sample
        if _reaches(cells, view, main)
    ]
    same = sum(one == other for one, other in pairs if one)
    return Role.OTHER if same * 2 > len(view.values) else Role.OLD_CODE


def _reaches(cells: Sequence[str], *columns: View) -> bool:
    return len(cells) > max(view.place for view in columns)


def _name(seen: Sequence[View], roles: Sequence[Role | None]) -> View | None:
    free = [view for view in seen if roles[view.place] is None and is_text(view)]
    codes = [view for view in seen if roles[view.place] is Role.CODE]
    wide = any(
        view.share(lambda text: text[:2].upper() in ("GM", "PV", "NL")) > 0.9 or level_of(view) == "municipality"
        for view in codes
    )
    said = [view for view in free if named_like_area(view) and (wide or not codes or not of_wider_area(view))]
    if not said and codes:
        said = [view for view in free if view.distinct > view.rows * 0.8 and not of_wider_area(view)]
        said = said if len(said) == 1 else []
    return max(said, key=lambda view: (view.distinct, -view.place), default=None)


def _make_long(laid: Laid, seen: Sequence[View], roles: list[Role], hints: Hints) -> None:
    """One area and period on many rows: find what tells those rows apart, and which column has the figures."""
    if Role.VALUE in hints.roles.values():
        roles[:] = [Role.OTHER if role is Role.FIGURE else role for role in roles]
        return
    keys = [place for place, role in enumerate(roles) if role in (Role.CODE, Role.PERIOD)]
    if Role.CODE not in roles or Role.OLD_CODE in roles or Role.POSTCODE in roles or not _repeats(laid, keys):
        return
    told = _telling(laid, seen, roles, keys)
    if not told:
        return
    for place, role in enumerate(roles):
        if place in told:
            roles[place] = Role.DIMENSION
        elif role is Role.FIGURE:
            roles[place] = Role.VALUE


def _repeats(laid: Laid, keys: Sequence[int]) -> bool:
    rows = [tuple(cells[place].strip() for place in keys if place < len(cells)) for _, cells in laid.sample]
    rows = [row for row in rows if row and any(row)]
    return len(rows) - len(set(rows)) > max(1, len(rows) * 0.05)


def _telling(laid: Laid, seen: Sequence[View], roles: Sequence[Role], keys: Sequence[int]) -> tuple[int, ...]:
    free = [
        view
        for view in seen
        if roles[view.place] in (Role.OTHER, Role.FIGURE, Role.NAME)
        and view.distinct > 1
        and view.full > 0.9
        and not _ID.fullmatch(view.header if not view.header.startswith("#") or not is_text(view) else "")
        and not _VALUE.search(view.header)
        and (is_text(view) or _TELLS.search(view.header))
    ]
    free.sort(key=lambda view: (not _TELLS.search(view.header), view.distinct))
    sets = [(view.place,) for view in free[:12]] + list(combinations([view.place for view in free[:6]], 2))
    for places in sets:
        rows = [tuple(cells[at].strip() for at in (*keys, *places) if at < len(cells)) for _, cells in laid.sample]
        if len(rows) - len(set(rows)) <= len(rows) * 0.02:
            return places
    return ()
