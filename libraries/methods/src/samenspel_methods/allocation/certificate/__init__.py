"""A result in one file that a stranger can check with the ballots beside it. See `docs/certificate.md`."""

from samenspel_methods.allocation.certificate.canon import canonical, fingerprint
from samenspel_methods.allocation.certificate.errors import CertificateError
from samenspel_methods.allocation.certificate.model import Certificate
from samenspel_methods.allocation.certificate.reading import loads
from samenspel_methods.allocation.certificate.writing import certificate, dumps

__all__ = ["Certificate", "CertificateError", "canonical", "certificate", "dumps", "fingerprint", "loads"]
