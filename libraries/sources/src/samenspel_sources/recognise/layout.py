"""Where the table is on a page: title rows, one or more header rows, a row of units, and where its rows begin."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samenspel_sources import SourceError
from samenspel_sources.grid import Report
from samenspel_sources.recognise.header import header_of, named, padded
from samenspel_sources.recognise.signs import Cells, Numbered, filled, is_code, is_rule, sign
from samenspel_sources.spreadsheet import Page

START, EVERY, MOST = 300, 24, 1500


@dataclass(frozen=True, slots=True)
class Laid:
    """A page as a table. `first`: line of the first row; `header_line` is 0 without a header."""

    page: Page
    titles: tuple[str, ...]
    header: Cells
    groups: tuple[Cells, ...]
    units: Cells
    header_line: int
    first: int
    sample: tuple[Numbered, ...]
    rows: int
    last: int

    def column(self, place: int) -> list[str]:
        """The filled cells of one column in the sample."""
        return [text for _, cells in self.sample if place < len(cells) and (text := cells[place].strip())]

    def body(self, report: Report) -> Iterator[Numbered]:
        """All rows, of one width; what is no row goes to the report."""
        width, last = len(self.header), 0
        for line, cells in self.page.rows():
            if line < self.first or not any(map(str.strip, cells)):
                continue
            last = line
            if len(cells) != width or not (cells[0] and cells[width > 1]) or cells[0][0] in "-=":
                fitted = self._fitted(line, cells, report)
                if fitted is None:
                    continue
                cells = fitted
            yield line, tuple(cells)
        if not last:
            raise SourceError("recognise", "no_rows")

    def _fitted(self, line: int, cells: list[str], report: Report) -> list[str] | None:
        width = len(self.header)
        words = [text.strip() for text in cells if text.strip()]
        if is_rule(cells):
            report.repair("dashes", "recognise", line=line)
        elif len(words) == 1 and width > 2 and not is_code(words[0]) and not self._torn(line, words[0]):
            report.repair("note", "recognise", line=line, text=words[0][:120])
        elif len(cells) > width and any(text.strip() for text in cells[width:]):
            report.refuse(line, "wrong_width", width=width, found=len(cells))
        elif len(cells) < width and self._torn(line, words[-1]):
            report.refuse(line, "cut_line", "recognise")
        else:
            if len(cells) < width:
                report.count("short_rows", "recognise")
            return cells[:width] + [""] * (width - len(cells))
        return None

    def _torn(self, line: int, last: str) -> bool:
        """The last row of a text that does not end, and that is no sentence."""
        return self.page.cut and line == self.last and bool(self.page.separator) and " " not in last


def lay(page: Page, header: int | None = None) -> Laid:
    """Find the table on a page. `header`: the line a person pointed at (0: there is none)."""
    sample, count, last = _sample(page)
    if not sample:
        raise SourceError("spreadsheet", "empty")
    width = _width(sample)
    kinds = _column_kinds(sample, width)
    start = _body_start(sample, kinds, width, header)
    above = [(line, cells) for line, cells in sample[:start] if not is_rule(cells)]
    below = sample[start:]
    if not below:
        raise SourceError("recognise", "no_rows")
    titles, groups, names, units, header_line = header_of(above, width, header, kinds)
    width = max(width, len(names))
    return Laid(
        page,
        titles,
        named(names, groups, width, not header_line),
        tuple(padded(group, width) for group in groups),
        padded(units, width),
        header_line,
        below[0][0],
        tuple(below),
        max(count - start, len(below)),
        last,
    )


def _sample(page: Page) -> tuple[list[Numbered], int, int]:
    """The first rows, and then some of all the others."""
    kept: list[Numbered] = []
    count = last = 0
    for line, cells in page.rows():
        if not any(map(str.strip, cells)):
            continue
        count, last = count + 1, line
        if count <= START or (count % EVERY == 0 and len(kept) < MOST):
            kept.append((line, tuple(cells)))
    return kept, count, last


def _width(sample: Sequence[Numbered]) -> int:
    """How wide most rows are, not counting empty cells at their end that all of them have."""
    widths = Counter(len(cells) for _, cells in sample)
    most = max(widths, key=lambda width: (widths[width], width))
    filled = max((_filled_to(cells) for _, cells in sample if len(cells) <= most), default=most)
    return max(filled, 1)


def _filled_to(cells: Cells) -> int:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _column_kinds(sample: Sequence[Numbered], width: int) -> list[str]:
    """Of each column, what most of its cells are; from the rows below the first third of the beginning."""
    rows = [cells for _, cells in sample[min(12, len(sample) // 3) :]] or [cells for _, cells in sample]
    kinds = []
    for place in range(width):
        signs = Counter(sign(cells[place]) for cells in rows[:400] if place < len(cells))
        if signs["n"]:
            # A number of people may look like a year.
            signs["n"] += signs.pop("m", 0) + signs.pop("y", 0)
        signs.pop("e", None)
        best = max(signs, key=lambda kind: signs[kind], default="e")
        kinds.append(best if signs.total() and signs[best] * 10 >= signs.total() * 6 else "t" if signs else "e")
    return kinds


def _body_start(sample: Sequence[Numbered], kinds: list[str], width: int, header: int | None) -> int:
    if header is not None:
        return next((at for at, (line, _) in enumerate(sample) if line > header), len(sample))
    if not any(kind in "cny" for kind in kinds):
        full = next((at for at, (_, cells) in enumerate(sample) if filled(cells) * 2 > width), 0)
        return min(full + 1, len(sample))
    for at, (_, cells) in enumerate(sample[:60]):
        if _like_body(cells, kinds, width) and not is_rule(cells):
            return at
    return 1


def _like_body(cells: Cells, kinds: list[str], width: int) -> bool:
    """Codes where codes are, numbers where numbers are. A row of only years above numbers is a header."""
    if filled(cells) * 3 < min(width, _typical(kinds)):
        return False
    signs = [sign(cells[place]) if place < len(cells) else "e" for place in range(width)]
    codes = [found for kind, found in zip(kinds, signs, strict=True) if kind == "c" and found != "e"]
    if codes:
        # A header never has codes of areas where the rows have them; a row does, whatever else is wrong with it.
        return codes.count("c") * 2 >= len(codes)
    pairs = [(kind, found) for kind, found in zip(kinds, signs, strict=True) if kind in "cny" and found != "e"]
    if not pairs:
        return False
    numbers = [found for kind, found in pairs if kind == "n"]
    if len(numbers) > 1 and set(numbers) == {"y"}:
        return False
    return sum(found == kind or (kind == "n" and found in "my") for kind, found in pairs) * 10 >= len(pairs) * 6


def _typical(kinds: list[str]) -> int:
    return max(1, sum(kind != "e" for kind in kinds))
