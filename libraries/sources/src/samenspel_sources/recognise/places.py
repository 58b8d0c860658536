"""Which area a row is about: by its code, by a code without prefix, or by the name of a municipality."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel_sources import SourceError
from samenspel_sources.areas import municipality, named
from samenspel_sources.grid import Report
from samenspel_sources.recognise.codes import (
    AMSTERDAM,
    CBS,
    KIND_WORDS,
    clean,
    completed,
    is_amsterdam,
    is_cbs,
    is_province,
    kind_of,
    parent_of,
)
from samenspel_sources.recognise.columns import View, level_of, scheme_of
from samenspel_sources.recognise.model import Hints, Role, Sketch

LOCAL = ""
_COUNTRY = ("nederland", "the netherlands", "totaal nederland")
_ABROAD = ("buitenland", "abroad")
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Tells the area of a row. `by`: "code", "bare" (no prefix, of `level`), "name" or "local" (nobody knows whose)."""

    by: str
    scheme: str
    code: int = -1
    name: int = -1
    kind: int = -1
    level: str = ""
    year: int = 0
    municipality: str = ""
    wider: bool = False

    def of(self, cells: Sequence[str]) -> Place:
        """Code, name and kind. Raises SourceError for a row that is about no area."""
        raw = cells[self.code if self.code >= 0 else self.name]
        code = self._code(raw, cells)
        if self.scheme == CBS and code[2:6] in ("0998", "9999"):  # abroad; cannot be told
            raise SourceError("recognise", "abroad", name=code)
        kind = kind_of(code, self.scheme)
        name = " ".join(cells[self.name].split()) if self.name >= 0 else ""
        if self.wider and kind != "municipality":
            name = ""
        return code, name, kind

    def _code(self, raw: str, cells: Sequence[str]) -> str:
        text = raw.strip()
        if not text:
            raise SourceError("grid", "no_code")
        if self.by == "name":
            return _by_name(text, self.year)
        if self.by == "bare" and not is_cbs(text):
            level = self.level
            if self.kind >= 0:
                level = KIND_WORDS.get(cells[self.kind].strip().casefold(), level)
            if not (whole := completed(text, level)):
                raise SourceError("grid", "bad_code", area=text[:40])
            return whole
        if self.by == "local":
            return _local(text, self.municipality)
        if not (is_cbs(text) if self.scheme == CBS else is_amsterdam(text)):
            raise SourceError("grid", "bad_code", area=text[:40])
        return clean(text, self.scheme)


def places(sketch: Sketch, seen: Sequence[View], hints: Hints, year: int) -> Places | None:
    """How this table tells its areas; None when it does not."""
    role = {found.role: found.place for found in reversed(sketch.columns)}
    name, kind, code = (role.get(wanted, -1) for wanted in (Role.NAME, Role.KIND, Role.CODE))
    if code < 0:
        by_name = name >= 0 and seen[name].share(_is_named) >= 0.6
        return Places("name", CBS, name=name, kind=kind, year=year) if by_name else None
    found = Places("code", CBS, code, name, kind, year=year, municipality=hints.municipality)
    if scheme := scheme_of(seen[code]):
        return replace(found, scheme=scheme, wider=_wider(name, seen))
    if level := level_of(seen[code]) or ("neighbourhood" if kind >= 0 else ""):
        return replace(found, by="bare", level=level)
    if all(f"GM{text}" in named(called) for text, called in _pairs(seen, code, name)):
        return replace(found, by="bare", level="municipality")
    if all(is_province(text, called) for text, called in _pairs(seen, code, name)):
        return replace(found, by="bare", level="province")
    return replace(found, by="local", scheme=CBS if hints.municipality else LOCAL)


def _is_named(text: str) -> bool:
    return text.casefold() in _COUNTRY + _ABROAD or bool(named(text))


def _pairs(seen: Sequence[View], code: int, name: int) -> list[tuple[str, str]]:
    """Codes with their names; a pair of nothing, which fits nothing, without names."""
    return list(zip(seen[code].values, seen[name].values, strict=False)) if name >= 0 else [("", "")]


def _local(text: str, municipality: str) -> str:
    """`0111` of Utrecht is BU03440111, `01` is WK034401."""
    plain = text.removesuffix(".0")
    if not municipality or len(plain) > 4:
        return plain
    return f"WK{municipality[2:]}{plain.zfill(2)}" if len(plain) < 3 else f"BU{municipality[2:]}{plain.zfill(4)}"


def _wider(name: int, seen: Sequence[View]) -> bool:
    return name >= 0 and seen[name].header.casefold().startswith(("gemeente", "gm_naam", "municipal"))


def _by_name(text: str, year: int) -> str:
    plain = text.casefold()
    if plain in _COUNTRY:
        return "NL00"
    if plain in _ABROAD:
        raise SourceError("recognise", "abroad", name=text)
    return municipality(text, year)


def remark(places: Places, codes: Sequence[str], report: Report) -> None:
    """Say how the areas were told."""
    if places.by == "bare":
        report.repair("codes_completed", "recognise")
    elif places.by == "name":
        report.repair("areas_by_name", "recognise")
    elif places.by == "local" and places.municipality:
        report.repair("local_codes_of", "recognise", municipality=places.municipality)
    elif places.by == "local":
        report.repair("local_codes", "recognise", example=next(iter(codes), ""))
    if places.scheme == AMSTERDAM:
        report.repair("amsterdam_codes", "recognise")


def parent(code: str, scheme: str) -> str:
    """The area around it, as far as its code tells."""
    return parent_of(code) if scheme == CBS else ""
