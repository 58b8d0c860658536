"""makemigrations that leaves words alone: a better label or help text is not a change of the database."""

from typing import Any

from django.core.management.commands.makemigrations import Command as DjangoCommand
from django.db.migrations.operations import AlterModelOptions
from django.db.migrations.state import ModelState
from django.db.models import Field

WORDS = ("verbose_name", "help_text", "choices")
_deconstruct = Field.deconstruct
_from_model = ModelState.from_model


def without_words(self: "Field[Any, Any]") -> tuple[str, str, list[Any], dict[str, Any]]:
    """A field as the database sees it."""
    name, path, args, kwargs = _deconstruct(self)
    return name, path, list(args), {k: v for k, v in kwargs.items() if k not in WORDS}


def state_without_words(model: Any, exclude_rels: bool = False) -> ModelState:
    """A model as the database sees it."""
    state = _from_model(model, exclude_rels)
    state.options = {k: v for k, v in state.options.items() if not k.startswith("verbose_name")}
    return state


class Command(DjangoCommand):
    """Django's own command, blind to words while it runs."""

    def handle(self, *app_labels: Any, **options: Any) -> Any:
        """Make migrations without words in them."""
        kept = AlterModelOptions.ALTER_OPTION_KEYS
        Field.deconstruct = without_words  # type: ignore[method-assign]
        ModelState.from_model = state_without_words  # type: ignore[method-assign]
        AlterModelOptions.ALTER_OPTION_KEYS = [k for k in kept if not k.startswith("verbose_name")]
        try:
            return super().handle(*app_labels, **options)
        finally:
            Field.deconstruct = _deconstruct  # type: ignore[method-assign]
            ModelState.from_model = _from_model  # type: ignore[method-assign]
            AlterModelOptions.ALTER_OPTION_KEYS = kept
