"""Plain Dutch (B1) in what the house says: short, in the u-form, in people's words. A light check."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from tests.architecture.house import PLATFORM, nothing, platform, templates

MARKS = {"_", "__", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "gettext_noop"}
IN_CONTEXT = {"pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy"}
TRANSLATE = re.compile(r"""\{%\s*(?:translate|trans)\s+(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')(?P<rest>[^%]*)%\}""")
BLOCK = re.compile(r"\{%\s*blocktrans(?:late)?\b(?P<rest>.*?)%\}(?P<text>.*?)\{%\s*endblocktrans", re.DOTALL)
PART = re.compile(r"\{%.*?%\}")
HOLE = re.compile(r"\{\{.*?\}\}|%\(\w+\)[sd]|\{\w*\}|%[sd]")
SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")

LONGEST, MEAN = 25, 12.0
HARD_WORDS = re.compile(
    r"\b(?:middels|teneinde|derhalve|conform|betreffende|inzake|desbetreffende|dien[ts]? te|ten behoeve van|"
    r"met betrekking tot|aangaande|alsmede|tevens|geschieden|geschiedt|reeds|thans|indien|wederom|"
    r"stakeholders?|participant(?:en)?|implementer(?:en|t)|faciliter(?:en|t)|optimaliser(?:en|t)|monitoren|"
    r"submitten|inloggegevens|burgers)\b",
    re.IGNORECASE,
)
TOO_FAMILIAR = re.compile(r"\b(?:jij|jou|jouw|jullie|je)\b", re.IGNORECASE)


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def in_python() -> Iterator[tuple[str, str, bool]]:
    for module in platform():
        if "gettext" not in module.text or module.name == "samenspel.config.settings":  # names of languages
            continue
        for node in module.nodes:
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in MARKS | IN_CONTEXT:
                first = int(name in IN_CONTEXT)
                words = [literal(argument) for argument in node.args[first : first + 1 + name.startswith("n")]]
                yield from ((f"{module.where}:{node.lineno}", w, name in IN_CONTEXT) for w in words if w)


def in_templates() -> Iterator[tuple[str, str, bool]]:
    for path, text in templates().items():
        where = path.relative_to(PLATFORM).as_posix()
        for found in TRANSLATE.finditer(text):
            yield where, found["a"] or found["b"] or "", " context " in found["rest"]
        for found in BLOCK.finditer(text):
            for part in PART.split(found["text"]):
                yield where, " ".join(part.split()), " context " in found["rest"]


@lru_cache
def sentences() -> tuple[tuple[str, str, bool], ...]:
    """(where, source text, has a context), for every text that a person can get to see."""
    return tuple(entry for entry in [*in_python(), *in_templates()] if entry[1].strip())


def lengths(text: str) -> list[int]:
    return [len(piece.split()) for piece in SENTENCE_END.split(HOLE.sub("x", text)) if piece.strip()]


def test_sentences_are_short() -> None:
    nothing([f"{where}: {text}" for where, text, _ in sentences() if max(lengths(text), default=0) > LONGEST])


def test_sentences_are_short_on_average() -> None:
    full = [size for _, text, _ in sentences() for size in lengths(text) if size > 3]
    assert sum(full) <= MEAN * max(1, len(full))


def test_no_office_words() -> None:
    nothing([f"{where}: {text}" for where, text, _ in sentences() if HARD_WORDS.search(text)])


def test_people_are_called_u() -> None:
    nothing([f"{where}: {text}" for where, text, _ in sentences() if TOO_FAMILIAR.search(text)])


def test_one_word_has_a_context() -> None:
    """A translator cannot tell what one word means; the label of a column says so by its model."""
    bare = [
        f"{where}: {text}"
        for where, text, context in sentences()
        if len(text.split()) == 1 and text.isalpha() and not context and "/models" not in where
    ]
    nothing(bare)
