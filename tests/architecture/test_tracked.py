"""What never gets into the repository: others' code, registry addresses, machine paths, secrets."""

import re

from tests.architecture.house import ROOT, nothing, tracked

THIRD_PARTY = re.compile(
    r"(^|/)(node_modules|vendor)/|\.min\.(js|css|mjs)$|\.(woff2?|ttf|otf|eot)$|(^|/)(uv\.lock|pylock\.toml)$|\.mo$"
)
TEXT = re.compile(
    r"\.(py|html|css|js|mjs|md|toml|txt|in|json|ini|yml|yaml|sh|po|csv|svg|pb)$|(^|/)(samenspel|run)$|^\."
)
# Written in pieces, so that this file does not find itself.
REGISTRIES = re.compile("|".join(["files\\.python" + "hosted", "pypi\\." + "org/simple", "registry\\.npm" + "js"]))
MACHINE = re.compile(r"(?<![\w.$}/-])/(?:work|farm|root|home/\w+|Users/\w+|tmp/[a-z]\w+)/")
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE " + r"KEY-----|AKIA[0-9A-Z]{16}|ghp_[0-9A-Za-z]{36}")
LARGE = 3_000_000


def texts() -> list[tuple[str, str]]:
    names = [name for name in tracked() if TEXT.search(name) and (ROOT / name).stat().st_size < LARGE]
    return [(name, (ROOT / name).read_text(encoding="utf-8", errors="replace")) for name in names]


def test_no_third_party_files() -> None:
    nothing([name for name in tracked() if THIRD_PARTY.search(name)])


def test_no_large_files() -> None:
    nothing([name for name in tracked() if (ROOT / name).stat().st_size > LARGE])


def test_locks_carry_no_address() -> None:
    locks = [name for name in tracked() if re.match(r"requirements/.*\.(txt|in)$", name)]
    wrong = [name for name in locks if re.search(r"://|index-url|find-links", (ROOT / name).read_text())]
    npm = [name for name in tracked() if name.endswith("package-lock.json")]
    wrong += [name for name in npm if '"resolved"' in (ROOT / name).read_text()]
    assert locks
    nothing(wrong)


def test_every_locked_package_has_hashes() -> None:
    bare = []
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        blocks = re.split(r"\n(?=[a-zA-Z0-9])", path.read_text())
        bare += [f"{path.name}: {block.split()[0]}" for block in blocks if "--hash=sha256:" not in block]
    nothing(bare)


def test_no_registry_machine_path_or_secret_in_any_text() -> None:
    wrong = []
    for name, text in texts():
        for rule in (REGISTRIES, MACHINE, SECRET):
            if found := rule.search(text):
                wrong.append(f"{name}: {found[0]}")
    nothing(wrong)
