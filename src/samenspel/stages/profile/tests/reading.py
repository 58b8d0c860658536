"""An editor of the Indische Buurt with a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenspel.contracts.actor import Role
from samenspel.kernel.access import actions as access
from samenspel.kernel.tests.cast import Cast
from samenspel.stages.profile.models import FigureDraft
from samenspel.stages.profile.tests.conftest import STAFF, Indische

HERE = "/indische-buurt/2026/profiel/cijfers/"
HEADER = "Gebiedscode;Naam;Aantal inwoners (aantal);Rapportcijfer groen"
FILE = f"""{HEADER}
BU0363MF01;Timorpleinbuurt Noord;1.250;7,5
BU0363MF02;Timorpleinbuurt Zuid;3.400;6,25
BU0363MF03;Makassarpleinbuurt;2.000;.
""".encode()


@dataclass
class Desk:
    """What an editor does on the pages, in few words."""

    client: Client

    def bring(self, data: bytes = FILE, name: str = "groen 2024.csv") -> FigureDraft:
        """Bring a file; it is looked at."""
        answer = self.client.post(f"{HERE}inlezen/", {"file": SimpleUploadedFile(name, data)})
        assert answer.status_code == 302, main_of(answer.content.decode())
        return FigureDraft.objects.get(pk=int(answer["Location"].rstrip("/").rpartition("/")[2]))

    def see(self, draft: FigureDraft) -> str:
        """The page of a file."""
        answer = self.client.get(f"{HERE}inlezen/{draft.pk}/")
        assert answer.status_code == 200
        return answer.content.decode()

    def act(self, draft: FigureDraft, what: str, **sent: str) -> FigureDraft:
        """A button."""
        answer = self.client.post(f"{HERE}inlezen/{draft.pk}/{what}/", sent)
        assert answer.status_code == 302, main_of(answer.content.decode())
        return FigureDraft.objects.filter(pk=draft.pk).first() or draft

    def correct(self, draft: FigureDraft, **changed: str) -> str:
        """Change some fields of the form, told by their label, and send all of it; what the page then says."""
        address = f"{HERE}inlezen/{draft.pk}/verbeteren/"
        page = self.client.get(address).content.decode()
        sent = fields(page)
        labels = {re.sub(r"<.*", "", words).strip(): name for name, words in LABEL.findall(page)}
        for label, value in changed.items():
            sent[labels[label]] = value
        return self.client.post(address, sent, follow=True).content.decode()


LABEL = re.compile(r'<label[^>]* for="id_(\w+)">(.*?)</label>', re.S)
INPUT = re.compile(r'<input type="(?!submit|checkbox)\w+" name="(\w+)"(?: value="([^"]*)")?')
SELECT = re.compile(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', re.S)


def fields(page: str) -> dict[str, str]:
    """Everything in the form as a browser would send it."""
    main = page[page.index('<form class="form"') :]
    sent = {name: value for name, value in INPUT.findall(main) if name != "csrfmiddlewaretoken"}
    for name, options in SELECT.findall(main):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def desk_of(found: Indische, cast: Cast, client_as: Callable[[str], Client]) -> Desk:
    """The professional becomes editor of the Indische Buurt too."""
    person = cast.accounts["professional"].person
    assert person is not None
    access.give_mandate(found.place, by=STAFF, person=person, role=Role.EDITOR, given_by="test")
    return Desk(client_as("professional"))


def main_of(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", page[page.index("<main") :]).split())[:600]
