"""One list of dependencies in two places, and nothing at run time that asks our users for its own licence."""

import re
import tomllib
from importlib import metadata

from tests.architecture.house import ROOT, nothing


def listed(name: str) -> list[str]:
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    return sorted(line for line in lines if line and not line.startswith(("#", "-")))


def test_the_package_asks_for_what_the_launcher_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    ours = {"samenspel-methods", "samenspel-sources"}
    assert sorted(set(project["dependencies"]) - ours) == listed("app.in")
    assert project["optional-dependencies"]["pdf"] == listed("pdf.in")


def test_nothing_under_gpl_at_run_time() -> None:
    names = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / "app.txt").read_text(), re.MULTILINE)
    wrong = []
    for name in names:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # only for another platform
            continue
        said = [*about.get_all("License-Expression", []), *about.get_all("Classifier", [])]
        if re.search(r"(?<![L])GPL|GNU General|Affero", " ".join(said)):
            wrong.append(name)
    nothing(wrong)
