"""The addresses of handovers."""

from django.urls import path

from qorgau.handover import web

app_name = "handover"

urlpatterns = [
    path("handover/", web.handover, name="handover"),
    path("handover/<str:shift_id>/taken/", web.taken, name="taken"),
]
