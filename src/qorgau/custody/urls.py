"""The addresses of the custody desk."""

from django.urls import path

from qorgau.custody.web import (
    adding,
    board,
    booking,
    correcting,
    exporting,
    joining,
    moving,
    oversight,
    record,
    searching,
    why,
)

app_name = "custody"

urlpatterns = [
    path("board/", board.board, name="board"),
    path("find/", searching.find, name="find"),
    path("custody/new/", booking.book_person, name="book"),
    path("custody/export/", exporting.export, name="export"),
    path("custody/answers/", oversight.answers, name="answers"),
    path("custody/<str:custody_id>/", record.record_page, name="record"),
    path("custody/<str:custody_id>/add/", adding.choose_kind, name="choose"),
    path("custody/<str:custody_id>/add/<str:kind>/", adding.add, name="add"),
    path("custody/<str:custody_id>/now/<str:kind>/", adding.add_at_once, name="add_at_once"),
    path("custody/<str:custody_id>/entries/<str:entry_id>/correct/", correcting.correct, name="correct"),
    path("custody/<str:custody_id>/entries/<str:entry_id>/withdraw/", correcting.withdraw, name="withdraw"),
    path("custody/<str:custody_id>/entries/<str:entry_id>/confirm/", correcting.confirm, name="confirm"),
    path("custody/<str:custody_id>/entries/<str:entry_id>/split/", joining.split, name="split"),
    path("custody/<str:custody_id>/join/", joining.join, name="join"),
    path("custody/<str:custody_id>/arrived/", moving.arrived, name="arrived"),
    path("custody/<str:custody_id>/why/", why.why, name="why"),
    path("custody/<str:custody_id>/answer/", why.answer, name="answer"),
]
