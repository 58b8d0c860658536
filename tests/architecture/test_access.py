"""Every address says who may come in."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.house import nothing

# Pages of other libraries: they guard themselves. A closed list of packages.
LIBRARIES = (
    "allauth.",
    "django.views.i18n",
    "django.views.static",
    "django.contrib.staticfiles",
    "whitenoise.",
)


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    for entry in resolver.url_patterns:
        where = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, where)
        elif isinstance(entry, URLPattern):
            yield where, entry.callback


def is_ours(view: Callable[..., Any]) -> bool:
    return not getattr(view, "view_class", view).__module__.startswith(LIBRARIES)


def test_every_address_declares_its_access() -> None:
    silent = [
        f"{where} -> {view.__module__}.{getattr(view, '__qualname__', view)}"
        for where, view in patterns(get_resolver())
        if is_ours(view) and getattr(view, "access", None) is None
    ]
    nothing(silent)


def test_every_address_of_a_room_has_a_name() -> None:
    def names(resolver: URLResolver) -> Iterator[str]:
        for entry in resolver.url_patterns:
            if isinstance(entry, URLResolver):
                yield from names(entry)
            elif entry.name is None and is_ours(entry.callback):
                yield str(entry.pattern)

    nothing(list(names(get_resolver())))
