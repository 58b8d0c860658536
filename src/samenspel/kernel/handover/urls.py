"""Addresses of editions, below /<place>/<cycle>/uitgaven/."""

from django.urls import path

from samenspel.kernel.handover import views

app_name = "handover"
urlpatterns = [
    path("", views.editions, name="editions"),
    path("verslag/", views.publish_report, name="publish_report"),
    path("verslag/<int:number>/op-papier/", views.report_sheet, name="report_sheet"),
    path("verslag/<int:number>.pdf", views.report_sheet, {"kind": "pdf"}, name="report_pdf"),
    path("<slug:stage>/inlezen/", views.take_in, name="take_in"),
    path("<slug:stage>/<int:number>/", views.edition, name="edition"),
    path("<slug:stage>/<int:number>/inhoud.json", views.content, name="content"),
    path("<slug:stage>/<int:number>/verschil/<int:earlier>/", views.changes, name="changes"),
    path("<slug:stage>/<int:number>/verschil/<int:earlier>.csv", views.changes_csv, name="changes_csv"),
    path("<slug:stage>/<int:number>/<slug:contract>.csv", views.sheet, name="sheet"),
]
