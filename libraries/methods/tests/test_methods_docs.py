"""The pages about the rules of counting: every worked example is counted, and says what the page says."""

import json
import re
from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest

from samenspel_methods.allocation import AllocationError, Ballot, Election, Project
from samenspel_methods.allocation.counting import count
from samenspel_methods.allocation.model import VoteType
from samenspel_methods.allocation.reglement import Reglement, terms
from samenspel_methods.allocation.result import Result, Win

HERE = Path(__file__).parents[1]
PAGES = sorted((HERE / "docs" / "rules").glob("*.md"))
READMES = (HERE / "src" / "samenspel_methods" / "allocation" / "README.md",)
FENCE = re.compile(r"^```json example\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BALLOT = re.compile(r"(?P<count>\d+) x(?P<picks>[^@]*)(?:@ (?P<channel>\w+))?")
PARTS = ("What it does", "Worked example", "Source", "What it does not do")
NAMES = {"greedy", "equal-shares", "phragmen", "max-support", "dhondt", "comparison", "limits", "ties"}


def examples() -> list[Any]:
    found = [(page, json.loads(text)) for page in PAGES for text in FENCE.findall(page.read_text(encoding="utf-8"))]
    return [pytest.param(data, id=f"{page.stem}-{at}") for at, (page, data) in enumerate(found)]


def ballot(line: str) -> Ballot:
    """`3 x a, b`, with points `1 x a=9, b=1`, with a channel `3 x a @ web`."""
    read = BALLOT.fullmatch(line)
    assert read is not None, line
    parts = [part.strip().partition("=") for part in read["picks"].split(",") if part.strip()]
    points = tuple(int(given) for _pick, _is, given in parts if given)
    return Ballot(tuple(pick for pick, *_ in parts), int(read["count"]), points, read["channel"] or "")


def election(data: dict[str, Any]) -> Election:
    themes = data.get("themes", {})
    projects = tuple(
        Project(name, cost, categories=tuple(themes.get(name, ()))) for name, cost in data["projects"].items()
    )
    return Election(
        data["budget"], projects, tuple(ballot(line) for line in data["ballots"]),
        VoteType(data.get("vote_type", "approval")),
    )  # fmt: skip


def counted(data: dict[str, Any]) -> Result:
    return count(election(data), Reglement.from_json({"version": 1, **data["rule"]}), seed=data.get("seed"))


def payments(win: Win) -> list[str]:
    return [f"{paid.voters} x {paid.each}" for paid in win.payments]


def by_win(said: Callable[[Win], Any]) -> Callable[[Result], Any]:
    return lambda found: {win.project: said(win) for win in found.wins}


SHOWN: dict[str, Callable[[Result], Any]] = {
    "winners": lambda found: list(found.winners),
    "left": lambda found: found.left,
    "share": lambda found: str(found.share),
    "runs": lambda found: found.runs,
    "refused": lambda found: {why.project: why.code for why in found.refusals},
    "numbers": lambda found: {
        why.project: {name: str(value) for name, value in why.params.items()} for why in found.refusals if why.params
    },
    "how": by_win(lambda win: win.how),
    "score": by_win(lambda win: str(win.score)),
    "votes": by_win(lambda win: win.votes),
    "granted": by_win(lambda win: win.granted),
    "price": by_win(lambda win: str(win.price)),
    "payments": by_win(payments),
    "tied": by_win(lambda win: list(win.tied)),
    "comparison": lambda found: {
        name: getattr(found.comparison, name) for name in ("shares", "greedy", "equal", "chosen")
    },
}  # fmt: skip


@pytest.mark.parametrize("data", examples())
def test_every_worked_example_is_what_the_count_finds(data: dict[str, Any]) -> None:
    expected = data["expected"]
    if "error" in expected:
        with pytest.raises(AllocationError) as refused:
            counted(data)
        assert expected == {"error": refused.value.code}
        return
    found = counted(data)
    said = {name: SHOWN[name](found) for name in expected}
    for name, value in expected.items():  # a page may show a part of what there is per project
        if isinstance(value, dict):
            said[name] = {key: said[name].get(key) for key in value}
    assert "winners" in expected and said == expected and found.exact


@pytest.mark.parametrize("data", [p for p in examples() if "lot" in p.values[0]])
def test_every_shown_lot_is_the_hash_of_seed_and_project(data: dict[str, Any]) -> None:
    made = {name: sha256(f"{data['seed']}:{name}".encode()).hexdigest() for name in data["lot"]}
    assert made == data["lot"]


def test_there_is_a_page_for_every_rule_and_an_example_of_every_word() -> None:
    assert {page.stem for page in PAGES} == NAMES
    rules = [param.values[0]["rule"] for param in examples()]
    for field, words in (("rule", terms.Rule), ("completion", terms.Completion), ("utility", terms.Utility),
                         ("leftover", terms.Leftover), ("comparison", terms.Comparison)):  # fmt: skip
        shown = {rule.get(field, getattr(Reglement(), field)) for rule in rules}
        assert set(get_args(words)) - terms.NO_COUNT - shown - {"none"} == set(), field


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_its_parts_and_says_what_it_is_in_three_sentences(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert [head for head in heads if head in PARTS] == list(PARTS)
    first = text.partition("## What it does\n")[2].partition("\n\n")[0]
    assert len(re.findall(r"[.](?=\s|$)", first)) == 3


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.parent.name)
def test_the_lines_of_python_in_the_readme_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    sample = Path(__file__).parent / "data" / "Netherlands_Assen_2024.pb"
    (tmp_path / "vote.pb").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(code, names)
    assert names["result"].winners and names["result"].share == Fraction(42703 * 100, 21)
