"""The pages of money and questions."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from samenspel.instruments.questions import actions as questions
from samenspel.instruments.questions.models import Question
from samenspel.kernel.cycle.models import Cycle
from samenspel.kernel.places.models import Place
from samenspel.kernel.tests.cast import Cast
from samenspel.kernel.tests.copies import that_many
from samenspel.stages.budget import actions
from samenspel.stages.budget.models import BudgetLine, BudgetSource
from samenspel.stages.budget.tests.conftest import HEAD, REGISTER, Record, take_in

As = Callable[[str], Client]
NASTY = "<script>alert(1)</script>\u202e'\"; DROP TABLE"


def _url(cycle: Cycle, name: str, code: str = "") -> str:
    return reverse(f"budget:{name}", args=[cycle.place.slug, cycle.slug, *([code] if code else [])])


def _ask(cycle: Cycle, cast: Cast, **facts: object) -> Question:
    given = {"title": "Wat kost het groen?", "body": "Ik zie geen bedrag.", "addressee": cast.parties["official"]}
    return questions.ask(cycle, by=cast.resident, **{**given, **facts})  # type: ignore[arg-type]


def test_empty_is_useful(client: Client, cycle: Cycle) -> None:
    page = client.get(_url(cycle, "index")).content.decode()
    assert "Eén vraag is genoeg om te beginnen." in page


@pytest.mark.parametrize("number", [1, 3, 200])
def test_eight_queries_at_most(
    client: Client, cycle: Cycle, cast: Cast, place: Place, number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    many = "".join(
        f"N-{i},{2016 + i % 5},Stichting {i},Regeling {i % 9},,1,{i + 1}00,,m,measured,\n" for i in range(number)
    )
    source = take_in(place, cast, (HEAD + many).encode())
    record = partial(
        actions.record_line, cycle, by=cast.finance, source=source, year=2020, stage="granted", method="m",
        confidence="measured",
    )  # fmt: skip
    that_many(number, lambda n: record(title=f"Lijn {n}", cents=n))
    that_many(number, lambda n: _ask(cycle, cast, title=f"Vraag {n}"))
    for name in ("index", "grants", "city", "sources", "lines", "questions"):
        with django_assert_max_num_queries(8):
            assert client.get(_url(cycle, name)).status_code == 200


def test_money_is_shown_with_how_sure_it_is(client: Client, cycle: Cycle, register: BudgetSource, cast: Cast) -> None:
    actions.count_residents(cycle.place, by=cast.finance, year=2020, residents=100, source="CBS")
    page = client.get(_url(cycle, "index")).content.decode()
    for words in ("9.400", "59.400", "verdeeld", "geschat", "100 inwoners in 2020 (CBS)"):
        assert words in page


def test_grants_can_be_chosen_from_a_list(client: Client, cycle: Cycle, register: BudgetSource) -> None:
    url = _url(cycle, "grants")
    page = client.get(url, {"jaar": "2020", "regeling": "Sociale basis", "page": "zoveel"}).content.decode()
    assert "Buurthuis" in page and "Stichting Meevaart" not in page
    assert "(Particulier)" in client.get(url).content.decode()


def test_a_strange_choice_gets_a_friendly_answer(client: Client, cycle: Cycle, register: BudgetSource) -> None:
    for name, choice in (
        ("grants", {"jaar": "1' OR 1=1"}),
        ("grants", {"regeling": "x" * 3000}),
        ("questions", {"soort": "x"}),
    ):
        answer = client.get(_url(cycle, name), choice)
        assert answer.status_code == 400 and "Kies uit de lijst" in answer.content.decode()


def test_a_file_comes_in_through_the_page(client_as: As, cycle: Cycle) -> None:
    facts = {"public_body": "Gemeente", "document": "Register", "stage": "granted"}
    finance = client_as("finance")
    answer = finance.post(
        _url(cycle, "import_grants"), {**facts, "file": SimpleUploadedFile("a.csv", REGISTER)}, follow=True
    )
    assert "4 rijen gelezen" in answer.content.decode()
    wrong = SimpleUploadedFile("a.csv", REGISTER[:-40])
    page = finance.post(_url(cycle, "import_grants"), {**facts, "file": wrong}).content.decode()
    assert "Er is niets ingelezen." in page and 'value="Register"' in page


def test_a_line_is_recorded_and_corrected_with_forms(
    client_as: As, cycle: Cycle, register: BudgetSource, cast: Cast
) -> None:
    facts = {
        "title": "Groen", "source": register.pk, "year": 2019, "stage": "granted", "cents": "1.250,50",
        "confidence": "measured", "method": "Uit de begroting", "owner": cast.parties["provider"].pk,
    }  # fmt: skip
    client_as("finance").post(_url(cycle, "record"), facts)
    line = BudgetLine.objects.get()
    assert line.cents == 125_050
    right = {"cents": "1300", "confidence": "measured", "reason": "Het was meer."}
    client_as("provider").post(_url(cycle, "correct", line.code), right)
    page = client_as("").get(_url(cycle, "budget_line", line.code)).content.decode()
    assert "1.250,50" in page and "1.300" in page and "Het was meer." in page


def test_a_wrong_amount_keeps_what_was_typed(client_as: As, cycle: Cycle, register: BudgetSource) -> None:
    facts = {"title": "Mijn groen", "source": register.pk, "year": 2019, "stage": "granted", "confidence": "measured"}
    finance = client_as("finance")
    for cents in ("-5", "1,5", "1.2.3", "veel", "", "9" * 30):
        page = finance.post(_url(cycle, "record"), {**facts, "cents": cents, "method": "m"}).content.decode()
        assert "Mijn groen" in page and "error" in page
    assert not BudgetLine.objects.exists()


def test_anybody_asks_without_account(client: Client, cycle: Cycle, cast: Cast, line: BudgetLine) -> None:
    facts = {
        "title": "Waarom zo veel?",
        "body": "Het lijkt mij veel.",
        "kind": "budget",
        "addressee_name": "De gemeente",
    }
    client.post(f"{_url(cycle, 'ask')}?over={line.code}", {**facts, "name": "Mo", "contact": "06-12345678"})
    asked = questions.let_through(Question.objects.get(), by=cast.professional)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "nog 42 dagen" in page and "Groen" in page
    assert "Mo" not in page.split("<main")[1].split("</main")[0].split() and "06-123" not in page
    assert "Waarom zo veel?" in client.get(_url(cycle, "budget_line", line.code)).content.decode()


def test_a_council_member_reads_beforehand_what_will_stand_with_the_question(client_as: As, cycle: Cycle) -> None:
    words = "Bij uw vraag staat dat u dit vraagt als: een raadslid of commissielid."
    pages = {who: [client_as(who).get(_url(cycle, form)).content.decode() for form in ("ask", "ask_rule")]
             for who in ("councillor", "resident")}  # fmt: skip
    assert all(words in page for page in pages["councillor"])
    assert not any("Bij uw vraag staat" in page for page in pages["resident"])


def test_a_date_that_has_passed_is_refused(client: Client, cycle: Cycle) -> None:
    facts = {
        "title": "Vraag",
        "body": "Mijn vraag",
        "kind": "budget",
        "addressee_name": "De gemeente",
        "due": "1-1-2020",
    }
    page = client.post(_url(cycle, "ask"), facts).content.decode()
    assert "Mijn vraag" in page and not Question.objects.exists()


def test_a_bad_link_is_refused_beside_its_field(client: Client, cycle: Cycle) -> None:
    facts = {"title": "Vraag", "body": "Mijn vraag", "kind": "budget", "addressee_name": "De gemeente"}
    page = client.post(_url(cycle, "ask"), {**facts, "document": "javascript:alert(1)"}).content.decode()
    assert "Dit is geen webadres" in page and not Question.objects.exists()


def test_the_clock_runs_out_in_sight(client: Client, cycle: Cycle, cast: Cast) -> None:
    asked = _ask(cycle, cast, on=timezone.localdate() - timedelta(days=45))
    for url in (_url(cycle, "index"), _url(cycle, "questions"), _url(cycle, "question", asked.code)):
        assert "3 dagen te laat" in client.get(url).content.decode()


def test_answer_and_judgement_in_the_browser(client_as: As, cycle: Cycle, cast: Cast) -> None:
    asked = _ask(cycle, cast)
    said = {"text": "Het kost **3.000 euro**.", "name": "Esra, gebiedsteam", "document": "https://example.org/stuk.pdf"}
    client_as("official").post(_url(cycle, "answer", asked.code), said)
    client_as("resident").post(_url(cycle, "judge", asked.code), {"satisfied": "no", "words": "Waarom?"})
    page = client_as("").get(_url(cycle, "question", asked.code)).content.decode()
    for words in (
        "<strong>3.000 euro</strong>",
        "Esra, gebiedsteam",
        "https://example.org/stuk.pdf",
        "niet tevreden",
        "Waarom?",
    ):
        assert words in page


def test_a_rule_is_named_and_answered(client: Client, client_as: As, cycle: Cycle, cast: Cast) -> None:
    facts = {
        "title": "Geen stoep zonder vergunning",
        "body": "Ik wil bloemen.",
        "addressee": cast.parties["official"].pk,
    }
    client.post(_url(cycle, "ask_rule"), facts)
    rule = questions.let_through(Question.objects.get(kind="rule"), by=cast.professional)
    official = client_as("official")
    assert "Wat voor antwoord is het?" in official.get(_url(cycle, "answer", rule.code)).content.decode()
    official.post(_url(cycle, "answer", rule.code), {"text": "Tot 45 cm.", "name": "Esra", "verdict": "possible"})
    assert "Het kan, en wel zo" in client.get(_url(cycle, "question", rule.code)).content.decode()


def test_passing_on_in_the_browser(client_as: As, cycle: Cycle, cast: Cast) -> None:
    asked = _ask(cycle, cast)
    to = {"to": cast.parties["provider"].pk, "reason": "Dit doet welzijn."}
    client_as("official").post(_url(cycle, "forward", asked.code), to)
    client_as("provider").post(_url(cycle, "accept", asked.code), {})
    assert Question.objects.get().addressee == cast.parties["provider"]


FORMS = ("answer", "judge", "forward", "accept", "decline", "hide", "show")
LINE_FORMS = ("correct", "pay", "withdraw")
OPEN_FORMS = ("record", "import_grants", "import_task_fields", "residents", "publish", "add_source", "ask", "ask_rule")


def test_every_form_opens(client_as: As, cycle: Cycle, cast: Cast, line: BudgetLine) -> None:
    asked, browser = _ask(cycle, cast), client_as("professional")
    pages = [_url(cycle, n, asked.code) for n in FORMS] + [_url(cycle, n, line.code) for n in LINE_FORMS]
    correct = _url(cycle, "correct", line.code)
    for url in [*pages, *(_url(cycle, n) for n in OPEN_FORMS)]:
        answer = (client_as("finance") if url == correct else browser).get(url)
        assert answer.status_code == 200 and "<form" in answer.content.decode(), url


def test_nasty_words_do_nothing(client: Client, cycle: Cycle, cast: Cast, record: Record) -> None:
    line = record(title=NASTY, method=NASTY, decides=NASTY)
    asked = _ask(cycle, cast, title=NASTY, body=NASTY, addressee=None, addressee_name=NASTY[:100], about=line.node)
    questions.answer(asked, by=cast.official, text=NASTY, name=NASTY[:100])
    urls = [_url(cycle, n) for n in ("index", "lines", "questions", "sources")]
    for url in [*urls, _url(cycle, "budget_line", line.code), _url(cycle, "question", asked.code)]:
        assert "<script>alert" not in client.get(url).content.decode()


def test_a_nasty_file_does_nothing(client: Client, cycle: Cycle, place: Place, cast: Cast) -> None:
    out = io.StringIO()
    csv.writer(out).writerow(["1", "2020", NASTY, NASTY, NASTY, "1", "100", "", NASTY[:60], "measured", NASTY])
    take_in(place, cast, (HEAD + out.getvalue()).encode(), document=NASTY, note=NASTY)
    for name in ("index", "grants", "sources"):
        page = client.get(_url(cycle, name)).content.decode()
        assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_hidden_question_has_no_page(client: Client, client_as: As, cycle: Cycle, cast: Cast) -> None:
    asked = _ask(cycle, cast, title="Geheime vraag")
    client_as("professional").post(_url(cycle, "hide", asked.code), {"reason": "Noemt een buur."})
    assert client.get(_url(cycle, "question", asked.code)).status_code == 404
    for name in ("index", "questions"):
        assert "Geheime vraag" not in client.get(_url(cycle, name)).content.decode()
