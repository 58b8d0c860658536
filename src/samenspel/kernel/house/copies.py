"""A copy of the house: one zip with a file for each table, and a manifest that says what must be in it."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _

from samenspel.kernel.action import NotThere, Refused
from samenspel.kernel.house import reach
from samenspel.kernel.house import tables as house
from samenspel.kernel.house.reach import moving
from samenspel.kernel.house.tables import APART

Tick = Callable[[int], None]
FORM = 1
MANIFEST = "manifest.json"
LONGEST_MANIFEST = 5_000_000  # bytes
LONGEST_LINE = 64_000_000  # bytes in one row; a long boundary or edition needs a few million
# RuntimeError: a password, another way of packing, or brackets within brackets without end.
UNREADABLE = (BadZipFile, KeyError, EOFError, RuntimeError, zlib.error)
BROKEN = _("Deze kopie is niet heel: er is iets veranderd of er ontbreekt een stuk. Er is niets teruggezet.")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was opened. `code` names it in the journal: the beginning of the SHA-256 of its manifest."""

    path: Path
    manifest: dict[str, Any]
    code: str
    place_id: int = 0

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(int(facts["rows"]) for facts in self.manifest["tables"].values())

    @property
    def moved(self) -> dict[str, Any] | None:
        """Number, short name and name of the place, when it holds one place and not a whole house."""
        return self.manifest.get("place")


def beside(path: Path) -> Path:
    """Where the tables are that go in a file of their own."""
    return path.with_name(f"{path.stem}.enveloppen{path.suffix}")


def apart_of(copy: Copy) -> list[Copy]:
    """The file that belongs beside a copy, if there was anything to put in it."""
    if not (named := copy.manifest.get("apart")):
        return []
    if not beside(copy.path).exists():
        raise NotThere(
            _(
                "Bij deze kopie horen enveloppen van een stemming die liep, in een bestand ernaast. Dat is er niet. "
                "Er is niets teruggezet. Zet het bestand ernaast, of kies --without-envelopes: dan moeten mensen "
                "opnieuw stemmen."
            )
        )
    found = open_copy(beside(copy.path))
    if found.manifest["tables"] != named:
        raise Refused(BROKEN)
    return [found]


def inside(name: str) -> str:
    return f"tables/{name}.ndjson"


def _most(packed: ZipFile, name: str, limit: int) -> bytes:
    """One file of a copy, without unpacking more than it can be: what is said about its length may be a lie."""
    with packed.open(name) as part:
        text = part.read(limit + 1)
    if len(text) > limit:
        raise Refused(BROKEN)
    return text


def open_copy(path: Path) -> Copy:
    """Read what must be in a copy."""
    try:
        with ZipFile(path) as packed:
            text = _most(packed, MANIFEST, LONGEST_MANIFEST)
        manifest = json.loads(text)
        copy = Copy(path, manifest, hashlib.sha256(text).hexdigest()[:32])
        if manifest["form"] != FORM or copy.rows < 0:
            raise Refused(_("Deze kopie is van een andere versie van Samenspel. Er is niets teruggezet."))
    except FileNotFoundError as error:
        raise Refused(_("Dit bestand is er niet. Er is niets teruggezet.")) from error
    except (*UNREADABLE, ValueError, TypeError, AttributeError) as error:
        raise Refused(BROKEN) from error
    return copy


def lines_in(copy: Copy, name: str) -> Iterator[bytes]:
    """The rows of one table in a copy."""
    try:
        with ZipFile(copy.path) as packed, packed.open(inside(name)) as lines:
            reader = BufferedReader(lines)  # type: ignore[type-var]
            while line := reader.readline(LONGEST_LINE + 1):
                if len(line) > LONGEST_LINE:
                    raise Refused(BROKEN)
                yield line
    except UNREADABLE as error:
        raise Refused(BROKEN) from error


def check_lines(lines: Iterable[bytes], facts: dict[str, Any], tick: Tick) -> None:
    """Whether these lines are the ones of the manifest: as many, and with the same SHA-256."""
    digest, rows = hashlib.sha256(), 0
    for line in lines:
        digest.update(line)
        rows += 1
        tick(1)
    if (rows, digest.hexdigest()) != (facts["rows"], facts["sha256"]):
        raise Refused(BROKEN)


def check_copy(copy: Copy, tick: Tick) -> None:
    """Whether every table in a copy is as it was written, and fits the tables of this house."""
    known = {house.name_of(table): house.columns_of(table) for table in house.tables()}
    named = copy.manifest["tables"]
    tables, apart = (moving(), reach.apart()) if copy.moved else (house.tables(), APART)
    whole = "apart" not in copy.manifest or {*map(house.name_of, tables)} == {*named, *map(house.name_of, apart)}
    fits = whole and all(known.get(name) == facts["columns"] for name, facts in named.items())
    if copy.manifest["migrations"] != house.migrations() or not fits:
        raise Refused(
            _(
                "Deze kopie is van een andere versie van Samenspel. Zet haar terug met de versie waarmee zij gemaakt "
                "is en werk daarna bij. Er is niets teruggezet."
            )
        )
    for name, facts in named.items():
        check_lines(lines_in(copy, name), facts, tick)
