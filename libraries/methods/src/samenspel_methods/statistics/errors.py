"""The error for figures that cannot be compared, combined or weighed: a code with parameters."""

from samenspel_methods.statistics.explain import Said, sentence


class StatisticsError(ValueError):
    """The input was refused; nothing was guessed. Codes and what to do: `texts/nl.toml`, `texts/en.toml`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params

    def sentence(self, language: str = "nl") -> str:
        """What is wrong and what to do, for people."""
        return sentence(Said(self.code, self.params), language)
