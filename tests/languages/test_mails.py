"""The mails to somebody who reads Arabic or Turkish: not a word of the house is left in Dutch."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

from samenspel.kernel.journal.notices import TELLERS
from samenspel.kernel.news.happened import HAPPENED, happened
from samenspel.kernel.news.queries import Line
from tests.languages.missing import watched

ACCOUNT = ("account_already_exists", "email_confirmation", "login_code", "unknown_account")
LINE = Line(timezone.now(), "", "", "PR-7K4R", "/d/PR-7K4R/")
FACTS: dict[str, object] = {"told": [LINE], "followed": [LINE], "code": "123456", "days": 7, "minutes": 3}


def written() -> list[str]:
    """Every mail, with and without the lines that depend on how many there are."""
    names = [f"account/email/{name}_{part}.txt" for name in ACCOUNT for part in ("subject", "message")]
    names += ["news/mail/confirm.txt", "people/mail/new_email.txt", "people/mail/email_changed.txt"]
    facts = [(name, FACTS) for name in names]
    facts += [("news/mail/news.txt", {**FACTS, "more": more}) for more in (0, 1, 3)]
    return [str(render_to_string(name, known)) for name, known in facts]


@pytest.mark.parametrize("language", ["ar", "tr"])
def test_a_mail_is_in_the_language_of_the_reader(language: str) -> None:
    with watched(language) as missing, override(language):
        assert all(written())
        assert all(str(happened(verb)) for verb in {*HAPPENED, *TELLERS})
    assert sorted(missing.asked) == []
