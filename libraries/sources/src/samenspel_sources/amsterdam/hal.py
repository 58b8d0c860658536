"""Lists of the Amsterdam API (HAL): records under `_embedded`, pages by `_links.next`, a 404 past the last page."""

from collections.abc import Iterator, Mapping

from samenspel_sources import SourceError
from samenspel_sources.transport import Answer, Document, Fetch, host, listed, pages, wanted

BASE = "https://api.data.amsterdam.nl/v1"
PAGE = "1000"


def records(fetch: Fetch, table: str, params: Mapping[str, str]) -> Iterator[tuple[Document, Answer]]:
    """Every record of `dataset/table`. When the source told how many there are, fewer is an error."""
    asked = {"_format": "json", "_pageSize": PAGE, "_count": "true", **params}
    read, total, url = 0, None, f"{BASE}/{table}/"
    for document, answer in pages(fetch, url, asked, _next, end_by_404=True):
        page = document.get("page")
        count = page.get("totalElements") if isinstance(page, dict) else None
        total = count if isinstance(count, int) else total
        for record in _embedded(document, answer):
            read += 1
            yield record, answer
    if total is not None and read < total:
        raise SourceError("transport", "half", host=host(url), page=read // int(PAGE) + 1)


def features(fetch: Fetch, table: str, params: Mapping[str, str]) -> Iterator[tuple[Document, Answer]]:
    """Every feature of a table as GeoJSON."""
    asked = {"_format": "geojson", "_pageSize": PAGE, **params}
    for document, answer in pages(fetch, f"{BASE}/{table}/", asked, _next, end_by_404=True):
        yield from ((feature, answer) for feature in listed(document, "features", answer))


def _embedded(document: Document, answer: Answer) -> list[Document]:
    """The one list under `_embedded`, whatever it is called."""
    holder = wanted(document, "_embedded", answer)
    lists = [value for value in holder.values() if isinstance(value, list)] if isinstance(holder, dict) else []
    if len(lists) != 1 or not all(isinstance(record, dict) for record in lists[0]):
        raise SourceError("transport", "other_form", host=host(answer.url), what="_embedded")
    return lists[0]


def _next(document: Document) -> object:
    """As an object by name, or (GeoJSON) as a list with `rel`."""
    links = document.get("_links") or document.get("links") or {}
    if isinstance(links, dict):
        link = links.get("next")
    else:
        link = next((item for item in links if isinstance(item, dict) and item.get("rel") == "next"), None)
    return link.get("href") if isinstance(link, dict) else None
