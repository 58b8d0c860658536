"""Catalogues of open data: which files there are, and fetching one. Reading it is for the file importer."""

from samenspel_sources.opendata.catalogues import Ckan, JsonApi

__all__ = ["Ckan", "JsonApi"]
