"""The addresses of complaints, written from the site's root."""

from django.urls import path

from qorgau.complaints.documents import web as papers
from qorgau.complaints.web import (
    acting,
    assigning,
    case,
    correcting,
    hearings,
    inbox,
    messaging,
    moving,
    officers,
    oversight,
    sealed,
    typed,
    watch,
    why,
)

app_name = "complaints"

_CASE = "complaints/<str:complaint_id>"
urlpatterns = [
    path("complain/typed/", typed.typed_page, name="typed"),
    path("complaints/", inbox.inbox_page, name="inbox"),
    path("complaints/oversight/", oversight.oversight_page, name="oversight"),
    path("complaints/oversight.csv", oversight.oversight_csv, name="oversight_csv"),
    path("complaints/watch/", watch.watch_page, name="watch"),
    path("hearings/", hearings.calendar_page, name="hearings"),
    path("hearings.ics", hearings.calendar_file, name="hearings_file"),
    path("officers/<str:officer_id>/", officers.officer_page, name="officer"),
    path(f"{_CASE}/", case.case_page, name="case"),
    path(f"{_CASE}/open/", sealed.read_page, name="read_sealed"),
    path(f"{_CASE}/envelope.json", sealed.envelope_file, name="envelope"),
    path(f"{_CASE}/opener.zip", sealed.opener_file, name="opener_file"),
    path(f"{_CASE}/assign/", assigning.assign_page, name="assign"),
    path(f"{_CASE}/procedures/", moving.begin_run, name="open_run"),
    path(f"{_CASE}/procedures/<str:run_id>/", moving.diagram_page, name="diagram"),
    path(f"{_CASE}/procedures/<str:run_id>/<str:move_id>/", moving.move_page, name="move"),
    path(f"{_CASE}/act/<str:act>/", acting.act_page, name="act"),
    path(f"{_CASE}/entries/<str:entry_id>/", correcting.correct_page, name="correct"),
    path(f"{_CASE}/entries/<str:entry_id>/withdraw/", correcting.withdraw, name="withdraw_entry"),
    path(f"{_CASE}/entries/<str:entry_id>/confirm/", correcting.confirm, name="confirm_correction"),
    path(f"{_CASE}/why/", why.why, name="why"),
    path(f"{_CASE}/messages/", messaging.send, name="message"),
    path(f"{_CASE}/messages/<str:message_id>/", messaging.message_file, name="message_file"),
    path(f"{_CASE}/papers/<slug:paper>.<slug:form>", papers.paper_file, name="paper"),
]
