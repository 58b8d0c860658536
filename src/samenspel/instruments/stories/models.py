"""The table of stories."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.instruments.stories.states import PhotoState, StoryChannel, StoryState
from samenspel.kernel.journal.clock import now
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.themes import theme_words
from samenspel.kernel.texts.models import Text


class Story(Thing):
    """What somebody told. The words can be taken back; what was based on them keeps only their digest."""

    words = models.ForeignKey(
        Text, on_delete=models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "verhaal")
    )
    theme = models.SlugField(
        pgettext_lazy("field", "thema"), max_length=40, blank=True, help_text=_("Waar het verhaal over gaat.")
    )
    told_on = models.DateField(_("verteld op"))
    channel = models.CharField(_("hoe het binnenkwam"), max_length=10, choices=StoryChannel)
    place_text = models.CharField(
        _("waar het verteld is"), max_length=120, blank=True,
        help_text=_("Bijvoorbeeld: verteld aan de straattafel. Nooit een adres of een naam."),
    )  # fmt: skip
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie het vertelde"),
    )  # fmt: skip
    may_show = models.BooleanField(_("mag iedereen dit lezen"), default=False)
    may_quote = models.BooleanField(_("mag een zin eruit worden genoemd"), default=False)
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=StoryState, default=StoryState.RECEIVED
    )
    hidden_reason = models.CharField(
        _("waarom afgeschermd"), max_length=500, blank=True, help_text=_("Deze reden is openbaar.")
    )

    class Meta:
        verbose_name = pgettext_lazy("table", "verhaal")
        verbose_name_plural = pgettext_lazy("table", "verhalen")
        ordering = ("-told_on", "-pk")
        indexes = [models.Index(fields=("state", "theme"), name="story_state_theme")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="shown") | models.Q(may_show=True),
                name="story_shown_with_consent",
                violation_error_message=_("Dit verhaal mag niet worden getoond: de verteller wil dat niet."),
            )
        ]

    @property
    def owner_persons(self) -> frozenset[int]:
        """A story belongs to its teller."""
        return frozenset({self.person_id} if self.person_id else ())

    @property
    def theme_name(self) -> str:
        """What people call its theme."""
        return theme_words(self.theme)

    @property
    def told_at(self) -> str:
        """How and where it was told, in words that point at nobody."""
        return self.place_text or self.get_channel_display()

    @property
    def own_photo(self) -> StoryPhoto | None:
        """Its photo, looked at or not; fetch it along to spare queries."""
        return getattr(self, "photo", None)

    @property
    def shown_photo(self) -> StoryPhoto | None:
        """Its photo, if everybody may see it."""
        found = self.own_photo if self.state == StoryState.SHOWN else None
        return found if found and found.state == PhotoState.SHOWN else None

    @property
    def takes_photo(self) -> bool:
        """Whether a photo can stand beside it: what only the editors read needs none."""
        return self.may_show and self.state in (StoryState.RECEIVED, StoryState.SHOWN)

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        return self._address("story")

    def get_photo_url(self) -> str:
        """Where its photo is."""
        return self._address("story_photo")

    def _address(self, name: str) -> str:
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{KINDS['story'].room}:{name}", kwargs=kwargs)


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
    state = models.CharField(
        pgettext_lazy("field", "toestand"), max_length=12, choices=PhotoState, default=PhotoState.NEW
    )
    added_at = models.DateTimeField(_("erbij gedaan op"), default=now, editable=False)

    class Meta:
        verbose_name = pgettext_lazy("table", "foto bij een verhaal")
        verbose_name_plural = pgettext_lazy("table", "foto’s bij verhalen")

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"
