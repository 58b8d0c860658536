"""How drivers ask: live over the network, or from a folder of recorded answers. One function type: `Fetch`."""

from samenspel_sources.transport.answers import Document, follow, listed, pages, read_json, refusal, wanted
from samenspel_sources.transport.cache import Cache
from samenspel_sources.transport.live import QUICK, Live, Manners
from samenspel_sources.transport.model import Answer, Fetch, address, host, private, shown
from samenspel_sources.transport.recorded import Recorded, Recording

__all__ = [
    "QUICK",
    "Answer",
    "Cache",
    "Document",
    "Fetch",
    "Live",
    "Manners",
    "Recorded",
    "Recording",
    "address",
    "follow",
    "host",
    "listed",
    "pages",
    "private",
    "read_json",
    "refusal",
    "shown",
    "wanted",
]
