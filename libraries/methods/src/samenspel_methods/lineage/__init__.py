"""Names that people can say, type and get right: codes (`PR-7K4R`) and words (`tulp-brug-42`)."""

from samenspel_methods.lineage.codes import length_needed, make_code, parse_code, suggestions
from samenspel_methods.lineage.errors import CodeError, LineageError
from samenspel_methods.lineage.model import Code
from samenspel_methods.lineage.words import parse_words, word_suggestions, words_for

__all__ = [
    "Code",
    "CodeError",
    "LineageError",
    "length_needed",
    "make_code",
    "parse_code",
    "parse_words",
    "suggestions",
    "word_suggestions",
    "words_for",
]
