"""The presets: rules that places really used, with their source, nothing guessed."""

import inspect
import re
from fractions import Fraction
from typing import get_args

import pytest

from samenspel_methods.allocation.reglement import Reglement, contradictions, describe, preset, presets, terms
from samenspel_methods.allocation.reglement.describe import sections
from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.file import read, write
from samenspel_methods.allocation.reglement.parts import Ballots, Cap, Eligibility, Threshold
from samenspel_methods.allocation.reglement.statements import ballot, count, money, people
from samenspel_methods.allocation.reglement.words import has

NO_VOTE = {
    "challenge-geertruidenberg",
    "g1000",
    "gebiedsplan-oost",
    "verrijk-je-buurt",
    "voucher-lsa",
    "wijkraad",
    "zuidoost-community",
}
EVERY = pytest.mark.parametrize("reglement", presets(), ids=lambda reglement: reglement.id)


def test_the_presets_of_the_practice_are_there() -> None:
    assert len(presets()) == 21 and {"oost-2020", "west-2019", "antwerpen-2019", "wijkraad"} <= {
        p.id for p in presets()
    }
    assert preset("west-2019").ballots.max_cost == preset("west-2019").budget == 30_000_000


def test_an_unknown_preset_names_the_known_ones() -> None:
    with pytest.raises(ReglementError) as caught:
        preset("noord-1999")
    assert "oost-2020" in caught.value.sentence() and "noord-1999" in caught.value.sentence("en")


@EVERY
def test_a_preset_holds_together_and_is_the_same_after_writing(reglement: Reglement) -> None:
    assert contradictions(reglement) == ()
    assert read(write(reglement)) == reglement


@EVERY
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_preset_describes_itself_on_one_page(reglement: Reglement, language: str) -> None:
    text = describe(reglement, language)
    assert text.startswith(reglement.title.said(language))
    assert 300 < len(text) < 3000 and "{" not in text
    for source in reglement.sources:
        assert source.where in text


@EVERY
def test_a_preset_has_a_source_and_says_what_is_unclear_in_both_languages(reglement: Reglement) -> None:
    assert reglement.sources and all(source.where for source in reglement.sources)
    assert any(source.date or source.note for source in reglement.sources)
    words = [reglement.title, reglement.eligibility.words, reglement.entry.words, reglement.entry.check]
    assert all(bool(text.nl) == bool(text.en) for text in (*words, *(entry.note for entry in reglement.unclear)))
    assert all(has(f"field_{entry.about.replace('.', '_')}", "nl") for entry in reglement.unclear)
    # A field that is open names a field that is there.
    for entry in reglement.unclear:
        head, _, tail = entry.about.partition(".")
        assert hasattr(getattr(reglement, head), tail) if tail else hasattr(reglement, head)


@EVERY
def test_what_is_no_vote_is_stated_as_such(reglement: Reglement) -> None:
    assert (reglement.rule == "none") == (reglement.id in NO_VOTE) == (reglement.decided_by != "vote")
    assert reglement.countable <= (reglement.id not in NO_VOTE)


@EVERY
def test_an_open_rule_is_named_as_a_question(reglement: Reglement) -> None:
    assert (reglement.rule != "unknown") or "rule" in reglement.open_fields
    assert (reglement.ballots.format != "unknown") or "ballots.format" in reglement.open_fields


def test_antwerp_weighs_channels_and_small_plans() -> None:
    text = describe(preset("antwerpen-2019"))
    assert "via internet tellen samen voor 20%" in text
    assert "Een stem op een plan tot en met € 5.000 telt 2 keer." in text


def test_an_open_question_is_not_stated_as_a_rule() -> None:
    names = {part.name: part for part in sections(preset("oost-2024"))}
    assert "tie" not in names and names["unclear"].listed
    assert not any("zoveel kiezen als u wilt" in line for line in names["ballot"].sentences)


def test_a_page_reads_like_this() -> None:
    rules = Reglement(budget=20_000_00, eligibility=Eligibility(min_age=12), ballots=Ballots(min_picks=3))
    assert describe(rules).startswith("Spelregels\n\nWaar het om gaat\nIn de pot zit € 20.000.\n\nWie beslist\n")
    assert "You choose at least 3. You may choose as many as you like." in describe(rules, "en")


WORDS = {
    "rule": terms.Rule,
    "format": terms.Format,
    "decides": terms.DecidedBy,
    "utility": terms.Utility,
    "leftover": terms.Leftover,
    "free": terms.Free,
    "tie_first": terms.TieStep,
    "tie_then": terms.TieStep,
    "threshold": terms.Measure,
    "unclear": terms.Why,
}


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_of_the_rules_has_its_sentence(kind: str) -> None:
    assert all(has(f"{kind}_{word}", "nl") for word in get_args(WORDS[kind]))


def test_every_statement_has_its_sentence() -> None:
    text = "".join(inspect.getsource(part) for part in (ballot, count, money, people))
    codes = set(re.findall(r'(?:yield|else) "(\w+)"', text)) - {"score_per_cost"}
    assert len(codes) > 40 and all(has(code, "nl") for code in codes)


def test_a_whole_reglement_describes_itself() -> None:
    rules = Reglement(
        rule="equal_shares",
        completion="add1eu",
        start="floor",
        comparison="number",
        currency="PLN",
        thresholds=(Threshold("cost_share", Fraction(1, 3)), Threshold("votes", Fraction(50), "area", "Noord")),
        caps=(Cap("Groen", floor=100, cap=5_000_00),),
        exclusive=(("1", "2"),),
        mandatory=("3",),
    )
    text = describe(rules)
    for said in (
        "steeds PLN 1 groter",
        "1/3 van zijn deel",
        "Bij Noord",
        "minstens 50",
        "PLN 5.000",
        "1 en 2",
        "door: 3",
    ):
        assert said in text
