"""Addresses of sign-in, of one's own account, and of accounts for the administrator."""

from django.urls import URLPattern

app_name = "access"
urlpatterns: list[URLPattern] = []
