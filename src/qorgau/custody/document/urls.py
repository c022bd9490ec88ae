"""Addresses of the papers; the site includes them from its root."""

from django.urls import path

from qorgau.custody.document import web

app_name = "custody_papers"

urlpatterns = [
    path("custody/<str:custody_id>/document.pdf", web.record_pdf, name="record_pdf"),
    path("paper-form.pdf", web.paper_form_pdf, name="paper_form_pdf"),
    path("shift-list.pdf", web.shift_list_pdf, name="shift_list_pdf"),
    path("rights/", web.rights_cards, name="rights_cards"),
    path("rights/<slug:key>/", web.rights_card_page, name="rights_card"),
    path("rights/<slug:key>.pdf", web.rights_card_pdf, name="rights_card_pdf"),
]
