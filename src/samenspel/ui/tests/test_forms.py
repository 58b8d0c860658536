"""Fields that understand how people write, and errors that say what to do."""

from datetime import date, timedelta
from typing import Any

import pytest
from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.utils import timezone

from samenspel.ui.forms import CodeField, ContactField, DayField, EuroField, LongTextField, PlainForm, ShortTextField


class Sample(PlainForm):
    title = ShortTextField(max_length=10)
    amount = EuroField(required=False, max_cents=1_000_000)
    email = forms.EmailField(required=False)
    topic = forms.ChoiceField(choices=[("a", "A")], required=False)
    count = forms.IntegerField(min_value=1, required=False)


def errors(**data: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in found] for name, found in Sample(data).errors.items()}


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1.250,50", 125050), ("1250", 125000), ("€ 1.250", 125000), ("1 250,00", 125000), ("1250,-", 125000),
        ("1.250", 125000), ("12.50", 1250), ("0", 0), ("1\u00a0250", 125000), ("250 euro", 25000), ("0,05", 5),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(typed: str, cents: int) -> None:
    assert EuroField().clean(typed) == cents


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-5", "negative"), ("−5,00", "negative"), ("twaalf", "letters"), ("12,5", "cents"), ("12,345", "cents"),
        ("1.25", None), ("1,2,3", "cents"), ("1.2.3", "invalid"), ("12..5", "invalid"), ("", "required"),
        ("9" * 30, "invalid"), ("5\x00", "nul"), ("١٢ض", "letters"), ("--5", "invalid"),
    ],
)  # fmt: skip
def test_a_wrong_amount_says_what_is_wrong(typed: str, code: str | None) -> None:
    if code is None:
        assert EuroField().clean(typed) == 125
        return
    with pytest.raises(ValidationError) as caught:
        EuroField().clean(typed)
    assert caught.value.error_list[0].code == code


def test_an_amount_has_limits() -> None:
    assert "hoogstens" in errors(title="x", amount="10.000,01")["amount"][0]
    assert EuroField(min_cents=None).clean("-5,00") == -500


def test_stored_cents_come_back_as_an_amount() -> None:
    field = EuroField()
    assert [field.prepare_value(cents) for cents in (125050, 125000, 5)] == ["1.250,50", "1.250", "0,05"]
    assert field.clean(field.prepare_value(123_456_789)) == 123_456_789


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("pr 7k4r", "PR-7K4R"), ("PR–7K4R", "PR-7K4R"), ("Tulp brug 42", "tulp-brug-42"),
        ("tulp-brug-42", "tulp-brug-42"),
        ("PR7K4R", "PR7K4R"),
    ],
)  # fmt: skip
def test_codes_in_any_shape(typed: str, code: str) -> None:
    assert CodeField().clean(typed) == code


@pytest.mark.parametrize("typed", ["?!", "<b>", "a/b", "x\x00y"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        CodeField().clean(typed)


@pytest.mark.parametrize("typed", ["14-12-2026", "2026-12-14", "14/12/2026", "14 december 2026", "14 dec 2026"])
def test_days_as_people_write_them(typed: str) -> None:
    assert DayField().clean(typed) == date(2026, 12, 14)


def test_a_day_that_is_over_is_refused() -> None:
    today = timezone.localdate()
    assert DayField(not_before_today=True).clean(today.strftime("%d-%m-%Y")) == today
    with pytest.raises(ValidationError, match="al geweest"):
        DayField(not_before_today=True).clean((today - timedelta(days=1)).strftime("%d-%m-%Y"))


def test_texts_are_plain() -> None:
    found = errors(title="", email="x", topic="z", count="-3")
    assert found["title"] == ["Dit is nog leeg. Vul het in."]
    assert "e-mailadres" in found["email"][0]
    assert "Kies een ander" in found["topic"][0]
    assert "minstens 1" in found["count"][0]


def test_too_long_counts_for_you() -> None:
    assert errors(title="x" * 12)["title"] == ["Dit is te lang. Er is plaats voor 10 tekens. U heeft er 12."]


@pytest.mark.parametrize("field", [ShortTextField(), LongTextField(), EuroField(), CodeField(), DayField()])
def test_nul_never_gets_in(field: forms.Field) -> None:
    with pytest.raises(ValidationError):
        field.clean("een\x00twee")


def test_texts_of_a_field_of_somebody_else_stay() -> None:
    class Own(PlainForm):
        name = forms.CharField(error_messages={"required": "Eigen tekst."})

    assert Own({}).errors["name"] == ["Eigen tekst."]


def test_shared_validators_keep_their_own_text() -> None:
    errors(title="x", email="x")
    assert "e-mailadres. Een goed" not in str(validators.validate_email.message)


def test_fields_added_later_speak_plainly_too() -> None:
    form = Sample({"title": "x"})
    form.fields["late"] = forms.CharField()
    assert form.errors["late"] == ["Dit is nog leeg. Vul het in."]


@pytest.mark.parametrize(
    "typed", ["", "noor@voorbeeld.nl", "06-12 34 56 78", "+31 6 12345678", "bel 020 1234567, na zes uur", "٠٦١٢٣٤٥٦٧٨"]
)
def test_how_to_reach_somebody(typed: str) -> None:
    assert ContactField(required=False).clean(typed) == typed


@pytest.mark.parametrize("typed", ["06", "Noor", "noor@", "noor@thuis", "06-123", "@"])
def test_what_reaches_nobody_is_said(typed: str) -> None:
    with pytest.raises(ValidationError, match="Schrijf een e-mailadres of een telefoonnummer op"):
        ContactField(required=False).clean(typed)


@pytest.mark.parametrize(("typed", "good"), [("mijn ronde!", False), ("een/twee", False), ("2026-voorjaar", True)])
def test_a_name_in_an_address_is_explained_with_an_example(typed: str, good: bool) -> None:
    class Named(PlainForm):
        slug = forms.SlugField()

    found: list[str] = [str(error) for error in Named({"slug": typed}).errors.get("slug", [])]
    assert bool(found) != good
    assert all("2026-voorjaar" in text and "slug" not in text for text in found)
