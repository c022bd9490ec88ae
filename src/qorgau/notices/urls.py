"""The addresses of notices."""

from django.urls import path

from qorgau.notices import web

app_name = "notices"

urlpatterns = [
    path("notices/", web.notices, name="notices"),
    path("notices/<str:notice_id>/acknowledge/", web.acknowledged, name="acknowledge"),
]
