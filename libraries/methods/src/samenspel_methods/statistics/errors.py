"""The error for figures that cannot be compared or combined."""


class StatisticsError(ValueError):
    """`no_values`, `weights_differ`, `negative_weight` or `no_spread`."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(f"{code}: {params}")
        self.code = code
        self.params = params
