"""What the architecture tests read: the files of the house, each read once."""

from __future__ import annotations

import ast
import gc
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLATFORM = ROOT / "src" / "samenspel"
SOURCES = (ROOT / "src", ROOT / "libraries" / "methods" / "src", ROOT / "libraries" / "sources" / "src")

# From the ground up: a package of the kernel may point only to those before it.
KERNEL = (
    "journal",
    "action",
    "places",
    "people",
    "cycle",
    "access",
    "texts",
    "lineage",
    "money",
    "news",
    "exports",
    "handover",
    "house",
)


@dataclass(frozen=True)
class Module:
    """One Python file of the house, tests and migrations left out."""

    path: Path
    name: str

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def imports(self) -> dict[str, str]:
        """Local name -> full dotted name, for every import anywhere in the file."""
        found: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found |= {alias.asname or alias.name: alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
        return found

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        return [n for n in self.nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    @property
    def where(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def file(self) -> str:
        """The room file this belongs to: `views` for views.py and for views/tables.py."""
        parts = self.path.relative_to(PLATFORM).with_suffix("").parts
        depth = 2 if parts[0] in ("stages", "instruments", "kernel") else 1
        return parts[depth] if len(parts) > depth else parts[-1]


@lru_cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the platform and the libraries."""
    found = []
    for source in SOURCES:
        for path in sorted(source.rglob("*.py")):
            parts = path.relative_to(source).with_suffix("").parts
            if "tests" not in parts and "migrations" not in parts:
                found.append(Module(path, ".".join(p for p in parts if p != "__init__")))
    _parse(found)
    return tuple(found)


def _parse(found: Iterable[Module]) -> None:
    """Every file once for all tests; the collector would look through half a million new nodes again and again."""
    gc.disable()
    try:
        for module in found:
            assert module.imports is not None
    finally:
        gc.freeze()
        gc.enable()


def platform() -> Iterator[Module]:
    """Every Python file of the platform."""
    return (module for module in modules() if module.path.is_relative_to(PLATFORM))


def stages() -> list[Path]:
    return _packages(PLATFORM / "stages")


def instruments() -> list[Path]:
    return _packages(PLATFORM / "instruments")


def rooms() -> list[Path]:
    return stages() + instruments()


def _packages(folder: Path) -> list[Path]:
    return sorted(init.parent for init in folder.glob("*/__init__.py"))


@lru_cache
def tracked() -> tuple[str, ...]:
    """Every file that git has or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(sorted(name for name in set(listed.split("\0")) if name and (ROOT / name).is_file()))


@lru_cache
def templates() -> dict[Path, str]:
    """Every template of the house with its text."""
    found = (path for path in PLATFORM.rglob("*.html") if "templates" in path.parts)
    return {path: path.read_text(encoding="utf-8") for path in sorted(found)}


def nothing(wrong: Iterable[object] | dict[str, int]) -> None:
    """Fails with everything that is wrong, one a line."""
    lines = [f"{key}: {size}" for key, size in wrong.items()] if isinstance(wrong, dict) else map(str, wrong)
    listing = "\n".join(sorted(lines))
    assert not listing, f"\n{listing}"


def decorators(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """The bare names of a function's decorators."""
    calls = (d.func if isinstance(d, ast.Call) else d for d in function.decorator_list)
    return {d.id if isinstance(d, ast.Name) else d.attr for d in calls if isinstance(d, ast.Name | ast.Attribute)}


def percentile(values: list[int], share: float) -> int:
    """The value that `share` of the list stays at or below."""
    return sorted(values)[max(0, int(len(values) * share + 0.999999) - 1)] if values else 0
