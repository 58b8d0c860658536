"""All addresses: Dutch, short, sayable. Rooms hang under /<place>/<cycle>/<room>/."""

from importlib import import_module

from django.conf import settings
from django.urls import include, path

from samenspel.contracts.rooms import ROOM

handler400 = "samenspel.ui.views.bad_request"
handler403 = "samenspel.ui.views.forbidden"
handler404 = "samenspel.ui.views.not_found"
handler500 = "samenspel.ui.views.server_error"

urlpatterns = [
    path("taal/", include("django.conf.urls.i18n")),
    path("", include("samenspel.ui.urls")),
    path("", include("samenspel.kernel.urls")),  # before allauth: some of its pages are ours
    path("inloggen/", include("allauth.urls")),
    path("<slug:place>/<cycle:cycle>/uitgaven/", include("samenspel.kernel.handover.urls")),
    path("", include("samenspel.overview.urls")),
    *(
        path(
            f"<slug:place>/<slug:cycle>/{ROOM[stage].slug}/",
            include(import_module(f"samenspel.stages.{stage}.urls")),
        )
        for stage in settings.STAGES
    ),
]
