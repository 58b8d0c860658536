"""Addresses of the pact room, below /<place>/<cycle>/pact/."""

from django.urls import path

from samenspel.stages.pact import views

app_name = "pact"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", views.convene, name="convene"),
    path("uitgeven/", views.publish, name="publish"),
    path("beloven/", views.promise, name="promise"),
    path("belofte/<str:code>/", views.commitment, name="commitment"),
    path("belofte/<str:code>/gehouden/", views.keep, name="keep"),
    path("belofte/<str:code>/nieuwe-datum/", views.renegotiate, name="renegotiate"),
    path("belofte/<str:code>/lukt-nu-niet/", views.step_back, name="step_back"),
    path("belofte/<str:code>/intrekken/", views.withdraw, name="withdraw"),
    path("belofte/<str:code>/te-laat/", views.late, name="late"),
    path("belofte/<str:code>/geen-antwoord/", views.not_answered, name="not_answered"),
    path("belofte/<str:code>/herinneren/", views.remind, name="remind"),
    path("belofte/<str:code>/waarbij/", views.connect, name="connect"),
    path("<str:code>/", views.pact, name="pact"),
    path("<str:code>/tekst/", views.describe, name="describe"),
    path("<str:code>/op-tafel/", views.lay_open, name="open"),
    path("<str:code>/tekenen/", views.sign, name="sign"),
    path("<str:code>/ingaan/", views.bring_into_force, name="bring_into_force"),
    path("<str:code>/stoppen/", views.end, name="end"),
]
