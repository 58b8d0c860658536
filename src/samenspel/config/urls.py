"""All addresses: Dutch, short, sayable. Rooms hang under /<place>/<cycle>/<room>/."""

from importlib import import_module

from django.conf import settings
from django.urls import URLResolver, include, path, register_converter

from samenspel.contracts.rooms import ROOM
from samenspel.kernel.access.converters import CycleConverter

handler400 = "samenspel.ui.views.bad_request"
handler403 = "samenspel.ui.views.forbidden"
handler404 = "samenspel.ui.views.not_found"
handler500 = "samenspel.ui.views.server_error"

register_converter(CycleConverter, "cycle")



def _room(stage: str) -> URLResolver:
    return path(f"{ROOM[stage].slug}/", include(import_module(f"samenspel.stages.{stage}.urls")))


urlpatterns = [
    # First, for most who come are here: a neighbourhood, a year and a room.
    path("<slug:place>/<cycle:cycle>/", include([_room(stage) for stage in settings.STAGES])),
    path("taal/", include("django.conf.urls.i18n")),
    path("", include("samenspel.ui.urls")),
    path("", include("samenspel.kernel.urls")),  # before allauth: some of its pages are ours
    path("inloggen/", include("allauth.urls")),
    path("<slug:place>/<cycle:cycle>/uitgaven/", include("samenspel.kernel.handover.urls")),
    path("", include("samenspel.stages.profile.urls.areas")),
    path("", include("samenspel.overview.urls")),
]
