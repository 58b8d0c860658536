"""All settings, from the environment only (see environment.py for every variable)."""

import os
import sys
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from samenspel.config import environment as env

env.check_names()

ROOT = Path(__file__).resolve().parents[3]
TESTING = "pytest" in sys.modules
DEBUG = env.flag("DEBUG")
SAMENSPEL_DEMO = env.flag("DEMO")
# The demo has a folder of its own, so that it never mixes with real data.
DATA_DIR = Path(env.read("DATA_DIR") or ROOT / "var" / ("demo" if SAMENSPEL_DEMO else "live"))
env.keep_private(DATA_DIR)
SAMENSPEL_BIND = env.read("BIND")
# Type checker and message or migration makers load these settings but serve nobody.
BUILDING = "mypy" in sys.modules or "makemigrations" in sys.argv or "makemessages" in sys.argv
if not (BUILDING or TESTING):
    os.umask(0o077)  # every command, web server and worker: what they write is for this account only
PLAYING = TESTING or SAMENSPEL_DEMO or DEBUG or BUILDING

if (SAMENSPEL_DEMO or DEBUG) and not TESTING and not env.loopback(SAMENSPEL_BIND):
    raise env.BadSetting(
        "The demo (or debug mode) lets anybody in, so it only runs on this machine itself: "
        "set SAMENSPEL_BIND to 127.0.0.1:8000, or set SAMENSPEL_DEMO and SAMENSPEL_DEBUG to 0."
    )

SECRET_KEY = env.secret("SECRET_KEY", playing=PLAYING)
SAMENSPEL_CODE_KEY = env.secret("CODE_KEY", playing=PLAYING)
if not PLAYING and SAMENSPEL_CODE_KEY == SECRET_KEY:
    raise env.BadSetting("SAMENSPEL_CODE_KEY must differ from SAMENSPEL_SECRET_KEY: voting codes need their own key.")
ALLOWED_HOSTS = [h.strip() for h in env.read("HOSTS").split(",") if h.strip()]
if PLAYING:
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *(["testserver"] if TESTING else [])]
if not ALLOWED_HOSTS:
    raise env.BadSetting("SAMENSPEL_HOSTS is empty: name the host names of the site, such as buurt.example.nl.")
SECURE = env.flag("HTTPS") and not PLAYING

STAGES = (
    "profile", "consultation", "agenda", "proposals", "plan", "budget", "quality", "assessment",
    "commissioning", "pact", "monitoring",
)  # fmt: skip
INSTRUMENTS = ("stories", "offers", "questions", "ballots", "surveys")


def _present(package: str, names: tuple[str, ...]) -> list[str]:
    return [f"samenspel.{package}.{name}" for name in names]


INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    # Ours first: the pages of the login library are shown in our own frame.
    "samenspel.ui",
    "samenspel.kernel",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    *_present("instruments", INSTRUMENTS),
    *_present("stages", STAGES),
    "samenspel.overview",
]

MIDDLEWARE = [
    "samenspel.ui.middleware.RequestLimitsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "samenspel.config.languages.PageLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samenspel.kernel.access.throttle.ThrottleMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "samenspel.kernel.access.middleware.ActorMiddleware",
    "samenspel.kernel.action.middleware.RefusalMiddleware",
    "samenspel.kernel.action.middleware.WriteAlarmMiddleware",
    "samenspel.overview.examples.ExamplesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenspel.kernel.access.context.page_context",
                "samenspel.ui.context.room",
                "samenspel.overview.context.frame",
            ],
        },
    },
]

ROOT_URLCONF = "samenspel.config.urls"
WSGI_APPLICATION = "samenspel.config.wsgi.application"
DATABASES = {"default": env.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "kernel.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
SILENCED_SYSTEM_CHECKS: list[str] = []

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": MEMORY},
    # kernel/access/kept.py: at most 10 MB in each web process
    "pages": {"BACKEND": MEMORY, "LOCATION": "pages", "TIMEOUT": 86_400, "OPTIONS": {"MAX_ENTRIES": 100}},
}

# Language: Dutch is the source. Which pages there are in Arabic and Turkish: samenspel/config/languages.py
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("English")), ("ar", _("العربية")), ("tr", _("Türkçe"))]
LOCALE_PATHS = [ROOT / "locale", Path(__file__).resolve().parents[1] / "locale"]  # the clone, or the installed wheel
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True
NUMBER_GROUPING = 3  # where a language says nothing about it, thousands are written as here
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TESTING or DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
SAMENSPEL_BODY_LIMIT = 1_000_000  # bytes; routes that take files name their own
SAMENSPEL_UPLOAD_LIMIT = 20_000_000

# Login: a mailed code or a passkey, never a password.
ACCOUNT_ADAPTER = "samenspel.kernel.people.adapter.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "samenspel.kernel.people.adapter.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_SIGNUP_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a found or stolen key is not enough
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PLAYING
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE else 0
LOGIN_REDIRECT_URL = "/mijn/"
LOGIN_URL = "/inloggen/"
SOCIALACCOUNT_PROVIDERS = env.oidc()
# An address that a provider names never opens the account of that address; who has it can connect both.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = False

# Security
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "samenspel.ui.views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'", "blob:"],  # a voice, and the one that a teller just recorded
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'", *([env.read("OIDC_URL")] if env.read("OIDC_URL") else [])],
    }
}
SAMENSPEL_WRITE_ALARM = not TESTING

# Mail
globals().update(env.mail(env.read("MAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.read("MAIL_FROM")
if TESTING:
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.read("LOG_LEVEL")},
}
