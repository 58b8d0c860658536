"""The unit of every bar: a bare Django view, without middleware or database."""

import secrets

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY=secrets.token_hex())


def hello(request: HttpRequest) -> HttpResponse:
    """Say hello."""
    return HttpResponse("hello")


urlpatterns = [path("", hello)]
application = get_wsgi_application()
