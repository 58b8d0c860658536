"""Two kinds of catalogues: CKAN (data.overheid.nl and many municipalities) and JSON:API (Utrecht)."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from samenspel_sources import SourceError
from samenspel_sources.interface import Driver, TableInfo, all_words
from samenspel_sources.transport import Document, Fetch, host, listed, pages, read_json, refusal, wanted

OVERHEID = "https://data.overheid.nl/data/api/3/action"
UTRECHT = "https://open.utrecht.nl/api"
ROWS = 100
IN_HOUSE = re.compile(r"localhost|.*\.(?:local|internal|lan|home|localdomain)")


class Catalogue(Driver):
    """What both kinds can: fetch a file that they list."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch

    def download(self, url: str) -> bytes:
        """A file by its address in the catalogue. Only public addresses: a catalogue may say anything."""
        name = host(url)
        if urlsplit(url).scheme not in ("http", "https") or "." not in name or ":" in name:
            raise SourceError("opendata", "bad_address", address=url[:100])
        if IN_HOUSE.fullmatch(name) or name.replace(".", "").isdecimal():
            raise SourceError("opendata", "bad_address", address=url[:100])
        answer = self.fetch(url, {})
        if answer.status != 200:
            raise refusal(answer)
        return answer.body


class Ckan(Catalogue):
    """The national catalogue."""

    name = "overheid"
    base = OVERHEID

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """Data sets that fit the words, with their files."""
        start = 0
        while True:
            params = {"q": words, "rows": str(ROWS), "start": str(start)}
            result, found = self._result("package_search", params, "results")
            yield from (_package(item) for item in found)
            start += len(found)
            count = result.get("count")
            if not found or not isinstance(count, int) or start >= count:
                return

    def files(self, table: str) -> TableInfo:
        """One data set with its files."""
        result, _ = self._result("package_show", {"id": table}, "resources")
        return _package(result)

    def _result(self, verb: str, params: dict[str, str], key: str) -> tuple[Document, list[Document]]:
        answer = self.fetch(f"{self.base}/{verb}", params)
        document = read_json(answer)
        if document.get("success") is False:
            raise SourceError(
                "opendata", "not_found", host=host(answer.url), table=params.get("id", params.get("q", ""))
            )
        result = wanted(document, "result", answer)
        if not isinstance(result, dict):
            raise SourceError("transport", "other_form", host=host(answer.url), what="result")
        return result, listed(result, key, answer)


class JsonApi(Catalogue):
    """The catalogue of Utrecht."""

    name = "utrecht"
    base = UTRECHT

    def tables(self, words: str = "") -> Iterator[TableInfo]:
        """Data sets whose title has all words."""
        for document, answer in pages(self.fetch, f"{self.base}/datasets", {}, _next):
            for item in listed(document, "data", answer):
                told = _attributes(item)
                if all_words(title := _text(told, "dct:title"), words):
                    yield TableInfo(_text(item, "id"), title, "", _text(told, "dct:modified"))

    def files(self, table: str) -> TableInfo:
        """One data set with its files."""
        url = f"{self.base}/datasets/{quote(table, safe='')}/distributions"
        found: list[tuple[str, str]] = []
        for document, answer in pages(self.fetch, url, {}, _next):
            for told in map(_attributes, listed(document, "data", answer)):
                link = _text(told, "dcat:downloadURL") or _text(told, "dcat:accessURL")
                kind = _text(told, "dct:format") or link.rpartition(".")[2]
                found += [(kind, link)] if link else []
        return TableInfo(table, table, files=tuple(found))


def _package(item: Document) -> TableInfo:
    resources = item.get("resources")
    listing = [entry for entry in resources if isinstance(entry, dict)] if isinstance(resources, list) else []
    found = tuple((_text(entry, "format"), _text(entry, "url")) for entry in listing if entry.get("url"))
    return TableInfo(_text(item, "name"), _text(item, "title"), "", _text(item, "metadata_modified"), found)


def _attributes(item: Document) -> Document:
    told = item.get("attributes")
    return told if isinstance(told, dict) else {}


def _next(document: Document) -> object:
    links = document.get("links")
    link = links.get("next") if isinstance(links, dict) else None
    return link.get("href") if isinstance(link, dict) else link


def _text(item: Document, key: str) -> str:
    """A value; some publishers write a list of one."""
    value = item.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()
