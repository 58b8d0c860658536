"""Codes and words: what people mistype is noticed, what they meant is found."""

from itertools import combinations, product
from random import Random

import pytest

from samenspel_methods.lineage import (
    Code,
    CodeError,
    LineageError,
    length_needed,
    make_code,
    parse_code,
    parse_words,
    suggestions,
    word_suggestions,
    words_for,
)
from samenspel_methods.lineage.model import BODY, PREFIX
from samenspel_methods.lineage.words import distance, word_list

ALL_PREFIXES = frozenset(a + b for a, b in product(PREFIX, repeat=2))
EVERYTHING = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SOME = {"PR", "VH", "BF", "CY"}


def codes() -> list[Code]:
    rng = Random(7)
    return [make_code(rng.choice(PREFIX) + rng.choice(PREFIX), rng.choice((4, 4, 5)), rng) for _ in range(60)]


def test_alphabets_are_of_one_prime_size() -> None:
    assert len(set(BODY)) == len(set(PREFIX)) == 23
    assert not set(BODY) & set("0O1IL5S8B2ZUV")
    assert all(BODY.index(s) == PREFIX.index(s) for s in set(BODY) & set(PREFIX))


def test_every_code_is_read_back() -> None:
    assert all(parse_code(str(code), ALL_PREFIXES) == code for code in codes())


def test_no_single_substitution_passes_as_another_code() -> None:
    for code in codes():
        text = code.prefix + code.body
        for i, symbol in product(range(len(text)), EVERYTHING):
            assert parse_code(text[:i] + symbol + text[i + 1 :], ALL_PREFIXES) in {code, *CodeError}


def test_no_swap_of_neighbours_passes_as_another_code() -> None:
    for code in codes():
        text = code.prefix + code.body
        for i in range(len(text) - 1):
            swapped = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
            assert parse_code(swapped, ALL_PREFIXES) in {code, *CodeError}


def test_the_slip_leads_back_to_the_code() -> None:
    for code in codes()[:20]:
        text = code.prefix + code.body
        for i in range(2, len(text) - 1):
            assert code in suggestions(text[:i] + text[i + 1] + text[i] + text[i + 2 :], {code.prefix})
            assert code in suggestions(text[:i] + text[i + 1 :], {code.prefix})


@pytest.mark.parametrize("typed", ["{p}-{b}", " {p} {b} ", "{p}{b}", "/d/{p}-{b}/", "{p}\u2013{b}"])
def test_typing_is_forgiven(typed: str) -> None:
    code = make_code("PR", 4, Random(1))
    assert parse_code(typed.format(p="PR", b=code.body).lower(), SOME) == code


def test_look_alikes_are_read_as_what_was_printed() -> None:
    drawn = (make_code("BF", 4, Random(seed)) for seed in range(999))
    code = next(code for code in drawn if {"D", "3"} <= set(code.body))
    typed = "8F-" + code.body.replace("D", "0").replace("3", "8")
    assert parse_code(typed, SOME) == code


@pytest.mark.parametrize(
    ("typed", "error"),
    [("", "shape"), ("PR", "shape"), ("hallo buurt", "unknown_prefix"), ("QQ-7K4Q", "unknown_prefix")],
)
def test_what_is_no_code_says_why(typed: str, error: str) -> None:
    assert parse_code(typed, SOME) == error


def test_one_of_23_bodies_passes() -> None:
    passed = [b for b in BODY if isinstance(parse_code(f"PR-7K4{b}", SOME), Code)]
    assert len(passed) == 1
    assert parse_code("PR-7K4" + next(b for b in BODY if b not in passed), SOME) == "check_failed"


def test_codes_spell_no_syllables() -> None:
    rng = Random(3)
    bodies = {make_code("PR", 6, rng).body for _ in range(2000)}
    assert not any("KAK" in body or "GEK" in body for body in bodies)


def test_length_grows_at_a_tenth() -> None:
    assert [length_needed(n) for n in (0, 1216, 1217, 27_984, 27_985)] == [4, 4, 5, 5, 6]


def test_impossible_codes_are_refused() -> None:
    with pytest.raises(LineageError, match="prefix_letters"):
        make_code("QX", 4, Random(1))
    with pytest.raises(LineageError, match="length"):
        make_code("PR", 2, Random(1))


def test_the_words_are_256_and_unlike() -> None:
    words = word_list()
    assert len(set(words)) == 256
    assert all(3 <= len(w) <= 6 and w.isascii() and w.islower() for w in words)
    assert min(distance(a, b) for a, b in combinations(words, 2)) >= 2


def test_words_are_read_back() -> None:
    rng = Random(5)
    for _ in range(200):
        words = words_for(rng)
        first, second, number = words.split("-")
        assert parse_words(f" {first.upper()} {second.title()} {number}") == words
        assert parse_words(words.replace("-", "")) in {words, None}


def test_misheard_words_are_suggested() -> None:
    assert parse_words("tulb-brug-42") is None
    assert word_suggestions("tulb-brug-42")[0] == "tulp-brug-42"
    assert word_suggestions("onzin") == ()
