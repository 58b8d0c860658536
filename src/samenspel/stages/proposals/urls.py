"""Addresses of the proposals, below /<place>/<cycle>/voorstellen/."""

from django.urls import path

from samenspel.stages.proposals import views

app_name = "proposals"
urlpatterns = [
    path("", views.index, name="index"),
    path("inleveren/", views.hand_in, name="hand_in"),
    path("concept/", views.draft, name="draft"),
    path("uitgeven/", views.publish, name="publish"),
    path("<str:code>/", views.proposal, name="proposal"),
    path("<str:code>/bewijs/", views.receipt, name="receipt"),
    path("<str:code>/concept-inleveren/", views.hand_in_draft, name="hand_in_draft"),
    path("<str:code>/tekst/", views.amend, name="amend"),
    path("<str:code>/kosten/", views.costs, name="costs"),
    path("<str:code>/komt-uit/", views.answer, name="answer"),
    path("<str:code>/kan-het/", views.check, name="check"),
    path("<str:code>/contact/", views.contact, name="contact"),
    path("<str:code>/wegen/", views.weigh, name="weigh"),
    path("<str:code>/vertellen/", views.tell, name="tell"),
    path("<str:code>/antwoord/", views.decide, name="decide"),
    path("<str:code>/samen/", views.merge, name="merge"),
    path("<str:code>/lukt-nu-niet/", views.withdraw, name="withdraw"),
    path("<str:code>/weghalen/", views.hide, name="hide"),
    path("<str:code>/terugzetten/", views.show, name="show"),
]
