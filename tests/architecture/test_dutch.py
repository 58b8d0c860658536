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

LONGEST, MEAN = 20, 9.0
# An office word, and what people say.
EASIER = {
    r"middels": "met", r"teneinde|alvorens": "om, voordat", r"derhalve|daartoe": "daarom",
    r"conform|krachtens|ingevolge": "volgens",
    r"betreffende|inzake|aangaande|omtrent|nopens|met betrekking tot|ten aanzien van|in het kader van": "over",
    r"(?:desbetreffende|onderhavige|voornoemde|dergelijke)": "deze", r"dien(?:t|en)? te": "moet",
    r"dient u": "moet u", r"ten behoeve van": "voor", r"alsmede|tevens|eveneens": "en, ook",
    r"geschied(?:t|en)": "gebeuren", r"reeds": "al", r"thans": "nu", r"indien|mits u|ingeval": "als",
    r"wederom": "weer", r"echter|doch": "maar", r"gelieve": "wilt u", r"welke u": "die u",
    r"aanvang(?:en|t)?": "begin", r"beëindig(?:en|t|d)?": "stoppen", r"verstrek(?:ken|t|te|t(?:en)?)": "geven",
    r"realiser(?:en|t)|bewerkstellig(?:en|t)|implementer(?:en|t)": "maken, doen", r"genoteerd": "opgeschreven",
    r"verzonden": "verstuurd", r"benodigd(?:e)?|vereist(?:e)?": "nodig", r"annuler(?:en|t)": "stoppen",
    r"selecteer|selecter(?:en|t)": "kies", r"wijzig(?:en|t|ing(?:en)?)?": "veranderen",
    r"inzichtelijk": "duidelijk", r"gegenereerd": "gemaakt", r"draagvlak": "wie ermee eens is",
    r"participatie|participant(?:en)?": "meedoen, wie meedoet", r"stakeholders?|burgers": "partijen, bewoners",
    r"faciliter(?:en|t)": "helpen", r"optimaliser(?:en|t)": "beter maken", r"monitoren": "volgen",
    r"submitten": "versturen", r"inloggegevens": "code", r"raadple(?:eg|gen)": "lezen, vragen",
}  # fmt: skip
HARD_WORDS = re.compile(r"\b(?:" + "|".join(EASIER) + r")\b", re.IGNORECASE)
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


def easier(word: str) -> str:
    return next(words for hard, words in EASIER.items() if re.fullmatch(hard, word, re.IGNORECASE))


def test_sentences_are_short() -> None:
    nothing([f"{where}: {text}" for where, text, _ in sentences() if max(lengths(text), default=0) > LONGEST])


def test_sentences_are_short_on_average() -> None:
    full = [size for _, text, _ in sentences() for size in lengths(text) if size > 3]
    assert sum(full) <= MEAN * max(1, len(full))


def test_no_office_words() -> None:
    """Every text with an office word, and what people say instead."""
    found = [(where, text, match[0]) for where, text, _ in sentences() if (match := HARD_WORDS.search(text))]
    nothing([f"{where}: {text} -> {easier(word)}" for where, text, word in found])


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
