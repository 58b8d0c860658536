"""Addresses of the quality room, below /<place>/<cycle>/kwaliteit/."""

from django.urls import path

from samenspel.stages.quality import views

app_name = "quality"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", views.draft, name="draft"),
    path("uitgeven/", views.publish, name="publish"),
    path("<str:code>/", views.definition, name="quality_definition"),
    path("<str:code>/tekst/", views.change, name="change"),
    path("<str:code>/zin/", views.add_statement, name="add_statement"),
    path("<str:code>/zin/<int:pk>/", views.change_statement, name="change_statement"),
    path("<str:code>/zin/<int:pk>/weghalen/", views.remove_statement, name="remove_statement"),
    path("<str:code>/op-tafel/", views.lay_open, name="open"),
    path("<str:code>/tekenen/", views.sign, name="sign"),
    path("<str:code>/waarvoor/", views.connect, name="connect"),
    path("<str:code>/nieuwe-versie/", views.replace, name="replace"),
]
