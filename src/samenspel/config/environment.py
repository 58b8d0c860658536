"""Reading settings from the environment: every SAMENSPEL_* name is known, an unknown one stops the start."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(SystemExit):
    """A setting that cannot be right. Printed as one sentence, never as a traceback."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: its name without prefix, default and meaning."""

    name: str
    default: str
    meaning: str


VARIABLES = (
    Variable("SECRET_KEY", "", "Long random text that signs cookies and links. Needed outside demo and tests."),
    Variable("CODE_KEY", "", "Long random text, kept apart, that protects voting codes."),
    Variable("DATABASE_URL", "", "postgres://user:password@host:5432/name; empty means SQLite in the data folder."),
    Variable("DATA_DIR", "", "Folder for the SQLite file and uploads; default `var` beside the code."),
    Variable("HOSTS", "", "Host names of the site, separated by commas."),
    Variable("HTTPS", "1", "1 when the site is reached over https (secure cookies, HSTS); 0 only on a laptop."),
    Variable("MAIL_URL", "", "smtp://user:password@host:587 or empty: mail is written to the log."),
    Variable("MAIL_FROM", "Samenspel <noreply@localhost>", "Sender of mail."),
    Variable("OIDC_URL", "", "Address of an OpenID Connect provider (DigiD or eHerkenning broker)."),
    Variable("OIDC_CLIENT", "", "Client name at that provider."),
    Variable("OIDC_SECRET", "", "Client secret at that provider."),
    Variable("OIDC_NAME", "DigiD", "Name of that provider on the login page."),
    Variable("DEMO", "0", "1 starts the demo neighbourhood with its cast; refused on a public address."),
    Variable("DEBUG", "0", "1 shows technical errors; only for developers, only on this machine."),
    Variable("BIND", "127.0.0.1:8000", "Address and port to serve on."),
    Variable("WORKERS", "4", "Number of web processes."),
    Variable("LOG_LEVEL", "INFO", "How much to log."),
)
PREFIX = "SAMENSPEL_"
_known = {PREFIX + v.name: v for v in VARIABLES}


def keep_private(folder: Path) -> None:
    """Make the data folder, for this account only: addresses of people and voting codes are in it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = folder.stat()
    # A folder of somebody else, or one that all may write in, is not ours to close.
    if found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX:
        folder.chmod(0o700)


def check_names() -> None:
    """Refuse unknown SAMENSPEL_* variables: a typo must not silently become a default."""
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in _known)
    if unknown:
        raise BadSetting(f"Unknown setting {', '.join(unknown)}. Known settings: {', '.join(sorted(_known))}.")


def read(name: str) -> str:
    """The value of a variable, or its default."""
    variable = _known[PREFIX + name]
    return os.environ.get(PREFIX + name, "").strip() or variable.default


def flag(name: str) -> bool:
    """A variable that is 1 or 0."""
    value = read(name)
    if value not in ("0", "1"):
        raise BadSetting(f"{PREFIX}{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def number(name: str) -> int:
    """A variable that is a whole number above zero."""
    value = read(name)
    if not (value.isascii() and value.isdigit()) or int(value) < 1:
        raise BadSetting(f"{PREFIX}{name} must be a whole number above zero, not {value!r}.")
    return int(value)


def loopback(host: str) -> bool:
    """Whether a host name or address is this machine itself."""
    has_port = host.count(":") == 1 or "]:" in host
    bare = host.rsplit(":", 1)[0] if has_port else host
    return bare.strip("[]").lower() in {"127.0.0.1", "localhost", "::1"}


def database(data_dir: Path) -> dict[str, object]:
    """Django's settings for the database: tuned SQLite, or PostgreSQL with a pool."""
    url = read("DATABASE_URL")
    return _postgres(url) if url else _sqlite(data_dir)


def _sqlite(data_dir: Path) -> dict[str, object]:
    # FULL: an acknowledged ballot or euro survives a power cut. IMMEDIATE: writers wait instead of failing.
    pragmas = (
        "journal_mode=WAL",
        "synchronous=FULL",
        "journal_size_limit=27103364",
        "cache_size=-4000",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted (envelopes after a count) is overwritten
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(data_dir / "samenspel.sqlite3"),
        # Opening the file for each request costs more than the questions of a page together.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": ";".join(f"PRAGMA {p}" for p in pragmas),
        },
    }


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise BadSetting(f"{PREFIX}DATABASE_URL must look like postgres://user:password@host:5432/name.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Waiting 30 s for a database that is down helps nobody: fail after three.
        # The server plans a question once in each connection, not each time it is asked.
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 3},
            "server_side_binding": True,
            "prepare_threshold": 3,
        },
        "CONN_HEALTH_CHECKS": True,
    }


def mail(url: str) -> dict[str, object]:
    """Django's mail settings from one address."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise BadSetting(f"{PREFIX}MAIL_URL must look like smtp://user:password@host:587.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 587,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.port != 25,
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 30,  # seconds; a server that does not answer must not hold the worker
    }


def oidc() -> dict[str, object]:
    """The login library's settings for the identity provider; empty without one."""
    url, client, key = read("OIDC_URL"), read("OIDC_CLIENT"), read("OIDC_SECRET")
    if not (url or client or key):
        return {}
    parts = urlsplit(url)
    if not (parts.hostname and client and key):
        raise BadSetting(f"{PREFIX}OIDC_URL, _CLIENT and _SECRET belong together: set all three, or none.")
    if parts.scheme != "https" and not loopback(parts.hostname):
        raise BadSetting(f"{PREFIX}OIDC_URL must begin with https://, so that nobody reads or changes what it says.")
    app = {"provider_id": "oidc", "name": read("OIDC_NAME"), "client_id": client, "secret": key}
    return {"openid_connect": {"APPS": [{**app, "settings": {"server_url": url}}]}}


def secret(name: str, *, playing: bool) -> str:
    """A secret: required for real use, a fixed well-known text in demo, debug and tests only."""
    value = read(name)
    if value and len(value) < 32:
        raise BadSetting(f"{PREFIX}{name} is too short: use at least 32 random characters.")
    if not value and not playing:
        raise BadSetting(
            f"{PREFIX}{name} is missing (for the demo, add --demo). Make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return value or f"only-for-demo-and-tests-{name.lower()}-{'x' * 24}"
