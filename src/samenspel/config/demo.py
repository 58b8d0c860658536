"""Loading the demo neighbourhood. The story itself is in the folder `demo/` beside `src/`."""

import sys
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

Say = Callable[[str], None]


def _folder() -> None:
    if str(settings.ROOT) not in sys.path:
        sys.path.insert(0, str(settings.ROOT))


def load_demo(say: Say, *, fresh: bool) -> None:
    """Load the demo neighbourhood, unless it is there already."""
    from samenspel.kernel.places.models import Place

    _folder()
    if fresh:
        call_command("flush", verbosity=0, interactive=False)
    if Place.objects.filter(demo=True).exists():
        return
    from demo.loader import load

    load(say)


def highlights() -> list[tuple[str, str]]:
    """What to look at first: a sentence and a path."""
    _folder()
    from demo.loader import highlights as found

    return found()
