"""The pages about figures: every line of Python in them runs, and says what the page says."""

import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[1]
README = HERE / "src" / "samenspel_methods" / "statistics" / "README.md"
PAGES = sorted((HERE / "docs" / "statistics").glob("*.md"))
FENCE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PARTS = ["What it does", "Worked example", "Source", "What it does not do"]
EXAMPLES = [
    pytest.param(text, id=f"{page.stem}-{at}")
    for page in (*PAGES, README)
    for at, text in enumerate(FENCE.findall(page.read_text(encoding="utf-8")))
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_worked_example_holds(example: str) -> None:
    names: dict[str, Any] = {}
    exec(example, names)
    assert "assert " in example


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_its_parts_and_says_what_it_is_in_three_sentences(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS and FENCE.search(text)
    first = text.partition("## What it does\n")[2].partition("\n\n")[0]
    assert len(re.findall(r"[.](?=\s|$)", first)) == 3


def test_the_readme_leads_to_every_page() -> None:
    assert {page.name for page in PAGES} == set(re.findall(r"docs/statistics/([\w-]+\.md)", README.read_text()))
