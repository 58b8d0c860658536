"""Addresses for following and mail."""

from django.urls import path

from samenspel.kernel.news import views

app_name = "news"
urlpatterns = [
    path("d/<str:code>/volgen/", views.follow_thing, name="follow"),
    path("mijn/volgen/", views.mine, name="mine"),
    path("nieuws/gestopt/", views.stopped, name="stopped"),
    path("nieuws/bevestig/<str:token>/", views.confirm, name="confirm"),
    path("nieuws/<str:token>/", views.by_link, name="by_link"),
    path("nieuws/<str:token>/stop/", views.one_click, name="one_click"),
    path("<slug:place>/<cycle:cycle>/volgen/", views.follow_round, name="follow_round"),
    path("<slug:place>/<cycle:cycle>/volgen/<slug:room>/", views.follow_round, name="follow_room"),
]
