"""How a round is written in an address: a year, perhaps with a word behind it."""


class CycleConverter:
    """`2026` or `2026-najaar`."""

    regex = r"[0-9]{4}(?:-[a-z0-9-]+)?"

    def to_python(self, value: str) -> str:
        """The name as it stands in the address."""
        return value

    def to_url(self, value: str) -> str:
        """The name as it stands in the address."""
        return value
