"""The table of stories: what was told, and what the teller agreed to."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.contracts.relations import KINDS
from samenspel.instruments.stories.states import SPOKEN_CHANNELS, AgeGroup, PartState, StoryChannel, StoryState
from samenspel.kernel.journal.clock import today
from samenspel.kernel.lineage.models import Thing
from samenspel.kernel.people.models import Person
from samenspel.kernel.places.models import Place
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
    area = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("over welk deel"),
        help_text=_("Een stuk van de buurt, nooit een adres."),
    )  # fmt: skip
    age_group = models.CharField(
        _("leeftijd ongeveer"), max_length=8, choices=AgeGroup, blank=True,
        help_text=_("Alleen om te tellen wie wij hoorden. Staat nooit bij een verhaal."),
    )  # fmt: skip
    tells_age = models.BooleanField(
        _("in de woorden staat een leeftijd"), default=False,
        help_text=_("Dan staat de plek er niet bij: samen wijzen zij iemand aan."),
    )  # fmt: skip
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("wie het vertelde"),
    )  # fmt: skip
    may_show = models.BooleanField(_("mag iedereen dit lezen"), default=False)
    may_quote = models.BooleanField(_("mag een zin eruit worden genoemd"), default=False)
    show_until = models.DateField(
        _("mag worden getoond tot en met"), null=True, blank=True,
        help_text=_("Daarna wissen wij de woorden, de foto en de opname."),
    )  # fmt: skip
    carer_agrees = models.BooleanField(_("een ouder vindt het goed"), default=False)
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
    def place_shown(self) -> str:
        """The place that may stand beside the words; fetch the area along to spare queries."""
        if self.tells_age:
            return ""  # an age, a place and somebody's words never stand together
        if self.area is None:
            return self.place_text
        told = self.place_text[:1].lower() + self.place_text[1:]
        return f"{self.area.name}, {told}" if told else self.area.name

    @property
    def told_at(self) -> str:
        """How and where it was told, in words that point at nobody."""
        return self.place_shown or self.get_channel_display()

    @property
    def spoken(self) -> bool:
        """Whether it was said aloud to somebody."""
        return self.channel in SPOKEN_CHANNELS

    @property
    def shows(self) -> bool:
        """Whether everybody may read it today."""
        return self.state == StoryState.SHOWN and (self.show_until is None or self.show_until >= today())

    @property
    def own_photo(self) -> Any:
        """Its photo, looked at or not; fetch it along to spare queries."""
        return getattr(self, "photo", None)

    @property
    def own_recording(self) -> Any:
        """Its recording, listened to or not; fetch it along to spare queries."""
        return getattr(self, "recording", None)

    @property
    def shown_photo(self) -> Any:
        """The photo to show beside the words: once an editor saw it, and as long as the story is shown."""
        return self.own_photo if self._shown(self.own_photo) else None

    @property
    def shown_recording(self) -> Any:
        """The recording to play beside the words: once an editor heard it, and as long as the story is shown."""
        return self.own_recording if self._shown(self.own_recording) else None

    def _shown(self, part: Any) -> bool:
        return part is not None and part.state == PartState.SHOWN and self.shows

    @property
    def translated(self) -> list[Any]:
        """What people made of it in other languages; prefetch to spare queries."""
        return list(self.translations.all())

    @property
    def takes_photo(self) -> bool:
        """Whether a photo or recording can stand beside it: what only the editors read needs none."""
        return self.may_show and self.state in (StoryState.RECEIVED, StoryState.SHOWN)

    def get_absolute_url(self) -> str:
        """Its page; fetch node, place and round along to spare queries."""
        return self._address("story")

    def get_photo_url(self) -> str:
        """Where its photo is."""
        return self._address("story_photo")

    def get_recording_url(self) -> str:
        """Where its recording is."""
        return self._address("story_recording")

    def _address(self, name: str) -> str:
        node = self.node
        kwargs = {"place": node.place.slug, "cycle": node.cycle.slug if node.cycle else "", "code": node.code}
        return reverse(f"{KINDS['story'].room}:{name}", kwargs=kwargs)
