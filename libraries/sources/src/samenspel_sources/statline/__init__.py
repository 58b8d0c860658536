"""CBS StatLine, by OData version 4 and version 3, and the tables CBS keeps for others."""

from samenspel_sources.statline.budget import ThirdParties
from samenspel_sources.statline.v3 import V3
from samenspel_sources.statline.v4 import V4

__all__ = ["V3", "V4", "ThirdParties"]
