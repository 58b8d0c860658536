"""Addresses of the overview."""

from django.urls import path

from samenspel.overview.views import about, home, openness, people, rooms, thread

urlpatterns = [
    path("", home.start, name="start"),
    path("healthz", home.healthz, name="healthz"),
    path("d/", thread.find, name="find"),
    path("d/<str:code>/", thread.thread, name="thread"),
    path("wie-mag-wat/", openness.who_may_what, name="who"),
    path("gegevens/", openness.data, name="data"),
    path("gegevens/<slug:name>.<slug:kind>", openness.table, name="table"),
    path("toegankelijkheid/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
    path("<slug:place>/", home.home, name="home"),
    path("<slug:place>/geld/", rooms.money, name="money"),
    path("<slug:place>/beloften/", rooms.promises, name="promises"),
    path("<slug:place>/regels-in-de-weg/", rooms.rules, name="rules"),
    path("<slug:place>/wie-mag-wat/", openness.who_may_what, name="who_here"),
    path("<slug:place>/logboek/", openness.journal_page, name="journal"),
    path("<slug:place>/groep/<slug:slug>/daden/", people.deeds, name="deeds"),
    path("<slug:place>/wacht-op-u/", people.waiting, name="waiting"),
    path("<slug:place>/raad/", people.council, name="council"),
    path("<slug:place>/zoeken/", openness.search, name="search"),
]
