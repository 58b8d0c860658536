"""What stands on a sheet: a poster, a letter."""

from dataclasses import dataclass

from samenspel.ui.figures.base import Text

LONG, LONGER = 34, 64  # letters; a longer heading is written smaller


def bare(url: str) -> str:
    """An address as somebody types it."""
    return url.split("://", 1)[-1].rstrip("/")


@dataclass(frozen=True, slots=True)
class Poster:
    """One sentence to come closer, one square to scan, and words that can be said aloud."""

    room: int
    heading: Text
    middle: Text
    below: Text
    sentence: Text
    text: Text
    url: str
    place: str
    code: str = ""
    example: bool = False

    @property
    def lines(self) -> list[str]:
        """Two short sentences stand below each other."""
        return str(self.heading).replace(". ", ".\n").replace("? ", "?\n").split("\n")

    @property
    def size(self) -> str:
        """How big the heading can be."""
        letters = len(str(self.heading))
        return "small" if letters > LONGER else "middle" if letters > LONG else "big"

    @property
    def middle_size(self) -> str:
        """How big the words in the middle of the table can be."""
        return "small" if len(str(self.middle)) > 11 else "big"

    @property
    def shown_url(self) -> str:
        """The address as somebody types it."""
        return bare(self.url)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter for a window envelope, with the code of one neighbour."""

    code: str
    address: tuple[str, ...]
    number: int
