"""The mailed code for a new address: kept as a check, few tries, once, for a short time."""

import json
import re
import time
from typing import Any
from unittest.mock import patch

import pytest
from django.core import mail

from samenspel.kernel.action import Refused
from samenspel.kernel.people import new_email

ME, OTHER = 1, 2


@pytest.fixture
def session() -> dict[str, Any]:
    """A session in which a code was asked for."""
    asked: dict[str, Any] = {}
    new_email.ask(asked, ME, " Nieuw@example.org ")
    return asked


def mailed() -> str:
    return str(re.findall(r"\b\d{6}\b", str(mail.outbox[-1].body))[0])


def test_the_code_proves_the_address_once(session: dict[str, Any]) -> None:
    assert new_email.answer(session, ME, f" {mailed()[:3]} {mailed()[3:]}") == "nieuw@example.org"
    assert session == {} and new_email.answer(session, ME, mailed()) is None


def test_the_session_does_not_hold_the_code(session: dict[str, Any]) -> None:
    assert mailed() not in json.dumps(session)


def test_the_same_code_leaves_another_check_each_time() -> None:
    checks = set()
    with patch("secrets.choice", return_value="7"):
        for account in (ME, ME, OTHER):
            asked: dict[str, Any] = {}
            new_email.ask(asked, account, "nieuw@example.org")
            checks.add(asked["new_email"]["check"])
    assert len(checks) == 3


def test_after_a_few_tries_even_the_right_code_is_too_late(session: dict[str, Any]) -> None:
    for _try in range(new_email.TRIES):
        assert new_email.answer(session, ME, "geraden") is None
    assert new_email.answer(session, ME, mailed()) is None
    assert session == {}


def test_tries_at_the_same_moment_are_counted_too(session: dict[str, Any]) -> None:
    """Each request reads the session as it was before the others wrote theirs."""
    for _try in range(new_email.TRIES):
        assert new_email.answer(json.loads(json.dumps(session)), ME, "geraden") is None
    assert new_email.answer(session, ME, mailed()) is None


def test_a_code_ends_after_a_quarter_of_an_hour(session: dict[str, Any]) -> None:
    late = time.time() + new_email.MINUTES * 60 + 1
    with patch("samenspel.kernel.people.new_email.time.time", return_value=late):
        assert new_email.answer(session, ME, mailed()) is None


def test_a_code_is_for_one_account_and_one_address(session: dict[str, Any]) -> None:
    assert new_email.answer(dict(session), OTHER, mailed()) is None
    session["new_email"]["email"] = "iemand@example.org"
    assert new_email.answer(session, ME, mailed()) is None


def test_asking_again_and_again_is_refused(session: dict[str, Any]) -> None:
    for _more in range(new_email.PER_HOUR - 1):
        new_email.ask(session, ME, "nieuw@example.org")
    with pytest.raises(Refused):
        new_email.ask(session, ME, "nieuw@example.org")
    assert len(mail.outbox) == new_email.PER_HOUR
