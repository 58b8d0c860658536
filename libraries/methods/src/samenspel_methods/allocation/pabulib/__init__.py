"""Pabulib's `.pb` files: read them, strict or with repairs that are told; keep them as they are; write them."""

from samenspel_methods.allocation.pabulib.document import Document, read_document
from samenspel_methods.allocation.pabulib.reading import read
from samenspel_methods.allocation.pabulib.source import LIMIT, Source
from samenspel_methods.allocation.pabulib.writing import canonical, write

__all__ = ["LIMIT", "Document", "Source", "canonical", "read", "read_document", "write"]
