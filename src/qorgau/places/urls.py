"""The addresses of the inventory."""

from django.urls import path

from qorgau.places.web import cells, export, listing, places, units

app_name = "places"

urlpatterns = [
    path("places/", listing.index, name="index"),
    path("places/new/", places.new, name="new"),
    path("places/new/unofficial/", places.new_unofficial, name="new_unofficial"),
    path("places/export.csv", export.as_csv, name="export_csv"),
    path("places/export.xlsx", export.as_xlsx, name="export_xlsx"),
    path("places/<str:place_id>/", listing.show, name="place"),
    path("places/<str:place_id>/change/", places.change, name="change"),
    path("places/<str:place_id>/close/", places.close, name="close"),
    path("places/<str:place_id>/reopen/", places.reopen, name="reopen"),
    path("places/<str:place_id>/cells/new/", cells.new, name="new_cell"),
    path("places/<str:place_id>/cells/<str:cell_id>/", cells.change, name="cell"),
    path("places/<str:place_id>/cells/<str:cell_id>/close/", cells.close, name="close_cell"),
    path("units/", units.index, name="units"),
    path("units/new/", units.new, name="new_unit"),
    path("units/<str:unit_id>/", units.change, name="unit"),
]
