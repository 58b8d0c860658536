"""Parts of a key, envelopes, codes and the ballot paper: no database."""

from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samenspel.contracts.actor import Channel
from samenspel.instruments.ballots.actions import sealing
from samenspel.instruments.ballots.actions.shares import as_text, from_text
from samenspel.instruments.ballots.models import Option
from samenspel.instruments.ballots.queries.paper import paper
from samenspel.instruments.ballots.rules import codes
from samenspel.instruments.ballots.tests.conftest import CHOICES, RULES
from samenspel.kernel.action import BadInput
from samenspel_methods.allocation import RuleSet

OPTIONS = [Option(key=c.key, title=c.title, cents=c.cents, category=c.category) for c in CHOICES]


@given(st.binary(min_size=2, max_size=40))
def test_a_part_survives_paper(part: bytes) -> None:
    assert from_text(as_text(part).lower().replace("-", " ").replace("o", "0")) == part


@given(st.integers(0, 50))
def test_a_slip_of_the_pen_is_noticed(place: int) -> None:
    text = as_text(bytes(range(1, 34))).replace("-", "")
    typed = text[:place] + ("A" if text[place] != "A" else "C") + text[place + 1 :]
    with pytest.raises(BadInput):
        from_text(typed)


def three_keys() -> tuple[list[str], dict[int, bytes]]:
    pairs = [sealing.new_key() for _holder in range(3)]
    return [public for public, _private in pairs], {n: private for n, (_public, private) in enumerate(pairs, 1)}


@given(st.lists(st.sampled_from("1234"), unique=True), st.sampled_from(list(Channel)), st.sampled_from(sealing.PAIRS))
def test_an_envelope_opens_with_two_of_its_keys_only(picks: list[str], channel: Channel, pair: tuple[int, int]) -> None:
    publics, privates = three_keys()
    vote, two = sealing.new_vote(picks, channel), {number: privates[number] for number in pair}
    sealed = sealing.seal(vote, publics, sealing.padded_size("1234"), "box:1")
    assert len(sealed) == 3 * sealing.LOCK + sealing.padded_size("1234") + sealing.TAG
    assert sealing.unseal(sealed, two, "box:1") == vote
    stranger = {**two, pair[0]: sealing.new_key()[1]}
    same_twice = dict.fromkeys(pair, privates[pair[0]])
    for keys, bound in ((stranger, "box:1"), (same_twice, "box:1"), (two, "box:2")):
        with pytest.raises(sealing.DoesNotOpen):
            sealing.unseal(sealed, keys, bound)


def test_the_longest_ballot_fits_its_envelope() -> None:
    keys = [f"L13/05/{n}" for n in range(200)]
    publics, privates = three_keys()
    vote = sealing.new_vote(keys, Channel.IMPORT)
    assert sealing.unseal(sealing.seal(vote, publics, sealing.padded_size(keys), "x"), privates, "x") == vote


def test_what_is_locked_for_one_opens_for_nobody_else() -> None:
    publics, privates = three_keys()
    sealed = sealing.lock(b"geheim", publics[:1], "a")
    assert sealing.unlock(sealed, [privates[1]], "a") == b"geheim"
    for key, bound in ((privates[2], "a"), (privates[1], "b")):
        with pytest.raises(sealing.DoesNotOpen):
            sealing.unlock(sealed, [key], bound)


def test_codes_avoid_look_alikes_and_hold_fifty_bits() -> None:
    assert not set(codes.ALPHABET) & set("0O1IL2Z5S8BUV")
    assert len(codes.ALPHABET) ** codes.LENGTH > 2**50
    assert codes.printable("ACDEFGHJKMNP") == "ACDE FGHJ KMNP"


def test_a_code_of_one_box_is_nothing_in_another() -> None:
    assert codes.digest_of(1, "acde-fghj kmnp") == codes.digest_of(1, "ACDEFGHJKMNP")
    assert codes.digest_of(1, "ACDEFGHJKMNP") != codes.digest_of(2, "ACDEFGHJKMNP")


