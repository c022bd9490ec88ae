"""The addresses of mailboxes: what whoever complains sees, and what their page asks the server for."""

from django.urls import URLPattern, path, register_converter

from qorgau.mailboxes import doors
from qorgau.mailboxes.web import installing, kiosk, pages
from qorgau.mailboxes.web.tongue import Tongue

register_converter(Tongue, "tongue")

app_name = "mailboxes"

urlpatterns: list[URLPattern] = [
    path("complain/", pages.complain_page, name="complain"),
    path("complain/<tongue:language>/", pages.complain_page, name="complain_in"),
    path("complain/offline", installing.worker, name="worker"),
    path("complain/app.webmanifest", installing.manifest, {"page": "complain"}, name="complain_app"),
    path("kiosk/<str:place_id>/", kiosk.kiosk_page, name="kiosk"),
    path("kiosk/<str:place_id>/<tongue:language>/", kiosk.kiosk_page, name="kiosk_in"),
    path("kiosk/<str:place_id>/app.webmanifest", installing.kiosk_manifest, name="kiosk_app"),
    path("mailbox/", pages.mailbox_page, name="mailbox"),
    path("mailbox/<tongue:language>/", pages.mailbox_page, name="mailbox_in"),
    path("carry-out/", pages.carry_out_page, name="carry_out"),
    path("carry-out/<tongue:language>/", pages.carry_out_page, name="carry_out_in"),
    path("carry-out/app.webmanifest", installing.manifest, {"page": "carry-out"}, name="carry_out_app"),
    path("receipt/", pages.receipt_page, name="receipt"),
    path("receipt/<tongue:language>/", pages.receipt_page, name="receipt_in"),
    path("receipt/check.html", installing.checker, name="receipt_checker"),
    *doors.addresses,
]
