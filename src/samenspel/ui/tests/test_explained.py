"""Help for a word: short, and there for every word that is used."""

import re

import pytest
from django.template import engines

from samenspel.contracts.explained import EXPLAINED
from tests.architecture.house import templates

USED = re.compile(r'{% explain "(\w+)" %}')


@pytest.mark.parametrize("key", EXPLAINED)
def test_help_is_closed_and_short(key: str) -> None:
    html = engines["django"].from_string('{% load ui %}{% explain "' + key + '" %}').render()
    assert html.startswith("<details") and " open" not in html.split(">")[0]
    assert len(EXPLAINED[key][1].split()) <= 30


def test_pages_explain_what_people_hesitate_about() -> None:
    used = {key for text in templates().values() for key in USED.findall(text)}
    assert used | {"readers", "names", "voice"} == EXPLAINED.keys()  # these three come from the form
