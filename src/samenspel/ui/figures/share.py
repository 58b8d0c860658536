"""One figure on its own: in a page of somebody else, or as a picture to send around."""

from dataclasses import dataclass

from samenspel.ui.figures.base import Text


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One figure with where it comes from. `url`: the page it belongs to; `picture`: a drawing made by this app."""

    title: Text
    value: Text
    unit: Text = ""
    compared: Text = ""
    source: Text = ""
    url: str = ""
    source_url: str = ""
    place: Text = ""
    room: int = 1
    picture: str = ""
