"""Addresses of the overview."""

from django.urls import path

from samenspel.overview.views import about, calendar, guides, home, openness, people, posters, rooms, thread

urlpatterns = [
    path("", home.start, name="start"),
    path("healthz", home.healthz, name="healthz"),
    path("d/", thread.find, name="find"),
    path("d/<str:code>/", thread.thread, name="thread"),
    path("stem/<str:code>/", thread.vote, name="vote_here"),
    path("d/<str:code>/poster/", posters.thing, name="poster"),
    path("d/<str:code>/poster.pdf", posters.thing, {"kind": "pdf"}, name="poster_pdf"),
    path("wie-mag-wat/", openness.who_may_what, name="who"),
    path("gegevens/", openness.data, name="data"),
    path("gegevens/alles.sqlite3", openness.everything, name="everything"),
    path("gegevens/<slug:name>.<slug:kind>", openness.table, name="table"),
    path("hulp/", guides.guides, name="guides"),
    path("hulp/<slug:slug>/", guides.guide, name="guide"),
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
    path("<slug:place>/posters/", posters.choose, name="posters"),
    path("<slug:place>/poster/", posters.here, name="place_poster"),
    path("<slug:place>/poster.pdf", posters.here, {"kind": "pdf"}, name="place_poster_pdf"),
    path("<slug:place>/poster/<slug:room>/", posters.here, name="room_poster"),
    path("<slug:place>/poster/<slug:room>.pdf", posters.here, {"kind": "pdf"}, name="room_poster_pdf"),
    path("<slug:place>/in-uw-agenda/", calendar.dates, name="dates"),
    path("<slug:place>/agenda-<slug:language>.ics", calendar.feed, name="feed"),
    path("<slug:place>/<cycle:cycle>/in-uw-agenda/", calendar.dates, name="dates_of_round"),
    path("<slug:place>/<cycle:cycle>/agenda-<slug:language>.ics", calendar.feed, name="feed_of_round"),
    path("<slug:place>/zoeken/", openness.search, name="search"),
]
