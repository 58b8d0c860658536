"""makemessages that knows the house: `__` is gettext too, and only our own source is read."""

from typing import Any

from django.core.management.commands.makemessages import Command as DjangoCommand

LEAVE_OUT = [".venv", "node_modules", "var", "tests/*"]


class Command(DjangoCommand):
    """Django's own command with our defaults."""

    xgettext_options = [*DjangoCommand.xgettext_options, "--keyword=__"]

    def handle(self, *args: Any, **options: Any) -> Any:
        """Collect messages without places and line breaks, so that a change shows only what changed."""
        options["ignore_patterns"] = [*options["ignore_patterns"], *LEAVE_OUT]
        options.update(no_obsolete=True, no_wrap=True, no_location=True)
        return super().handle(*args, **options)
