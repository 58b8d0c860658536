"""Addresses of the assessment room, below /<place>/<cycle>/beter-of-anders/."""

from django.urls import path

from samenspel.stages.assessment import views

app_name = "assessment"
urlpatterns = [
    path("", views.index, name="index"),
    path("nieuwe-taak/", views.register, name="register"),
    path("uitgeven/", views.publish, name="publish"),
    path("taak/<str:code>/", views.task, name="task"),
    path("taak/<str:code>/verbeteren/", views.correct, name="correct"),
    path("taak/<str:code>/gesprek/", views.open_talk, name="open"),
    path("gesprek/<str:code>/", views.assessment, name="assessment"),
    path("gesprek/<str:code>/zeggen/", views.voice, name="voice"),
    path("gesprek/<str:code>/maat/", views.use, name="use"),
    path("gesprek/<str:code>/advies/", views.conclude, name="conclude"),
    path("gesprek/<str:code>/antwoord/", views.reply, name="reply"),
    path("gesprek/<str:code>/zeggen/<int:pk>/weghalen/", views.hide, name="hide"),
]
