"""Addresses of any area, with or without a place here: /cijfers/<code>[+<code>...]/."""

from django.urls import path

from samenspel.stages.profile.views import anywhere, comparing, mapping, taking_along

app_name = "areas"
urlpatterns = [
    path("cijfers/", anywhere.find, name="find"),
    path("cijfers/<str:codes>/", anywhere.area, name="area"),
    path("cijfers/<str:codes>/alle/", anywhere.every, name="every"),
    path("cijfers/<str:codes>/thema/<str:theme>/", anywhere.theme, name="theme"),
    path("cijfers/<str:codes>/kaart/<slug:indicator>/", mapping.city_map, name="map"),
    path("cijfers/<str:codes>/vergelijk/", comparing.compare, name="compare"),
    path("cijfers/<str:codes>/vergelijk/lijkt-op/", comparing.similar, name="similar"),
    path("cijfers/<str:codes>/profiel.pdf", taking_along.pdf, name="pdf"),
    path("cijfers/<str:codes>/profiel/", taking_along.paper, name="paper"),
    path("cijfers/<str:codes>/plaatje.png", taking_along.picture, name="picture"),
    path("cijfers/<str:codes>/cijfers.<str:kind>", taking_along.table, name="table"),
    path("embed/cijfer/<str:codes>/<slug:indicator>/", taking_along.embed, name="embed"),
]
