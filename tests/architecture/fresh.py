"""Processes of our own kind: a web worker that starts while the other tests read the sources."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.architecture.house import ROOT

HEAVY = (
    "numpy",
    "scipy",
    "highspy",
    "pydantic",
    "pandas",
    "shapely",
    "pyproj",
    "shapefile",
    "weasyprint",
    "PIL.Image",
    "playwright",
)
LOOK = f"""
import sys
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
print([name for name in {HEAVY!r} if name in sys.modules])
"""


def start(code: str, **extra: str) -> subprocess.Popen[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSPEL_", "PYTEST_"))}
    settings = {
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings",
        "SAMENSPEL_SECRET_KEY": "s" * 40,
        "SAMENSPEL_CODE_KEY": "c" * 40,
        "SAMENSPEL_HOSTS": "buurt.example.nl",
    }
    command, pipe = [sys.executable, "-c", code], subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=own | settings | extra, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture(scope="session", autouse=True)
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """Starts while the other tests read the sources."""
    with start(LOOK, SAMENSPEL_DATA_DIR=str(tmp_path_factory.mktemp("worker"))) as process:
        yield process
