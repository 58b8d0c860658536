"""The two services of PDOK: OGC API Features, and WFS for the years and days that the first has not."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from samenspel_sources import SourceError
from samenspel_sources.interface.features import wfs_features
from samenspel_sources.pdok.base import Item, WijkenBuurten
from samenspel_sources.transport import Document, listed, pages

RD_CRS = "http://www.opengis.net/def/crs/EPSG/0/28992"
OGC = "https://api.pdok.nl/cbs"
WFS = "https://service.pdok.nl/cbs"
PAGE = 1000  # what PDOK gives at most


class OgcFeatures(WijkenBuurten):
    """OGC API Features; names of properties in snake_case."""

    name = "pdok"
    years = range(2023, 2026)

    def features(self, year: int, collection: str, municipality: str) -> Iterator[Item]:
        """By the link to the next page."""
        url = f"{OGC}/wijken-en-buurten-{year}/ogc/v1/collections/{collection}/items"
        params = {"f": "json", "limit": str(PAGE), "crs": RD_CRS}
        params |= {"gemeentecode": municipality} if municipality else {}
        try:
            for document, answer in pages(self.fetch, url, params, _next):
                yield from ((feature, answer) for feature in listed(document, "features", answer))
        except SourceError as error:
            if error.code == "gone":
                raise SourceError("pdok", "no_year", year=year) from None
            raise


class Wfs(WijkenBuurten):
    """WFS 2.0; names of properties in camelCase. CQL is ignored here: the filter is XML (FES 2.0)."""

    name = "pdok-wfs"
    years = range(2013, 2026)

    def features(self, year: int, collection: str, municipality: str) -> Iterator[Item]:
        """By counting on from where the last page ended."""
        params = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": f"wijkenbuurten:{collection}",
            "outputFormat": "json",
            "srsName": "EPSG:28992",
        }
        params |= {"filter": equal_to("gemeentecode", municipality)} if municipality else {}
        try:
            yield from wfs_features(self.fetch, f"{WFS}/wijkenbuurten/{year}/wfs/v1_0", params, PAGE)
        except SourceError as error:
            if error.code == "gone":
                raise SourceError("pdok", "no_year", year=year) from None
            raise


def equal_to(name: str, value: str) -> str:
    """An FES 2.0 filter: a property with exactly this value."""
    inner = f"<fes:ValueReference>{escape(name)}</fes:ValueReference><fes:Literal>{escape(value)}</fes:Literal>"
    equal = f"<fes:PropertyIsEqualTo>{inner}</fes:PropertyIsEqualTo>"
    return f'<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">{equal}</fes:Filter>'


def _next(document: Document) -> object:
    links = document.get("links")
    found = [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []
    return next((link.get("href") for link in found if link.get("rel") == "next"), None)
