"""What stops a certificate from being read."""

from samenspel_methods import sentences
from samenspel_methods.allocation.errors import AllocationError


class CertificateError(AllocationError):
    """The text is no whole certificate; nothing was guessed.

    Codes: `not_json`, `too_long`, `twice`, `fields`, `field`, `reglement`, `seal`; for writing `too_fine`.
    """

    def sentence(self, language: str = "nl") -> str:
        """What is wrong and what to do, for people."""
        shown = "nl" if language == "nl" else "en"
        return sentences("samenspel_methods.allocation", f"audit.{shown}")[f"file_{self.code}"].format(**self.params)
