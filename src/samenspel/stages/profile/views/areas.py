"""The pieces of a neighbourhood: to choose from, with counts on a small map that is a list too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samenspel.kernel.places.queries import pieces_of
from samenspel.ui.figures import Area, AreaMap

STEPS = (1, 3, 10, 30)


class Pieces:
    """The pieces of a place with how much there is in each; one query, only when it is shown."""

    def __init__(self, place: Any, counts: Mapping[int, int], link: str) -> None:
        self.place, self.counts, self.link = place, counts, link

    @cached_property
    def rows(self) -> list[tuple[str, str, int, str]]:
        """Name in the address, name, how many, and where they are listed."""
        return [(p.slug, p.name, self.counts.get(p.pk, 0), self.link + p.slug) for p in self._pieces]

    @cached_property
    def _pieces(self) -> list[Any]:
        return pieces_of(self.place, shapes=True)

    def known(self, slug: str) -> str:
        """This piece, when there is one."""
        return slug if slug and any(p.slug == slug for p in self._pieces) else ""

    @property
    def map(self) -> AreaMap | None:
        """A drawing of the pieces with their counts; nothing while none of them has an outline, or anything in it."""
        if not any(self.counts.get(p.pk) for p in self._pieces):
            return None
        drawn = [
            Area(p.name, json.loads(p.shape), float(n), f"{n}", url=self.link + p.slug)
            for p in self._pieces
            if p.shape and (n := self.counts.get(p.pk, 0)) >= 0
        ]
        most = max((area.value or 0 for area in drawn), default=0)
        limits = [float(step) for step in STEPS if step < most] or [1.0]
        return AreaMap(_("Waar in de buurt?"), drawn, limits, pgettext("column", "Aantal"), 1) if drawn else None
