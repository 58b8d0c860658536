"""Which decimal mark each column uses. Files that people mended by hand use both, in different columns."""

import re
from collections.abc import Sequence

_COMMA = re.compile(r"[-+]?(\d+,(\d{1,2}|\d{4,})|0,\d+|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,})\*{0,2}%?")
_POINT = re.compile(
    r"[-+]?(\d+\.(\d{1,2}|\d{4,})|0\.\d+|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d+\.\d+[eE][-+]?\d+)\*{0,2}%?"
)


def evidence(values: Sequence[str]) -> int:
    """More than 0: numbers that can only be read with a comma; less than 0: with a point."""
    return sum(bool(_COMMA.fullmatch(text)) for text in values) - sum(bool(_POINT.fullmatch(text)) for text in values)


def decimal_of(columns: Sequence[Sequence[str]], separator: str, said: str) -> list[str]:
    """The mark of each column; a column that does not tell uses that of the file, and a file that does not tell
    the mark that goes with its separator (`1.234` is a thousand in a file with semicolons)."""
    if said:
        return [said] * len(columns)
    told = [evidence(values) for values in columns]
    whole = sum((found > 0) - (found < 0) for found in told)
    default = "," if whole > 0 or (whole == 0 and separator in (";", "html")) else "."
    return ["," if found > 0 else "." if found < 0 else default for found in told]
