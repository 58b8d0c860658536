"""The pages of this app stand on their own."""

from typing import Any

import pytest

MIDDLEWARE = [
    "samenspel.ui.middleware.RequestLimitsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]


@pytest.fixture
def bare_site(settings: Any) -> None:
    """Only this app, with the strict rules of the whole site for styles and scripts."""
    settings.DEBUG = False
    settings.MIDDLEWARE = MIDDLEWARE
    settings.ROOT_URLCONF = "samenspel.ui.urls"
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    ]
