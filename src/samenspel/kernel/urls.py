"""Addresses of places, people and rounds. A round starts with a year, so other pages keep their names."""

from typing import TypeAlias

from django.urls import URLPattern, URLResolver, include, path

from samenspel.kernel.access.views import calendar, cycle, login, mandates, me, party, staff

Urls: TypeAlias = list[URLPattern | URLResolver]


ME: Urls = [
    path("", me.me, name="me"),
    path("berichten/", me.my_messages, name="messages"),
    path("gegevens/", me.details, name="details"),
    path("gegevens.json", me.my_data, name="my_data"),
    path("e-mailadres/", me.email, name="email"),
    path("e-mailadres/code/", me.email_code, name="email_code"),
    path("namens/", me.act_for, name="act_for"),
    path("wissen/", me.erase, name="erase"),
    path("gewist/", me.erased, name="erased"),
]
PARTY: Urls = [
    path("", party.party, name="party"),
    path("bijwerken/", party.describe, name="describe"),
    path("meedoen/", party.join, name="join"),
    path("stoppen/", party.leave, name="leave"),
    path("splitsen/", party.split, name="split"),
    path("samengaan/", party.join_into, name="join_into"),
    path("opheffen/", party.stop, name="stop"),
    path("schakels/", party.links, name="links"),
    path("woordvoerder/<int:pk>/", party.let_speak, name="let_speak"),
]
PEOPLE: Urls = [
    path("mijn/", include(ME)),
    path("<slug:place>/groep/", party.parties, name="parties"),
    path("<slug:place>/groep/nieuw/", party.found, name="found"),
    path("<slug:place>/groep/<slug:slug>/", include(PARTY)),
]
ROUND: Urls = [
    path("", cycle.cycle, name="cycle"),
    path("afsluiten/", cycle.close_cycle, name="close"),
    path("stap/<slug:stage>/", cycle.move_stage, name="stage"),
    path("stap/<slug:stage>/overslaan/", cycle.skip_stage, name="skip"),
    path("afspraak/", cycle.agreement, name="agreement"),
    path("afspraak/<slug:condition>/", cycle.mark, name="mark"),
    path("toen-en-nu/", cycle.then_and_now, name="then_and_now"),
    path("toen-en-nu/schrijven/", cycle.write_then_and_now, name="write_then_and_now"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/nieuw/", calendar.add_date, name="add_date"),
    path("kalender/<int:pk>/", calendar.change_date, name="change_date"),
]
CYCLE: Urls = [
    path("<slug:place>/ronde/nieuw/", cycle.open_cycle, name="open"),
    path("<slug:place>/besluiten-door-wie/", calendar.bodies, name="bodies"),
    path("<slug:place>/besluiten-door-wie/nieuw/", calendar.add_body, name="add_body"),
    path("<slug:place>/besluiten-door-wie/<int:pk>/", calendar.change_body, name="change_body"),
    path("<slug:place>/<cycle:cycle>/", include(ROUND)),
]
ACCESS: Urls = [
    path("beheer/", staff.staff_session, name="staff_session"),
    path("beheer/sluiten/", staff.close_staff_session, name="close_staff_session"),
    path("demo/", staff.cast, name="cast"),
    path("demo/als/<slug:slug>/", staff.walk_in, name="walk_in"),
    path("<slug:place>/rollen/", mandates.mandates, name="mandates"),
    path("<slug:place>/rollen/nieuw/", mandates.give, name="give"),
    path("<slug:place>/rollen/<int:pk>/einde/", mandates.end, name="end"),
    path("<slug:place>/rollen/<int:pk>/neerleggen/", mandates.lay_down, name="lay_down"),
    path("<slug:place>/belang/", mandates.conflict, name="conflict"),
]
urlpatterns = [
    path("inloggen/", login.login_page, name="login"),
    path("inloggen/email/", login.own_email_page, name="own_email_page"),
    path("inloggen/password/<path:rest>", login.no_password, name="no_password"),
    path("", include("samenspel.kernel.news.urls")),
    path("", include((ACCESS, "access"))),
    path("", include((PEOPLE, "people"))),
    path("", include((CYCLE, "cycle"))),
]
