"""An area that people put together themselves, of neighbourhoods, wards or municipalities."""

from collections.abc import Iterable

from samenspel_sources import SourceError
from samenspel_sources.areas.codes import PREFIX, area_code, kind_of, parent_of

MOST = 500


def custom_area(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes of one area, in full and in order, each once. No two may overlap: nobody is counted twice.

    SourceError: `empty`, `too_many`, `bad_code`, `not_part` (a country or province), `overlap`.
    """
    found = sorted({area_code(code) for code in codes})
    if not found:
        raise SourceError("areas", "empty")
    if len(found) > MOST:
        raise SourceError("areas", "too_many", count=len(found), most=MOST)
    for code in found:
        if kind_of(code) not in PREFIX:
            raise SourceError("areas", "not_part", area=code)
        above = parent_of(code)
        while above:
            if above in found:
                raise SourceError("areas", "overlap", inner=code, outer=above)
            above = parent_of(above)
    return tuple(found)
