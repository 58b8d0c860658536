"""Money per theme, plans that go together or not, and what is left."""

from collections.abc import Iterator, Mapping

from samenspel_methods.allocation.reglement.model import Reglement
from samenspel_methods.allocation.reglement.terms import NO_COUNT

Statements = Iterator[tuple[str, Mapping[str, object]]]


def statements(reglement: Reglement) -> Statements:
    """Caps, floors, sets of plans, leftover, plans that cost nothing."""
    for cap in reglement.caps:
        if cap.cap is not None:
            yield "cap", {"name": cap.name, "cap": cap.cap}
        if cap.floor:
            yield "floor", {"name": cap.name, "floor": cap.floor}
    if reglement.mandatory:
        yield "mandatory", {"names": reglement.mandatory}
    for group in reglement.exclusive:
        yield "exclusive", {"names": group}
    if reglement.rule not in NO_COUNT:
        if "leftover" not in reglement.open_fields:
            yield f"leftover_{reglement.leftover}", {}
        if reglement.caps and not reglement.caps_bind_leftover:
            yield "leftover_free", {}
        if "free" not in reglement.open_fields:
            yield f"free_{reglement.free}", {}
