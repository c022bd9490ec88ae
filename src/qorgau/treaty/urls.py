"""The addresses of the treaty cycle, written from the site's root."""

from django.urls import path

from qorgau.treaty.web import (
    acting,
    articles,
    board,
    calendar,
    correcting,
    documents,
    exports,
    public,
    public_data,
    recommendation,
    report_blocks,
    report_versions,
    reports,
    sides,
)

app_name = "treaty"

_RECOMMENDATION = "treaty/recommendation/<str:stem>/<str:leaf>"
_DOCUMENT = "treaty/documents/<str:document_id>"
_REPORT = "treaty/reports/<str:draft_id>"
urlpatterns = [
    path("recommendations/", public.board_page, name="public_board"),
    path("recommendations/deadlines/", public_data.calendar_page, name="public_calendar"),
    path("recommendations/deadlines.ics", public_data.calendar_file, name="public_calendar_file"),
    path("recommendations/data/", public_data.data_page, name="public_data"),
    path("recommendations/changes.atom", public_data.feed, name="public_feed"),
    path("recommendations/export.<slug:form>", public_data.export, name="public_export"),
    path("recommendations/<str:stem>/", public.document_page, name="public_document"),
    path("recommendations/<str:stem>/<str:leaf>/", public.recommendation_page, name="public_recommendation"),
    path("articles/", articles.articles_page, name="articles"),
    path("articles/<str:pack>/<str:name>/", articles.article_page, name="article"),
    path("treaty/", board.board_page, name="board"),
    path(f"{_RECOMMENDATION}/", recommendation.recommendation_page, name="recommendation"),
    path(f"{_RECOMMENDATION}/act/<str:act>/", acting.act_page, name="act"),
    path("treaty/documents/", documents.documents_page, name="documents"),
    path("treaty/documents/take/", documents.take_page, name="take"),
    path("treaty/documents/catalogue/", documents.take_catalogue, name="take_catalogue"),
    path(f"{_DOCUMENT}/", documents.document_page, name="document"),
    path(f"{_DOCUMENT}/file/", documents.file_page, name="document_file"),
    path(f"{_DOCUMENT}/correct/", correcting.correct_page, name="correct"),
    path(f"{_DOCUMENT}/correct/<str:correction_id>/", correcting.withdraw_page, name="withdraw_correction"),
    path(f"{_DOCUMENT}/accept/", documents.accept, name="accept"),
    path(f"{_DOCUMENT}/publish/", documents.publish, name="publish_document"),
    path(f"{_DOCUMENT}/read-again/", documents.read_again, name="read_again"),
    path("treaty/export.<slug:form>", exports.export, name="export"),
    path("treaty/calendar/", calendar.calendar_page, name="calendar"),
    path("treaty/calendar.ics", calendar.calendar_file, name="calendar_file"),
    path("treaty/side-by-side/", sides.choose_page, name="choose_sides"),
    path("treaty/side-by-side/<str:left>/<str:right>/", sides.sides_page, name="side_by_side"),
    path("treaty/side-by-side/<str:left>/<str:right>/judge/", sides.judge_page, name="judge"),
    path("treaty/reports/", reports.reports_page, name="reports"),
    path("treaty/reports/new/", reports.new_page, name="new_report"),
    path("treaty/reports/issued/<str:report_id>.<slug:form>", reports.issued_page, name="issued_file"),
    path(f"{_REPORT}/", reports.report_page, name="report"),
    path(f"{_REPORT}/file.<slug:form>", reports.file_page, name="report_file"),
    path(f"{_REPORT}/cover/", reports.cover_page, name="report_cover"),
    path(f"{_REPORT}/issue/", reports.issue_page, name="issue_report"),
    path(f"{_REPORT}/discard/", reports.discard, name="discard_report"),
    path(f"{_REPORT}/add/", report_blocks.add_page, name="add_block"),
    path(f"{_REPORT}/versions/", report_versions.versions_page, name="report_versions"),
    path(f"{_REPORT}/restore/", report_versions.restore, name="restore_version"),
    path(f"{_REPORT}/correct/", report_versions.correct, name="correct_report"),
    path(f"{_REPORT}/recount/", report_versions.recount_page, name="recount_report"),
    path(f"{_REPORT}/block/<str:block>/", report_blocks.block_page, name="report_block"),
    path(f"{_REPORT}/block/<str:block>/put-in/", report_blocks.put_in, name="put_in"),
    path(f"{_REPORT}/block/<str:block>/remove/", report_blocks.remove, name="remove_block"),
]
