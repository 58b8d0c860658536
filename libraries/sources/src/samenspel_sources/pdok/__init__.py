"""CBS wijken en buurten as PDOK serves them: figures with boundaries."""

from samenspel_sources.pdok.services import OgcFeatures, Wfs, equal_to

__all__ = ["OgcFeatures", "Wfs", "equal_to"]
