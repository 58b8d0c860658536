"""Walks through the pages as a person does: reads links and labels, fills the fields it sees, presses the button.

Every field that was on the page travels along, hidden ones too, and the CSRF token counts. Nothing is posted that
no form on the page offers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from samenspel.kernel.people.models import Account
from tests.journeys.html import Tag, parse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OPTIONAL = "(mag leeg blijven)"
ONWARD = "Ga verder"
Values = Mapping[str, Any]


class Walker:
    """One person with a browser."""

    def __init__(self, account: Account | None = None) -> None:
        self.client = Client(enforce_csrf_checks=True)
        if account is not None:
            self.client.force_login(account, backend=BACKEND)
        self.url, self.page, self.status = "/", Tag(""), 0
        self.answer = HttpResponse()

    def go(self, url: str, status: int | None = 200) -> Walker:
        """Open a page; without a status any answer will do."""
        self._arrive(self.client.get(urljoin(self.url, url), follow=True), urljoin(self.url, url), status)
        return self

    def click(self, label: str, nth: int = 0) -> Walker:
        """Follow a link by the words on it."""
        found = [a for a in self.page.all("a") if a.text == label and "href" in a.attrs]
        if len(found) <= nth:
            pytest.fail(f"no link {label!r} on {self.url}; there are: {sorted({a.text for a in self.page.all('a')})}")
        return self.go(found[nth].attrs["href"])

    def send(self, button: str = "", values: Values | None = None, status: int = 200) -> Walker:
        """Fill in by label, press the button (the big one if not named), and fail with the words of a no."""
        self.post(button, values)
        said = self.complaints()
        if self.status != status or (said and status == 200):
            pytest.fail(f"{button!r} at {self.url} gave {self.status}: {said or self.page.text[:600]}")
        return self

    def post(self, button: str, values: Values | None = None) -> Walker:
        """Press the button, whatever comes of it; where it is not there yet, answer screen after screen."""
        left = dict(values or {})
        while button and button not in self._buttons() and ONWARD in self._buttons():
            form, _pressed = self._form(ONWARD)
            asked = {words for words, *_ in _labelled(form)}
            self._press(ONWARD, {label: left.pop(label) for label in list(left) if label in asked})
            if self.complaints() or self.status != 200:
                return self
        return self._press(button, left)

    def _buttons(self) -> set[str]:
        return {pressed.text for form in self.page.all("form") for pressed in form.all("button")}

    def _press(self, button: str, values: Values | None = None) -> Walker:
        form, pressed = self._form(button)
        data = _data(form)
        if pressed.attrs.get("name"):
            data[pressed.attrs["name"]] = [pressed.attrs.get("value", "")]
        for label, value in (values or {}).items():
            _fill(form, data, label, value, self.url)
        target = urljoin(self.url, form.attrs.get("action", "") or self.url)
        self._arrive(self.client.post(target, data, follow=True), target, None)
        return self

    def complaints(self) -> list[str]:
        """What the page says is wrong."""
        boxes = list(self.page.with_class("error-summary"))
        return [item.text for box in boxes for item in box.all("li")] or [box.text for box in boxes]

    def has(self, words: str) -> bool:
        """Whether a reader of this page finds these words."""
        return words in self.page.text

    def code(self) -> str:
        """The code in the address of the page."""
        return next(p for p in reversed(urlsplit(self.url).path.split("/")) if "-" in p and p.isupper())

    def _form(self, button: str) -> tuple[Tag, Tag]:
        seen = []
        for form in self.page.all("form"):
            for pressed in form.all("button"):
                seen.append(pressed.text)
                if pressed.text == button or (not button and "form" in form.attrs.get("class", "").split()):
                    return form, pressed
        return pytest.fail(f"no button {button!r} on {self.url}; there are: {seen}; page: {self.page.text[:300]}")

    def _arrive(self, answer: Any, url: str, status: int | None) -> None:
        last = answer.redirect_chain[-1][0] if answer.redirect_chain else url
        self.url, self.status, self.answer = urljoin(url, last), answer.status_code, answer
        kind = answer.headers.get("Content-Type", "")
        self.page = parse(answer.content.decode()) if kind.startswith("text/html") else Tag("")
        if status is not None and self.status != status:
            pytest.fail(f"{self.url} gave {self.status}: {self.page.text[:600]}")


def _data(form: Tag) -> dict[str, list[Any]]:
    """What the form would send as it stands."""
    data: dict[str, list[Any]] = {}
    for control in form.all("input", "textarea", "select"):
        name, kind = control.attrs.get("name", ""), control.attrs.get("type", "text")
        if not name or kind in ("file", "submit"):
            continue
        data.setdefault(name, [])
        if control.name == "textarea":
            data[name].append(control.raw.removeprefix("\n"))
        elif control.name == "select":
            data[name] += [o.attrs.get("value", o.text) for o in control.all("option") if "selected" in o.attrs]
        elif kind not in ("checkbox", "radio") or "checked" in control.attrs:
            data[name].append(control.attrs.get("value", "on" if kind in ("checkbox", "radio") else ""))
    return data


def _fill(form: Tag, data: dict[str, list[Any]], label: str, value: Any, url: str) -> None:
    field, controls = _field(form, label, url)
    kind = controls[0].attrs.get("type", "text")
    name = controls[0].attrs["name"]
    if kind == "file":
        data[name] = [SimpleUploadedFile(*value) if isinstance(value, tuple) else value]
    elif kind in ("checkbox", "radio") and not isinstance(value, bool):
        wanted = [value] if isinstance(value, str) else list(value)
        data[name] = [_choice(field, w, url) for w in wanted]
    elif kind == "checkbox":
        data[name] = [controls[0].attrs.get("value", "on")] if value else []
    elif controls[0].name == "select":
        data[name] = [_option(controls[0], str(value), url)]
    else:
        data[name] = [value]


def _field(form: Tag, label: str, url: str) -> tuple[Tag, list[Tag]]:
    """The field with this label: what is around it and its controls."""
    labels = _labelled(form)
    for words, around, controls in labels:
        if words == label:
            return around, controls
    return pytest.fail(f"no field {label!r} on {url}; there are: {[words for words, *_ in labels]}")


def _labelled(form: Tag) -> list[tuple[str, Tag, list[Tag]]]:
    """Every field with its label, what is around it and its controls."""
    by_id = {c.attrs["id"]: c for c in form.all("input", "textarea", "select") if "id" in c.attrs}
    labels = []
    for group in form.all("fieldset"):
        legend = next(group.all("legend"), None)
        choices = [c for c in group.all("input") if c.attrs.get("type") in ("checkbox", "radio")]
        if legend and choices and "field" in group.attrs.get("class", "").split():
            labels.append((_words(legend), group, choices))
    for tag in form.all("label"):
        if tag.attrs.get("for") in by_id:
            bold = next(tag.all("b"), tag)
            labels.append((_words(bold), tag, [by_id[tag.attrs["for"]]]))
    return labels


def _words(tag: Tag) -> str:
    return tag.text.replace(OPTIONAL, "").strip()


def _choice(group: Tag, wanted: str, url: str) -> str:
    """The value behind a row to tick; its words or its value may be given."""
    rows = {}
    for label in group.all("label"):
        control = next(label.all("input"), None)
        if control is not None:
            rows[label.text] = rows[control.attrs.get("value", "on")] = control.attrs.get("value", "on")
    found = rows.get(wanted) or next((v for k, v in rows.items() if k.startswith(wanted)), None)
    return found or pytest.fail(f"no choice {wanted!r} on {url}; there are: {list(rows)}")


def _option(select: Tag, wanted: str, url: str) -> str:
    options = {o.text: o.attrs.get("value", o.text) for o in select.all("option")}
    if wanted in options:
        return options[wanted]
    if wanted in options.values():
        return wanted
    starts = [v for k, v in options.items() if k.startswith(wanted)]
    return starts[0] if starts else pytest.fail(f"no option {wanted!r} on {url}; there are: {list(options)}")
