"""Every address says who may come in."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.architecture.house import nothing

# Addresses of other libraries: they guard themselves. A closed list of their modules with addresses.
LIBRARIES = {"allauth.urls", "django.conf.urls.i18n"}


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        where = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield where, entry
        elif getattr(entry.urlconf_module, "__name__", "") not in LIBRARIES:
            yield from patterns(entry, where)


def test_every_address_declares_its_access() -> None:
    nothing(
        f"{where} -> {entry.callback.__module__}.{entry.callback.__qualname__}"
        for where, entry in patterns(get_resolver())
        if getattr(entry.callback, "access", None) is None
    )


def test_every_address_has_a_name() -> None:
    nothing(where for where, entry in patterns(get_resolver()) if entry.name is None)
