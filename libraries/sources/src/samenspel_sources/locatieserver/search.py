"""Looking up places. A question about an address is never kept, recorded, logged or shown in an error.

Better still is not to ask: an offline table of postcodes tells nobody where a resident lives.
"""

import re

from samenspel_sources import SourceError
from samenspel_sources.interface import Driver, Found
from samenspel_sources.transport import Document, Fetch, listed, read_json, wanted

BASE = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
FIELDS = "id,type,weergavenaam,buurtcode,wijkcode,gemeentecode,gemeentenaam,centroide_rd"
POSTCODE = re.compile(r"\s*([1-9]\d{3})\s?([A-Za-z]{2})\s*")
POINT = re.compile(r"POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)")


class Locatieserver(Driver):
    """While somebody types, of what was chosen, of an exact address or postcode, and of a spot."""

    name = "locatieserver"

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    def geocode(self, words: str) -> list[Found]:
        """What somebody may mean; `id` of the chosen one goes to `lookup`."""
        return self._ask("suggest", {"q": _words(words), "rows": "10"})

    def lookup(self, place: str) -> Found:
        """All codes of a place that was suggested."""
        return self._one("lookup", {"id": place, "fl": FIELDS})

    def address(self, postcode: str, number: int, letter: str = "") -> Found:
        """The neighbourhood of an address in two questions; what comes back has the codes and no address."""
        told = POSTCODE.fullmatch(postcode)
        if not told or not 0 < number < 100_000:
            raise SourceError("locatieserver", "bad_postcode")
        exact = f"postcode:{told[1]}{told[2].upper()} AND huisnummer:{number}"
        exact += f" AND huisletter:{letter.upper()}" if re.fullmatch("[A-Za-z]", letter) else ""
        first = self._one("free", {"q": exact, "fq": "type:adres", "rows": "1", "fl": "id,type"})
        found = self.lookup(first.id)
        if not found.neighbourhood:
            raise SourceError("locatieserver", "no_neighbourhood")
        codes = (found.neighbourhood, found.ward, found.municipality, found.municipality_name)
        return Found("neighbourhood", "", "", *codes)

    def postcode(self, postcode: str) -> Found:
        """The neighbourhood around a postcode: of its middle, so near a border it may be the one next to it."""
        told = POSTCODE.fullmatch(postcode)
        if not told:
            raise SourceError("locatieserver", "bad_postcode")
        exact = {"q": f"postcode:{told[1]}{told[2].upper()}", "fq": "type:postcode", "rows": "1", "fl": FIELDS}
        return self._one("free", exact)

    def reverse(self, latitude: float, longitude: float) -> Found:
        """The nearest place to a spot."""
        spot = {"lat": f"{latitude:.5f}", "lon": f"{longitude:.5f}", "rows": "1", "fl": FIELDS}
        return self._one("reverse", spot)

    def _one(self, service: str, params: dict[str, str]) -> Found:
        found = self._ask(service, params)
        if not found:
            raise SourceError("locatieserver", "nothing")
        return found[0]

    def _ask(self, service: str, params: dict[str, str]) -> list[Found]:
        answer = self.fetch(f"{BASE}/{service}", params)
        response = wanted(read_json(answer), "response", answer)
        if not isinstance(response, dict):
            response = {}
        return [_found(item) for item in listed(response, "docs", answer)]


def _words(words: str) -> str:
    """What was typed, within reason: the signs of the search language mean nothing to people."""
    plain = " ".join(re.sub(r'[:"(){}\[\]^~*?\\/+!&|]', " ", words).split())[:120]
    if len(plain) < 2:
        raise SourceError("locatieserver", "too_short")
    return plain


def _found(item: Document) -> Found:
    place = POINT.fullmatch(str(item.get("centroide_rd", "")))
    return Found(
        kind=_text(item, "type"),
        label=_text(item, "weergavenaam"),
        id=_text(item, "id"),
        neighbourhood=_code(item, "buurtcode", "BU"),
        ward=_code(item, "wijkcode", "WK"),
        municipality=_code(item, "gemeentecode", "GM") or _around(item),
        municipality_name=_text(item, "gemeentenaam"),
        rd=(float(place[1]), float(place[2])) if place else None,
    )


def _code(item: Document, name: str, prefix: str) -> str:
    """Codes come with and without their letters: 0344 is GM0344."""
    code = _text(item, name)
    return code if not code or code.startswith(prefix) else prefix + code


def _around(item: Document) -> str:
    code = _code(item, "buurtcode", "BU") or _code(item, "wijkcode", "WK")
    return f"GM{code[2:6]}" if code else ""


def _text(item: Document, name: str) -> str:
    value = item.get(name)
    return "" if value is None else str(value).strip()
