"""Municipal budgets and accounts by task (CBS Iv3)."""

from samenspel_sources import SourceError
from samenspel_sources.iv3.model import Line
from samenspel_sources.iv3.read import read, read_extract

__all__ = ["Line", "SourceError", "read", "read_extract"]
