"""Addresses of the interface itself."""

from django.urls import path

from samenspel.ui import views

app_name = "ui"
urlpatterns = [path("stijl/", views.style_page, name="style")]
