"""Addresses of the consultation, below /<place>/<cycle>/ophalen/."""

from django.urls import path

from samenspel.stages.consultation.views import contributions, desk, harvest

app_name = "consultation"
urlpatterns = [
    path("", harvest.index, name="index"),
    path("inbrengen/", contributions.give, name="give"),
    path("bijdragen/", contributions.contributions, name="contributions"),
    path("blad/", desk.sheet, name="sheet"),
    path("te-lezen/", desk.waiting, name="waiting"),
    path("afgeschermd/", desk.log, name="log"),
    path("verhaal/<str:code>/", desk.from_story, name="from_story"),
    path("wie/", harvest.count, name="count"),
    path("uitgeven/", harvest.publish, name="publish"),
    path("thema/<str:theme>/", harvest.theme, name="theme"),
    path("thema/<str:theme>/schrijven/", harvest.write, name="write"),
    path("<str:code>/", contributions.contribution, name="contribution"),
    path("<str:code>/tonen/", desk.show, name="show"),
    path("<str:code>/afschermen/", desk.hide, name="hide"),
    path("<str:code>/sorteren/", desk.sort, name="sort"),
    path("<str:code>/intrekken/", contributions.withdraw, name="withdraw"),
]
