"""Addresses of the monitoring room, below /<place>/<cycle>/opbrengst/."""

from django.urls import path

from samenspel.stages.monitoring import views

app_name = "monitoring"
urlpatterns = [
    path("", views.index, name="index"),
    path("vertellen/", views.record, name="record"),
    path("uitgeven/", views.publish, name="publish"),
    path("volgende-ronde/", views.next_round, name="next_round"),
    path("nieuwe-les/", views.draft, name="draft"),
    path("les/<str:code>/", views.lesson, name="lesson"),
    path("les/<str:code>/tekst/", views.change, name="change"),
    path("les/<str:code>/delen/", views.share, name="share"),
    path("<str:code>/", views.outcome, name="outcome"),
    path("<str:code>/klopt/", views.confirm, name="confirm"),
    path("<str:code>/weghalen/", views.hide, name="hide"),
]
