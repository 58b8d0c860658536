"""What every list of limits must be: known names, each once, least not above most."""

from collections import Counter
from collections.abc import Iterable, Iterator

from samenspel_methods.allocation.model import Fault
from samenspel_methods.allocation.reglement.parts import Limit


def twice(names: Iterable[str]) -> Iterator[Fault]:
    """Names that stand in a list more than once."""
    yield from (Fault("twice_in_list", {"name": name}) for name, times in Counter(names).items() if times > 1)


def unknown(names: Iterable[str], known: tuple[str, ...], code: str) -> Iterator[Fault]:
    """Names that are not among the themes or areas of this vote; nothing to say where those are not listed."""
    yield from (Fault(code, {"name": name}) for name in dict.fromkeys(names) if known and name not in known)


def upside_down(limits: Iterable[Limit]) -> Iterator[Fault]:
    """A least above its most."""
    for limit in limits:
        if limit.most is not None and limit.least > limit.most:
            yield Fault("range_upside_down", {"name": limit.name})
