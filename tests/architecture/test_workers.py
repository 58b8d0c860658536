"""What a web worker loads, and what the settings refuse. In processes of their own, side by side."""

import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.house import ROOT

HEAVY = (
    "numpy",
    "scipy",
    "highspy",
    "pydantic",
    "pandas",
    "shapely",
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


def python(code: str, **extra: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SAMENSPEL_", "PYTEST_"))}
    settings = {
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings",
        "SAMENSPEL_SECRET_KEY": "s" * 40,
        "SAMENSPEL_CODE_KEY": "c" * 40,
        "SAMENSPEL_HOSTS": "buurt.example.nl",
    }
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=own | settings | extra, capture_output=True, text=True, check=False)


def test_a_web_worker_loads_no_heavy_library(tmp_path: Path) -> None:
    done = python(LOOK, SAMENSPEL_DATA_DIR=str(tmp_path))
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_a_misspelt_setting_stops_the_start() -> None:
    done = python("import samenspel.config.settings", SAMENSPEL_DATABSE_URL="sqlite:///x")
    assert done.returncode != 0
    assert "SAMENSPEL_DATABSE_URL" in done.stderr + done.stdout
