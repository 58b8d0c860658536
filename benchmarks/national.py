"""Read a whole national table (84799NED: 17,341 areas x 118 columns) onto the shelf, kill it halfway, and read on.

    python -m benchmarks.national [FOLDER]

FOLDER holds the publisher's files (default: ../shared/data/nl/kwb). Bars: 500 MB, 25 s CPU to SQLite.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FILES = (
    "84799NED_kwb2020_TypedDataSet.csv.gz", "84799NED_kwb2020_DataProperties.json",
    "84799NED_kwb2020_WijkenEnBuurten.csv.gz",
)  # fmt: skip
MOST_MB, MOST_CPU = 500, 25
HALFWAY = 3.3  # seconds


def main() -> None:
    """Whole in one go; then once more with a kill in the middle."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data" / "nl" / "kwb"
    files = [str(folder / name) for name in FILES]
    with tempfile.TemporaryDirectory() as place:
        _run(place, ["place", "list"])
        cpu, peak, said = _run(place, ["import", *files])
        _say("whole", cpu, peak, said)
        _, _, again = _run(place, ["import", *files])
        _say("the same again", 0, 0, again)
    with tempfile.TemporaryDirectory() as place:
        _run(place, ["place", "list"])
        child = subprocess.Popen(_command(["import", *files]), env=_env(place), stdout=subprocess.DEVNULL)
        time.sleep(HALFWAY)
        child.send_signal(signal.SIGKILL)
        child.wait()
        cpu, peak, said = _run(place, ["import", *files])
        _say(f"killed after {HALFWAY:.0f} s, then read on", cpu, peak, said)


def _say(what: str, cpu: float, peak: int, said: str) -> None:
    line = next((line.strip() for line in said.splitlines() if "84799NED, 2020:" in line), said[-200:])
    print(f"{what:36} {cpu:5.1f} s CPU (bar {MOST_CPU})  {peak:4} MB (bar {MOST_MB})  {line}")


def _command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "samenspel.config.cli", *words, "--demo"]


def _env(place: str) -> dict[str, str]:
    return os.environ | {"SAMENSPEL_DATA_DIR": place, "SAMENSPEL_DEMO": "1"}


def _run(place: str, words: list[str]) -> tuple[float, int, str]:
    """CPU seconds, peak MB and what it said."""
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(_command(words), env=_env(place), stdout=out)
        _pid, _status, used = os.wait4(child.pid, 0)
        out.seek(0)
        return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, out.read()


if __name__ == "__main__":
    main()
