"""The addresses of the treaty cycle, written from the site's root."""

from django.urls import URLPattern

app_name = "treaty"
urlpatterns: list[URLPattern] = []
