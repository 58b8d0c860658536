"""Views of the overview, one file per kind of page."""
