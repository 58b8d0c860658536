"""How a file was understood, in words and small tables for its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from samenspel.ui.figures import Cell, Column, DataTable

MOST = 60  # columns on the page; the rest is named by number


def shown(seen: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Everything the page of a file says about it."""
    def say(both: Mapping[str, str]) -> str:
        return both.get(language) or both.get("nl", "")

    return {
        "why": say(seen.get("why", {})), "blocked": [say(one) for one in seen.get("blocked", ())],
        "careful": [say(one) for one in seen.get("careful", ())], "said": [say(one) for one in seen.get("said", ())],
        "more": seen.get("more", 0), "own_form": seen.get("own_form", False), "facts": list(_facts(seen)),
        "figures": _figures(seen.get("figures", ()), language), "hidden": max(len(seen.get("figures", ())) - MOST, 0),
        "headers": [column["header"] for column in seen.get("columns", ())][:40], "lines": seen.get("lines", ()),
        "columns": seen.get("columns", ()),
    }  # fmt: skip


def _facts(seen: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    tables: Sequence[Mapping[str, Any]] = seen.get("tables", ())
    if len(seen.get("sheets", ())) > 1:
        yield pgettext("label", "Blad"), seen["sheet"]
    if seen.get("columns"):
        line = seen["header_line"]
        yield _("Namen van de kolommen"), (_("op regel %(n)d") % {"n": line} if line else _("die staan er niet bij"))
    if seen.get("separator"):
        yield _("Tussen de kolommen staat"), _separators().get(seen["separator"], seen["separator"])
    if seen.get("decimal"):
        comma = seen["decimal"] == ","
        yield _("Halve getallen"), _("met een komma, zoals 1,5") if comma else _("met een punt, zoals 1.5")
    if codes := [column["header"] for column in seen.get("columns", ()) if column["role"] == "code"]:
        yield _("De code van het gebied staat in"), codes[0]
    elif names := [column["header"] for column in seen.get("columns", ()) if column["role"] == "name"]:
        yield _("De naam van het gebied staat in"), names[0]
    if tables:
        yield from _about(seen, tables)


def _about(seen: Mapping[str, Any], tables: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    yield pgettext("label", "Gebieden"), ngettext(
        "%(n)d gebied; %(known)d kennen wij, %(own)d is van deze buurt",
        "%(n)d gebieden; %(known)d kennen wij, %(own)d zijn van deze buurt", seen["areas"],
    ) % {"n": seen["areas"], "known": seen["known"], "own": seen["own"]}  # fmt: skip
    for label, name in (
        (pgettext("label", "Periode"), "period"), (_("Jaar van de gebiedscodes"), "year"),
        (pgettext("label", "Bron"), "source"),
        (pgettext("label", "Tabel"), "table"), (pgettext("label", "Gebruik"), "licence"),
    ):  # fmt: skip
        found = list(dict.fromkeys(str(table[name]) for table in tables if table[name]))
        yield label, ", ".join(found[:12]) or _("dat weten wij niet")


def _separators() -> dict[str, str]:
    return {
        ";": _("puntkomma ;"), ",": _("komma ,"), "\t": pgettext("separator", "tab"), "|": _("streepje |"),
    }  # fmt: skip


def _figures(figures: Sequence[Mapping[str, Any]], language: str) -> DataTable | None:
    if not figures:
        return None
    rows = [
        (", ".join((*figure["group"], figure["title"])), figure["unit"] or Cell(_("staat er niet bij")),
         Cell(_counts(figure, language)))
        for figure in figures[:MOST]
    ]  # fmt: skip
    columns = (Column(_("Kolom met cijfers")), Column(pgettext("label", "Eenheid")), Column(_("Dit telt volgens ons")))
    return DataTable(_("Wat de cijfers tellen"), columns, rows, room=1, hide_caption=True)


def _counts(figure: Mapping[str, Any], language: str) -> str:
    if figure["wrong"]:
        return _("%(name)s, maar dat kan niet kloppen. Telt niet mee.") % {"name": _name(figure, language)}
    if figure["double"]:
        return _("Meer kolommen lijken hetzelfde te tellen. Kies er één.")
    return _name(figure, language) or _("Niet uit onze lijst. Wij bewaren het, maar tonen het niet in het profiel.")


def _name(figure: Mapping[str, Any], language: str) -> str:
    names: Mapping[str, str] = figure["name"]
    return names.get(language) or names.get("nl", "")
