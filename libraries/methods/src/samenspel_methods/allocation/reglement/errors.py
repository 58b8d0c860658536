"""What stops a set of rules from being read: a code with parameters and a sentence with the remedy."""

from samenspel_methods.allocation.errors import AllocationError
from samenspel_methods.allocation.reglement.words import said


class ReglementError(AllocationError):
    """The rules cannot be read as they stand; nothing was guessed or left out."""

    def sentence(self, language: str = "nl") -> str:
        """What is wrong and what to do, for people."""
        return said(self.code, self.params | {"line": self.line}, language)
