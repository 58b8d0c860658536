"""What can stand beside a story: a photo, a recording, a translation. They lie with the story, and go with it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.instruments.stories.models.story import Story
from samenspel.instruments.stories.states import Faces, PartState, SoundKind
from samenspel.kernel.journal.clock import now, today
from samenspel.kernel.people.models import Person
from samenspel.kernel.texts.models import Text


class StoryPhoto(models.Model):
    """The photo beside a story. It lies with the story itself, so that it goes wherever the story goes."""

    story = models.OneToOneField(
        Story, on_delete=models.PROTECT, related_name="photo", verbose_name=pgettext_lazy("field", "verhaal")
    )
    data = models.BinaryField(pgettext_lazy("field", "foto"))
    width = models.PositiveIntegerField(_("breedte in pixels"))
    height = models.PositiveIntegerField(_("hoogte in pixels"))
    alt = models.CharField(
        _("wat er op de foto staat"), max_length=250,
        help_text=_("In de taal van het verhaal, voor wie de foto niet ziet."),
    )  # fmt: skip
    faces = models.CharField(
        _("wie erop staat"), max_length=8, choices=Faces,
        help_text=_("Wie herkenbaar is, vindt het goed. Kinderen staan er nooit herkenbaar op."),
    )  # fmt: skip
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=PartState, default=PartState.NEW
    )
    added_at = models.DateTimeField(_("erbij gedaan op"), default=now, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "foto bij een verhaal")
        verbose_name_plural = pgettext_lazy("table", "foto’s bij verhalen")

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"


class StoryRecording(models.Model):
    """The voice of a teller. What is said is written out by somebody, for who cannot hear it."""

    story = models.OneToOneField(
        Story, on_delete=models.PROTECT, related_name="recording", verbose_name=pgettext_lazy("field", "verhaal")
    )
    data = models.BinaryField(pgettext_lazy("field", "opname"))
    kind = models.CharField(_("soort bestand"), max_length=12, choices=SoundKind)
    transcript = models.ForeignKey(
        Text, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wat er gezegd wordt")
    )
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=PartState, default=PartState.NEW
    )
    added_at = models.DateTimeField(_("erbij gedaan op"), default=now, editable=False, db_index=True)

    class Meta:
        verbose_name = _("opname van een verhaal")
        verbose_name_plural = _("opnamen van verhalen")

    def __str__(self) -> str:
        return self.kind

    @property
    def written_apart(self) -> Text | None:
        """What is said, when that is not what the story says already."""
        return self.transcript if self.transcript_id != self.story.words_id else None


class StoryTranslation(models.Model):
    """A story in another language, typed by a person who says so."""

    story = models.ForeignKey(
        Story, on_delete=models.PROTECT, related_name="translations", verbose_name=pgettext_lazy("field", "verhaal")
    )
    language = models.CharField(pgettext_lazy("field", "taal"), max_length=12)
    words = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("de vertaling"))
    translator = models.CharField(
        _("wie vertaalde"), max_length=120, blank=True,
        help_text=_("Staat bij de vertaling. Leeg is: een helper uit de buurt."),
    )  # fmt: skip
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("wie het invoerde")
    )
    made_on = models.DateField(_("vertaald op"), default=today)

    class Meta:
        verbose_name = _("vertaling van een verhaal")
        verbose_name_plural = _("vertalingen van verhalen")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("story", "language"), name="story_translated_once",
                violation_error_message=_("Er is al een vertaling in deze taal. Haal die eerst weg."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.language

    @property
    def place_id(self) -> int:
        """The place of the story; fetch story and node along."""
        return self.story.place_id
