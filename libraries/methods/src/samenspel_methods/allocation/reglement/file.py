"""A reglement as the text of a file, deterministic to the byte."""

import json
from typing import Any

from samenspel_methods.allocation.reglement.errors import ReglementError
from samenspel_methods.allocation.reglement.model import Reglement

LARGEST = 1_000_000


def write(reglement: Reglement) -> str:
    """The whole reglement, every field, as the text of a JSON file."""
    return json.dumps(reglement.to_json(), indent=2, ensure_ascii=False) + "\n"


def read(source: str | bytes) -> Reglement:
    """The reglement in a JSON file. A key stated twice, a broken or a huge file is refused."""
    if len(source) > LARGEST:
        raise ReglementError("rules_too_long")
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source.removeprefix("\ufeff")
        return Reglement.from_json(json.loads(text, object_pairs_hook=_once))
    except UnicodeDecodeError as error:
        raise ReglementError("not_json", line=1) from error
    except json.JSONDecodeError as error:
        raise ReglementError("not_json", line=error.lineno) from error
    except RecursionError as error:
        raise ReglementError("not_json", line=1) from error
    except ReglementError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise ReglementError("not_json", line=1) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = tuple(sorted({name for name in names if names.count(name) > 1}))
        raise ReglementError("key_twice", names=twice)
    return found
