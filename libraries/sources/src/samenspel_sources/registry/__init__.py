"""All live sources by name; each is made with a Fetch (live, or from recorded answers)."""

from collections.abc import Callable, Mapping

from samenspel_sources import SourceError
from samenspel_sources.amsterdam import Amsterdam
from samenspel_sources.interface import Source
from samenspel_sources.leefbaarometer import Leefbaarometer
from samenspel_sources.locatieserver import Locatieserver
from samenspel_sources.opendata import Ckan, JsonApi
from samenspel_sources.pdok import OgcFeatures, Wfs
from samenspel_sources.statline import V3, V4, ThirdParties
from samenspel_sources.transport import Fetch

Maker = Callable[[Fetch], Source]


def sources() -> Mapping[str, Maker]:
    """name -> what makes the source with a Fetch."""
    makers = (V4, V3, ThirdParties, OgcFeatures, Wfs, Locatieserver, Leefbaarometer, Amsterdam, Ckan, JsonApi)
    return {maker.name: maker for maker in makers}


def source(name: str, fetch: Fetch) -> Source:
    """One source by name, or an error that lists the names."""
    makers = sources()
    if name not in makers:
        raise SourceError("interface", "unknown_source", name=name[:40], known=", ".join(makers))
    return makers[name](fetch)
