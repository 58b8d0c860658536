"""Counting and checking from the command line, as a stranger would."""

import json
from pathlib import Path
from typing import Any

import pytest

from samenspel_methods.allocation.command import main
from samenspel_methods.allocation.command.showing import Bar

ASSEN = str(Path(__file__).parent / "data" / "Netherlands_Assen_2024.pb")
SHARES = ("--rule", "equal-shares", "--completion", "add1")


def tally(capsys: pytest.CaptureFixture[str], *asked: str) -> Any:
    assert main("tally", [ASSEN, *asked, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_outcome_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = tally(capsys, *SHARES)
    assert found["order"] == ["3", "9", "2", "11", "13", "14", "5", "6", "12"]
    assert found["winners"] == sorted(found["order"]) and found["total_cost"] == 76_700
    assert (found["exact"], found["runs"], found["share"]) == (True, 845, "42703/21")
    assert found["seconds_cpu"] > 0


def test_the_outcome_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("tally", [ASSEN, *SHARES, "--language", "nl", "--explain", "3", "--compare", "greedy"]) == 0
    said = capsys.readouterr().out
    assert "9 van 14 plannen krijgen geld. Samen € 76.700 van € 100.000" in said
    assert "Iedere kiezer had" in said and "greedy: " in said


def test_rules_side_by_side_and_reasons_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = tally(capsys, *SHARES, "--compare", "greedy", "equal-shares/add1eu", "--explain", "3")
    assert len(found["compared"]["equal-shares/add1eu"]["winners"]) == 10
    assert found["compared"]["greedy"]["rule"] == "greedy_skip" and found["explained"]["3"]


@pytest.mark.parametrize("rules", [SHARES, ("--rule", "greedy"), ("--rule", "phragmen"), ("--reglement", "own")])
def test_a_certificate_that_a_stranger_checks(rules: tuple[str, ...], tmp_path: Path, capsys: Any) -> None:
    paper = tmp_path / "uitslag.json"
    tally(capsys, *rules, "--certificate", str(paper))
    assert main("verify-result", [ASSEN, str(paper), "--language", "en"]) == 0
    assert "agrees" in capsys.readouterr().out
    other = Path(__file__).parent / "data" / "Netherlands_Amsterdam_643.pb"
    assert main("verify-result", [str(other), str(paper)]) == 1
    assert capsys.readouterr().out


def test_rules_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from samenspel_methods.allocation.reglement import Reglement
    from samenspel_methods.allocation.reglement.file import write

    rules = tmp_path / "regels.json"
    rules.write_text(write(Reglement(rule="equal_shares", completion="add1eu")), encoding="utf-8")
    assert len(tally(capsys, "--reglement", str(rules))["winners"]) == 10


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--reglement", "weg.json"], "weg.json"),
        (["--compare", "loten"], "loten"),
        (["--explain", "99"], "99"),
        (["--completion", "add1", "--rule", "equal-shares", "--reglement", "oost-2024"], "telling"),
    ],
)
def test_what_cannot_be_done_is_said(asked: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main("tally", [ASSEN, *asked, "--language", "nl"]) == 1
    wrong = capsys.readouterr()
    assert says in wrong.err and "Traceback" not in wrong.err


@pytest.mark.parametrize("text", ["", "geen bestand", "META\nkey;value\nbudget;0\nPROJECTS\n", "\x00" * 40])
def test_a_file_that_is_none(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "half.pb"
    file.write_text(text, encoding="utf-8")
    assert main("tally", [str(file), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["says"]
    assert main("tally", [str(tmp_path / "weg.pb")]) == 1


def test_a_bar_only_on_a_terminal_and_only_for_long_work(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for seconds, terminal in ((2, False), (0.5, True), (2, True)):
        monkeypatch.setattr("sys.stderr.isatty", lambda terminal=terminal: terminal)
        bar = Bar(lambda seconds=seconds: seconds)  # type: ignore[misc]
        bar(50, 100)
        bar.end()
        shown = capsys.readouterr().err
        assert ("50 %" in shown) == (terminal and seconds > 1)


def test_a_certificate_of_a_vote_with_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    votes = "voter_id;vote;voting_method\n1;a;web\n2;a;web\n3;b;paper\n"
    file, rules, paper = tmp_path / "a.pb", tmp_path / "r.json", tmp_path / "c.json"
    meta = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;5\nvote_type;approval\n"
    head = f"{meta}PROJECTS\nproject_id;cost\na;5\nb;4\n"
    file.write_text(f"{head}VOTES\n{votes}", encoding="utf-8")
    half = [{"channel": "web", "share": "1/2"}, {"channel": "paper", "share": "1/2"}]
    rules.write_text(json.dumps({"version": 1, "rule": "greedy_skip", "weights": half}), encoding="utf-8")
    asked = [str(file), "--reglement", str(rules), "--certificate", str(paper), "--json"]
    assert main("tally", asked) == 0 and json.loads(capsys.readouterr().out)["winners"] == ["b"]
    assert main("verify-result", [str(file), str(paper)]) == 0


HEAD = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;5\nvote_type;approval\n"
PLANS = "PROJECTS\nproject_id;cost\na;5\nb;4\nVOTES\nvoter_id;vote\n"


@pytest.mark.parametrize(
    ("votes", "code", "line"), [("1;a\n2;b\n", "wrong_count", 4), ("1;a\n2;b\n3;zz\n", "unknown_project", 15)]
)
def test_a_vote_that_is_not_whole_is_not_counted_unasked(
    votes: str, code: str, line: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cut.pb"
    file.write_text(HEAD + PLANS + votes, encoding="utf-8")
    assert main("tally", [str(file), "--json"]) == 1
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], error["line"]) == (code, line) and error["says"]
    assert main("tally", [str(file), "--lenient"]) == 0 and capsys.readouterr().err


def test_a_loser_hears_what_would_have_been_enough(capsys: pytest.CaptureFixture[str]) -> None:
    for rules in (("--rule", "equal-shares"), ("--rule", "greedy")):
        why = tally(capsys, *rules, "--explain", "7")["explained"]["7"]
        assert "more vote" in why and "more in the pot" in why
