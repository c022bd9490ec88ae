"""The addresses of carrying."""

from django.urls import path

from qorgau.carrying.web import bringing_in, clock, overview, taking_out, trusting

app_name = "carrying"

urlpatterns = [
    path("carry/", overview.overview, name="overview"),
    path("carry/card/", overview.card, name="card"),
    path("carry/trust/", trusting.trust, name="trust"),
    path("carry/out/", taking_out.out, name="out"),
    path("carry/arrived/", taking_out.arrived, name="arrived"),
    path("carry/in/", bringing_in.bring, name="in"),
    path("carry/in/<str:token>/", bringing_in.look, name="look"),
    path("carry/clock/", clock.compare, name="clock"),
]
