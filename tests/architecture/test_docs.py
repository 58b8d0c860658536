"""Links in the documents lead somewhere."""

import re
from pathlib import Path

from tests.architecture.house import ROOT, nothing, tracked

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


def leads_nowhere(page: Path, target: str) -> bool:
    if re.match(r"[a-z]+:", target):
        return False
    name, _, anchor = target.partition("#")
    other = (page.parent / name).resolve() if name else page
    return not other.exists() or bool(anchor and other.suffix == ".md" and anchor not in anchors(other))


SITE = "src/samenspel/overview/help/"  # pages of the site, with addresses of the site: tests/overview/test_help.py


def test_every_link_in_a_document_leads_somewhere() -> None:
    wrong = []
    for name in (name for name in tracked() if name.endswith(".md") and not name.startswith(SITE)):
        text = FENCE.sub("", (ROOT / name).read_text(encoding="utf-8"))
        targets = [found["target"] for found in LINK.finditer(text)]
        wrong += [f"{name}: {target}" for target in targets if leads_nowhere(ROOT / name, target)]
    nothing(wrong)


def test_decision_records_are_numbered_and_state_their_parts() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    parts = ("## Context", "## Decision", "## Consequences")
    nothing([p.name for p in records if not all(part in p.read_text(encoding="utf-8") for part in parts)])
