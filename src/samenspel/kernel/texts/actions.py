"""Keeping and erasing words. Plain functions, used inside the actions of rooms."""

from django.utils.translation import gettext_lazy as _

from samenspel.contracts.actor import Actor
from samenspel.kernel.action import BadInput, keep
from samenspel.kernel.journal.chain import digest, new_salt
from samenspel.kernel.journal.clock import now
from samenspel.kernel.people.own_data import eraser
from samenspel.kernel.texts.markdown import cleaned
from samenspel.kernel.texts.models import Text

LONGEST = 40_000  # characters; a story of 3,000 words fits twice


def write_text(body: str, *, by: Actor, person: int | None = None, language: str = "nl") -> Text:
    """Keep what somebody wrote or said, and whether a helper wrote it down."""
    body = cleaned(body)
    if len(body) > LONGEST:
        raise BadInput(_("Deze tekst is te lang. Maak hem korter dan 40.000 tekens, of knip hem in tweeën."))
    salt = new_salt()
    helped = bool(by.on_behalf_of)
    return keep(
        Text(
            body=body, language=language, person=person or by.person, salt=salt, digest=digest(salt, body),
            read_back=helped and by.read_back, helpers_words=helped and not by.read_back,
        )
    )  # fmt: skip


@eraser("texts")
def erase_texts(person: int) -> int:
    """Withdraw everything that a person wrote; digests stay, so proofs keep working. Returns how many."""
    theirs = Text.objects.filter(person=person, erased_at=None)
    return theirs.update(body="", salt="", erased_at=now(), person=None)


def erase_text(text: Text) -> None:
    """Withdraw one text."""
    Text.objects.filter(pk=text.pk, erased_at=None).update(body="", salt="", erased_at=now(), person=None)
