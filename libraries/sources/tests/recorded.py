"""Recorded answers for the tests of drivers, and the same answers with something wrong."""

from collections.abc import Callable, Mapping
from pathlib import Path

from samenspel_sources.grid import Grid
from samenspel_sources.transport import Answer, Fetch, Recorded

DATA = Path(__file__).parent / "data" / "live"


def recorded(name: str) -> Recorded:
    return Recorded(DATA / name)


def cells(grid: Grid, code: str) -> dict[str, str]:
    found = next(row for row in grid.rows if row.code == code)
    return {column.key: value for column, value in zip(grid.columns, found.cells, strict=True)}


def changed(fetch: Fetch, part: str, change: Callable[[Answer], Answer]) -> Fetch:
    """The same answers, but for addresses with a part."""

    def asked(url: str, params: Mapping[str, str]) -> Answer:
        answer = fetch(url, params)
        return change(answer) if part in answer.url else answer

    return asked


def with_body(body: bytes, status: int = 200) -> Callable[[Answer], Answer]:
    return lambda answer: Answer(status, answer.kind, body, answer.url, answer.read_at)
