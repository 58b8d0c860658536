"""`CodeError` is an answer to a person who typed a code, `LineageError` a mistake of the caller."""

from enum import StrEnum


class CodeError(StrEnum):
    """Why a typed code is not a code."""

    SHAPE = "shape"
    UNKNOWN_PREFIX = "unknown_prefix"
    CHECK_FAILED = "check_failed"


class LineageError(ValueError):
    """A code was asked for that cannot exist (`prefix_letters`, `length`)."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params
