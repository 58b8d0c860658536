"""Addresses of the profile, below /<place>/<cycle>/profiel/."""

from django.urls import path

from samenspel.stages.profile.views import assets, figures, helping, photos, profile, recordings, stories

app_name = "profile"
urlpatterns = [
    path("", profile.index, name="index"),
    path("uitgeven/", profile.publish, name="publish"),
    path("thema/<str:theme>/", profile.theme, name="theme"),
    path("thema/<str:theme>/<slug:indicator>/", profile.compare, name="compare"),
    path("verhalen/", stories.stories, name="stories"),
    path("verhalen/vertellen/", stories.tell, name="tell"),
    path("verhalen/inspreken/", recordings.speak, name="speak"),
    path("verhalen/kraam/", helping.stall, name="stall"),
    path("verhalen/logboek/", helping.log, name="log"),
    path("verhalen/te-lezen/", stories.waiting, name="waiting"),
    path("verhaal/<str:code>/", stories.story, name="story"),
    path("verhaal/<str:code>/tonen/", stories.show, name="show_story"),
    path("verhaal/<str:code>/afschermen/", stories.hide, name="hide_story"),
    path("verhaal/<str:code>/intrekken/", stories.withdraw, name="withdraw_story"),
    path("verhaal/<str:code>/foto/", photos.photo, name="story_photo"),
    path("verhaal/<str:code>/foto/erbij/", photos.add, name="add_story_photo"),
    path("verhaal/<str:code>/foto/weg/", photos.remove, name="remove_story_photo"),
    path("verhaal/<str:code>/foto/weghalen/", photos.take_away, name="take_away_story_photo"),
    path("verhaal/<str:code>/foto/<int:pk>/tonen/", photos.show, name="show_story_photo"),
    path("verhaal/<str:code>/opname/", recordings.recording, name="story_recording"),
    path("verhaal/<str:code>/opname/erbij/", recordings.add, name="add_story_recording"),
    path("verhaal/<str:code>/opname/weg/", recordings.remove, name="remove_story_recording"),
    path("verhaal/<str:code>/opname/weghalen/", recordings.take_away, name="take_away_story_recording"),
    path("verhaal/<str:code>/opname/uitschrijven/", recordings.write_out, name="write_out_story"),
    path("verhaal/<str:code>/opname/<int:pk>/tonen/", recordings.show, name="show_story_recording"),
    path("verhaal/<str:code>/vertalen/", helping.translate, name="translate_story"),
    path("verhaal/<str:code>/vertaling/<int:pk>/weg/", helping.untranslate, name="remove_translation"),
    path("verhaal/<str:code>/inkorten/", helping.shorten, name="shorten_story"),
    path("bronnen/", assets.assets, name="assets"),
    path("bronnen/aanbieden/", assets.offer, name="offer"),
    path("bron/<str:code>/", assets.asset, name="asset"),
    path("bron/<str:code>/tonen/", assets.show, name="show_asset"),
    path("bron/<str:code>/afschermen/", assets.hide, name="hide_asset"),
    path("bron/<str:code>/koppelen/", assets.match, name="match_asset"),
    path("bron/<str:code>/gelukt/", assets.finish, name="finish_asset"),
    path("bron/<str:code>/stoppen/", assets.stop, name="stop_asset"),
    path("cijfers/", figures.sources, name="sources"),
    path("cijfers/inlezen/", figures.take_in, name="take_in"),
    path("cijfers/reden/<slug:indicator>/<slug:area>/<slug:period>/", figures.cite, name="cite"),
    path("cijfer/<str:code>/", figures.figure, name="figure"),
]
