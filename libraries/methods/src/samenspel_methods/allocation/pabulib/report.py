"""What is wrong in a file: strict stops at the first problem, lenient repairs it and says so."""

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.model import Remark

MOST = 100_000


class Report:
    """Where every problem of one reading goes. Not shared between readings."""

    def __init__(self, lenient: bool) -> None:
        self.lenient = lenient
        self.remarks: list[Remark] = []
        self.mended = 0

    def problem(self, code: str, line: int = 0, **params: object) -> None:
        """Something wrong that can be repaired in a way that is no guess. Strict: raises AllocationError."""
        if not self.lenient:
            raise AllocationError(code, line, **params)
        self.mended += 1
        if self.mended > MOST:
            raise AllocationError("too_many_repairs", line, most=MOST)
        self.note(code, line, **params)

    def note(self, code: str, line: int = 0, **params: object) -> None:
        """Something odd that both modes read in the same way."""
        told = tuple((name, str(value)) for name, value in params.items() if name != "project")
        self.remarks.append(Remark(code, line, str(params.get("project", "")), told))
