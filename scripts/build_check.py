"""Stops the building of a wheel that would show bare pages: style sheets and translations must have been set up."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildCheck(BuildHookInterface[Any]):  # type: ignore[misc]  # hatchling is only there while building
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        vendor = list((root / "src/samenspel/ui/static/vendor").glob("*.css"))
        compiled = [po.with_suffix(".mo").is_file() for po in root.glob("locale/**/*.po")]
        if version == "standard" and not (vendor and all(compiled)):
            raise RuntimeError("Run ./samenspel demo once first: it fetches style sheets and compiles translations.")
