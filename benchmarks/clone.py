"""From a fresh clone to a filled first page, with one command and without caches."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.pages import Bar, say
from benchmarks.serving import ROOT, free_port

PATIENCE = 600  # seconds


def seconds_to_page(folder: Path) -> float:
    """How long `./samenspel demo` takes in a clone that has nothing yet."""
    port, began = free_port(), time.monotonic()
    own = {k: v for k, v in os.environ.items() if not k.startswith(("SAMENSPEL_", "DJANGO_", "VIRTUAL_ENV", "PYTHON"))}
    own |= {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1", "npm_config_cache": str(folder / "npm"),
            "SAMENSPEL_BIND": f"127.0.0.1:{port}"}  # fmt: skip
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder / "clone")], check=True)
    demo = subprocess.Popen(["./samenspel", "demo"], cwd=folder / "clone", env=own, start_new_session=True,
                            stdout=subprocess.DEVNULL)  # fmt: skip
    try:
        while time.monotonic() - began < PATIENCE and demo.poll() is None:
            if _filled(f"http://127.0.0.1:{port}/indische-buurt/"):
                return time.monotonic() - began
            time.sleep(0.2)
        raise SystemExit("The first page did not come.")
    finally:
        os.killpg(demo.pid, signal.SIGTERM)
        demo.wait(timeout=30)


def _filled(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def main() -> int:
    """Measure, and say it."""
    folder = Path(tempfile.mkdtemp(prefix="samenspel-clone."))
    try:
        bar = Bar("clone to a filled first page", seconds_to_page(folder), 120, "s")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say(bar.line())
    return int(bar.found > bar.most)


if __name__ == "__main__":
    raise SystemExit(main())
