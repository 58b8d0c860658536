"""Which work was started on which day."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samenspel.kernel.journal.clock import now


class DayJob(models.Model):
    """One job of one day. There is one row, however many workers run and however often they start again."""

    job = models.CharField(pgettext_lazy("field", "werk"), max_length=60)
    day = models.DateField(pgettext_lazy("field", "dag"))
    at = models.DateTimeField(_("begonnen op"), default=now, editable=False)

    class Meta:
        verbose_name = _("dagelijks werk")
        constraints = [
            models.UniqueConstraint(
                fields=["job", "day"], name="dayjob_once_a_day", violation_error_code="already_done",
                violation_error_message=_("Dit werk is vandaag al begonnen."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.job} {self.day}"
