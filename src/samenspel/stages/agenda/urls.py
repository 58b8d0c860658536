"""Addresses of the agenda, below /<place>/<cycle>/agenda/."""

from django.urls import path

from samenspel.stages.agenda import views

app_name = "agenda"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", views.draft, name="draft"),
    path("print/", views.printable, name="print"),
    path("uitgeven/", views.publish, name="publish"),
    path("bouwstenen/", views.blocks, name="blocks"),
    path("bouwstenen/<str:block>/", views.block, name="block"),
    path("<str:code>/", views.priority, name="priority"),
    path("<str:code>/tekst/", views.describe, name="describe"),
    path("<str:code>/voorleggen/", views.lay_open, name="open"),
    path("<str:code>/opnieuw/", views.reopen, name="reopen"),
    path("<str:code>/redenen/", views.reasons, name="reasons"),
    path("<str:code>/plaats/", views.rank, name="rank"),
    path("<str:code>/aannemen/", views.adopt, name="adopt"),
    path("<str:code>/nu-niet/", views.set_aside, name="set_aside"),
    path("<str:code>/trekkers/", views.duo, name="duo"),
    path("<str:code>/anders/", views.dissent, name="dissent"),
    path("<str:code>/anders/<int:pk>/terugnemen/", views.take_back, name="take_back"),
    path("<str:code>/anders/<int:pk>/weghalen/", views.hide_dissent, name="hide_dissent"),
]
