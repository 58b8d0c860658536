"""What the settings make of the environment, and what they refuse. The real file is run, without serving."""

import os
import re
import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from samenspel.config import environment as env

ROOT = Path(__file__).resolve().parents[4]
REAL = {
    "SECRET_KEY": "s" * 48, "CODE_KEY": "c" * 48, "HOSTS": "buurt.example.nl", "BIND": "0.0.0.0:8000",
}  # fmt: skip
OIDC = {"OIDC_URL": "https://id.example.nl/oidc", "OIDC_CLIENT": "samenspel", "OIDC_SECRET": "geheim"}
Start = Callable[..., dict[str, Any]]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Start:
    """The settings as a server gets them that starts with these variables."""

    def run(**variables: str) -> dict[str, Any]:
        monkeypatch.delitem(sys.modules, "pytest", raising=False)
        monkeypatch.delitem(sys.modules, "mypy", raising=False)
        for name, value in {"DATA_DIR": str(tmp_path), **variables}.items():
            monkeypatch.setenv(env.PREFIX + name, value)
        return runpy.run_path(str(ROOT / "src" / "samenspel" / "config" / "settings.py"))

    return run


def exports() -> dict[str, str]:
    """What the README tells an operator to set."""
    lines = re.findall(r"^export SAMENSPEL_(\w+)=(\S*)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    keys = iter(("k" * 48, "l" * 48))
    return {name: next(keys) if value == "..." else value for name, value in lines}


def test_the_exports_of_the_readme_are_enough(start: Start) -> None:
    found = start(**exports())
    assert found["ALLOWED_HOSTS"] == ["buurt.example.nl"]
    assert found["DATABASES"]["default"]["ENGINE"].endswith("postgresql")
    assert found["EMAIL_HOST"] == "host"
    assert found["SECURE"] and found["SESSION_COOKIE_SECURE"] and not found["PLAYING"] and not found["DEBUG"]


@pytest.mark.parametrize("name", ["SECRET_KEY", "CODE_KEY", "HOSTS"])
def test_none_of_these_can_be_left_out(start: Start, name: str) -> None:
    with pytest.raises(env.BadSetting, match=f"SAMENSPEL_{name}"):
        start(**{**REAL, name: ""})


def test_an_export_less_in_the_readme_would_be_noticed() -> None:
    assert {"SECRET_KEY", "CODE_KEY", "HOSTS", "DATABASE_URL", "MAIL_URL"} <= set(exports())


def test_only_commas_name_no_host(start: Start) -> None:
    with pytest.raises(env.BadSetting, match="SAMENSPEL_HOSTS is empty"):
        start(**{**REAL, "HOSTS": " , "})


def test_voting_codes_need_a_key_of_their_own(start: Start) -> None:
    with pytest.raises(env.BadSetting, match="must differ"):
        start(**{**REAL, "CODE_KEY": REAL["SECRET_KEY"]})


def test_a_short_key_is_refused(start: Start) -> None:
    with pytest.raises(env.BadSetting, match="too short"):
        start(**{**REAL, "SECRET_KEY": "kort"})


def test_a_misspelt_variable_stops_the_start(start: Start) -> None:
    with pytest.raises(env.BadSetting, match=r"SAMENSPEL_HTTP\b"):
        start(**REAL, HTTP="0")


@pytest.mark.parametrize("bind", ["0.0.0.0:8000", ":8000", "192.0.2.1:80", "[::]:8000", "127.0.0.1.example.nl:80"])
@pytest.mark.parametrize("mode", ["DEMO", "DEBUG"])
def test_the_demo_serves_this_machine_only(start: Start, mode: str, bind: str) -> None:
    with pytest.raises(env.BadSetting, match="SAMENSPEL_BIND"):
        start(**{mode: "1", "BIND": bind})


@pytest.mark.parametrize("bind", ["127.0.0.1:8000", "localhost:8001", "[::1]:8000"])
def test_the_demo_answers_to_no_other_name(start: Start, bind: str) -> None:
    found = start(DEMO="1", BIND=bind, HOSTS="buurt.example.nl")
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert not found["SECURE"] and found["SECURE_PROXY_SSL_HEADER"] is None


def test_a_flag_is_nought_or_one(start: Start) -> None:
    with pytest.raises(env.BadSetting, match="SAMENSPEL_DEMO must be 0 or 1"):
        start(**REAL, DEMO="yes")


def test_headers_of_a_web_server_count_only_behind_https(start: Start) -> None:
    assert start(**REAL)["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1
    bare = start(**REAL, HTTPS="0")
    assert bare["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0 and bare["SECURE_PROXY_SSL_HEADER"] is None


def test_an_identity_provider_from_the_environment(start: Start) -> None:
    found = start(**REAL, **OIDC, OIDC_NAME="eHerkenning")
    (app,) = found["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert (app["client_id"], app["secret"], app["name"]) == ("samenspel", "geheim", "eHerkenning")
    assert app["settings"] == {"server_url": OIDC["OIDC_URL"]}
    assert OIDC["OIDC_URL"] in found["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"]
    assert not found["SOCIALACCOUNT_EMAIL_AUTHENTICATION"]


def test_without_provider_there_is_none(start: Start) -> None:
    assert start(**REAL)["SOCIALACCOUNT_PROVIDERS"] == {}


@pytest.mark.parametrize("name", sorted(OIDC))
def test_half_an_identity_provider_is_refused(start: Start, name: str) -> None:
    with pytest.raises(env.BadSetting, match="belong together"):
        start(**{**REAL, **OIDC, name: ""})


def test_an_identity_provider_that_others_can_read_along_is_refused(start: Start) -> None:
    with pytest.raises(env.BadSetting, match="https"):
        start(**REAL, **{**OIDC, "OIDC_URL": "http://id.example.nl"})


@pytest.fixture
def mask() -> Iterator[None]:
    """What the tests write stays as it was."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("mask")
def test_the_data_folder_is_for_this_account_only(start: Start, tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    for name in ("open", "new"):
        start(**REAL, DATA_DIR=str(tmp_path / name))
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700
    (tmp_path / "new" / "stemcodes.txt").write_text("")
    assert (tmp_path / "new" / "stemcodes.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("mask")
def test_a_folder_of_everybody_stays_so(start: Start, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o1777)
    start(**REAL, DATA_DIR=str(tmp_path / "shared"))
    assert (tmp_path / "shared").stat().st_mode & 0o7777 == 0o1777
