"""Addresses of the plan, below /<place>/<cycle>/plan/."""

from django.urls import path

from samenspel.stages.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuw/", views.draft, name="draft"),
    path("op-papier/", views.whole, name="whole"),
    path("uitgeven/", views.publish, name="publish"),
    path("<str:code>/", views.plan_line, name="plan_line"),
    path("<str:code>/bijwerken/", views.describe, name="describe"),
    path("<str:code>/trekkers/", views.name_owners, name="name_owners"),
    path("<str:code>/prioriteit/", views.answer_priority, name="answer_priority"),
    path("<str:code>/voorstel/", views.take_proposal, name="take_proposal"),
    path("<str:code>/voorleggen/", views.propose, name="propose"),
    path("<str:code>/besluit/", views.decide, name="decide"),
    path("<str:code>/voortgang/", views.report_progress, name="report_progress"),
    path("<str:code>/gedaan/", views.finish, name="finish"),
    path("<str:code>/stoppen/", views.stop, name="stop"),
]
