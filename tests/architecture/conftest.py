"""The worker of test_workers.py starts first, so that it is ready when its test comes."""

from tests.architecture.fresh import worker

__all__ = ["worker"]