def test_the_paper_says_what_still_fits() -> None:
    found = paper(RULES, OPTIONS, ["2"], "any")
    green = found.theme(1)
    assert {line.key: line.fits for line in green.lines} == {"1": False, "2": True}
    assert (green.left, found.cents, found.problems) == (10_00, 50_00, ())


def test_the_paper_mixes_the_options_but_not_the_themes() -> None:
    orders = {tuple(line.key for line in paper(RULES, OPTIONS, [], str(n)).theme(1).lines) for n in range(20)}
    assert orders == {("1", "2"), ("2", "1")}
    assert [t.name for t in paper(RULES, OPTIONS, []).themes] == ["Groen", "Samen"]


def test_the_paper_names_what_is_wrong() -> None:
    assert "Groen" in paper(RULES, OPTIONS, ["1", "2", "nonsense"]).problems[0]


@given(st.integers(0, 16**9 - 1))
def test_a_short_receipt_leads_back_to_the_long_one(number: int) -> None:
    start = f"{number:09x}"
    short = codes.receipt_code(start + "f" * 55)
    assert codes.receipt_start(short) == codes.receipt_start(short.lower().replace("-", " ")) == start


@pytest.mark.parametrize("typed", ["", "BN-ACDE", "BN-0000-0000", "BN-ACDE-FGHJ-K", "BN-9999-9999"])
def test_what_is_no_receipt_finds_nothing(typed: str) -> None:
    assert codes.receipt_start(typed) == ""


@pytest.mark.parametrize("typed", ["", "A", "ABC", "geen deel!", "é"])
def test_what_is_no_part_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="niet goed overgenomen"):
        from_text(typed)


def test_a_part_is_checked_with_two_bytes_and_an_envelope_is_as_small_as_can_be() -> None:
    assert len(as_text(bytes(33)).replace("-", "")) == 56  # 35 bytes
    assert (sealing.padded_size("123"), sealing.padded_size("1234")) == (64, 128)


@pytest.mark.parametrize(
    ("rules", "picks", "said"),
    [
        (RuleSet("Proef", max_cost=80_00, min_picks=2), "1", (1, 60_00, 80_00, 20_00, 0, 1, None)),
        (RuleSet("Proef", max_cost=80_00, max_picks=2), "12", (2, 110_00, 80_00, 0, 30_00, 0, 0)),
        (RuleSet("Proef", max_cost_per_category={"Groen": 60_00}), "12", (2, 110_00, 60_00, 0, 50_00, 0, None)),
        (RuleSet("Proef", max_picks=1), "123", (3, 150_00, None, 0, 0, 0, -2)),
        (RuleSet("Proef", max_cost=99_00, max_cost_per_category={"Groen": 90_00}), "13",
         (2, 100_00, 99_00, 0, 1_00, 0, None)),
    ],
)  # fmt: skip
def test_the_bar_counts_against_the_nearest_limit(rules: RuleSet, picks: str, said: tuple[int | None, ...]) -> None:
    facts = (("1", 60_00, "Groen"), ("2", 50_00, "Groen"), ("3", 40_00, "Samen"))
    options = [Option(key=key, title=key, cents=cents, category=theme) for key, cents, theme in facts]
    found = paper(rules, options, tuple(picks))
    at = found.standing(found.theme(1))
    assert (at.picks, at.cents, at.limit, at.left, at.over, at.least, at.more) == said
    assert at.surplus == max(0, -(at.more or 0))


@pytest.mark.parametrize("language", ["ar", "tr"])
@pytest.mark.parametrize(
    "limits",
    [{"max_cost": 80_00}, {"max_cost_per_category": {"Groen": 60_00}}, {"max_picks": 1}, {"min_picks": 3}],
    ids=lambda limits: next(iter(limits)),
)
def test_what_is_wrong_is_said_in_a_language_that_the_method_does_not_speak(
    limits: dict[str, Any], language: str
) -> None:
    options = [Option(key=key, title=key, cents=50_00, category="Groen") for key in "12"]
    with override(language):
        said = " ".join(paper(RuleSet("Proef", **limits), options, ("1", "2")).problems)
    assert said and not {"Kies", "koos", "Uw", "plannen"} & set(said.split())
