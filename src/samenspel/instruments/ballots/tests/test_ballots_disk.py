"""What is left on the disk after a count: on SQLite no byte of an envelope, in no file."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings

# A house of its own with a database on disk: the tests themselves keep theirs in memory.
SCRIPT = """
import sys
from pathlib import Path
import django
django.setup()
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
call_command("migrate", run_syncdb=True, verbosity=0)
from django.db import transaction
from samenspel.instruments.ballots import actions
from samenspel.instruments.ballots.models import Envelope
from samenspel.instruments.ballots.tests.conftest import make_vote
from samenspel.kernel.places import actions as places
from samenspel.kernel.tests.cast import STAFF

vote = make_vote(places.add_place(None, by=STAFF, slug="schijf", name="Schijf"), codes=40)
for code in vote.codes:
    vote.cast(code, "2")
    vote.cast(code, "3", "4")
sealed = [bytes(e.sealed)[40:72] for e in Envelope.objects.all()]
def found():
    files = sorted(Path(settings.DATA_DIR).glob("samenspel.sqlite3*"))
    return sum(part in file.read_bytes() for file in files for part in sealed)
before = found()
vote.count()
print(before > 0, found(), len(sealed))
"""


def after_a_count(tmp_path: Path) -> str:
    env = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "samenspel.config.settings", "SAMENSPEL_DEMO": "1",
           "SAMENSPEL_DATA_DIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}  # fmt: skip
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, cwd=settings.ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1]


def test_no_byte_of_an_envelope_is_left_in_any_file(tmp_path: Path) -> None:
    assert after_a_count(tmp_path) == "True 0 40"
