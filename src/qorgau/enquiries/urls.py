"""The addresses of look-ups and enquiries."""

from django.urls import path

from qorgau.enquiries.web import asking, desk, fetching, lookup

app_name = "enquiries"

urlpatterns = [
    path("enquiry/", asking.ask_page, name="ask"),
    path("enquiry/key/", asking.key_page, name="key"),
    path("enquiry/answer/", fetching.fetch_page, name="fetch"),
    path("enquiry/answers/", desk.desk_page, name="desk"),
    path("enquiry/answers/<str:enquiry_id>/", desk.answer_page, name="answer"),
    path("enquiry/unanswered/", desk.unanswered_page, name="unanswered"),
    path("lookup/", lookup.people_page, name="people"),
    path("lookup/<str:custody_id>/", lookup.person_page, name="person"),
    path("looks/<str:custody_id>/", lookup.looks_page, name="looks"),
]
