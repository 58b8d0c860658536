"""What stops a file from being counted: a code with parameters, and the line in the file."""

from samenspel_methods import sentences


class AllocationError(ValueError):
    """The input cannot be counted; nothing was guessed or repaired."""

    def __init__(self, code: str, line: int = 0, **params: object) -> None:
        super().__init__(f"line {line}: {code} {params}" if line else f"{code} {params}")
        self.code = code
        self.line = line
        self.params = params

    def sentence(self, language: str = "nl") -> str:
        """What is wrong and what to do, for people."""
        return sentences("samenspel_methods.allocation", language)[self.code].format(line=self.line, **self.params)
