"""Templates lean on their own folder and on what lies below; a page brings nothing from elsewhere."""

import re
from pathlib import Path

from tests.architecture.house import KERNEL, PLATFORM, instruments, nothing, templates

LEANS = re.compile(r"""\{%\s*(?:extends|include)\s+(?P<target>"[^"]*"|'[^']*'|[^\s%]+)""")
INLINE = re.compile(r"""\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>", re.IGNORECASE)
ELSEWHERE = re.compile(r"""<(?:script|link|img|iframe|source|video|audio|use)\b[^>]*(?:src|href)=["'](?:https?:)?//""")
COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
LIBRARIES = {"account", "allauth", "mfa", "socialaccount", "usersessions"}


def below(path: Path) -> set[str]:
    """The template folders that a template may lean on."""
    storey, *rest = path.relative_to(PLATFORM).parts
    downstairs = {"ui"} if storey == "ui" else {"ui", "kernel", *KERNEL, *LIBRARIES}
    if storey in ("stages", "overview", "config"):
        downstairs |= {"instruments"} | {room.name for room in instruments()}
    own = rest[0] if storey in ("stages", "instruments") else storey
    return downstairs | {own}


def test_templates_lean_only_on_their_own_folder_and_below() -> None:
    wrong = []
    for path, text in templates().items():
        for found in LEANS.finditer(COMMENT.sub("", text)):
            target = found["target"].strip("\"'")
            quoted = found["target"][0] in "\"'"
            if quoted and target.split("/")[0] not in below(path):
                wrong.append(f"{path.relative_to(PLATFORM)} leans on {target}")
            if not quoted and path.relative_to(PLATFORM).parts[0] != "ui":
                wrong.append(f"{path.relative_to(PLATFORM)} leans on a name in a variable: {target}")
    nothing(wrong)


def test_no_inline_style_or_script() -> None:
    wrong = []
    for path, text in templates().items():
        bare = TAG.sub("", COMMENT.sub("", text))
        if found := INLINE.search(bare):
            wrong.append(f"{path.relative_to(PLATFORM)}: {found[0].strip()}")
        for script in SCRIPT.finditer(bare):
            if "src=" not in script["attributes"] and "json" not in script["attributes"]:
                wrong.append(f"{path.relative_to(PLATFORM)}: {script[0]}")
    nothing(wrong)


def test_pages_fetch_nothing_from_other_hosts() -> None:
    nothing([str(path.relative_to(PLATFORM)) for path, text in templates().items() if ELSEWHERE.search(text)])
