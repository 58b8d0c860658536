"""What a web worker loads, and what the settings refuse. In processes of their own, side by side."""

import subprocess

from tests.architecture.fresh import start


def test_a_web_worker_loads_no_heavy_library(worker: subprocess.Popen[str]) -> None:
    said, complaint = worker.communicate()
    assert (worker.returncode, said.strip()) == (0, "[]"), complaint


def test_a_misspelt_setting_stops_the_start() -> None:
    with start("import samenspel.config.settings", SAMENSPEL_DATABSE_URL="sqlite:///x") as process:
        said = "".join(process.communicate())
    assert process.returncode != 0
    assert "SAMENSPEL_DATABSE_URL" in said
