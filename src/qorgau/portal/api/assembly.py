"""The NinjaAPI with the slices' routers."""

from __future__ import annotations

from ninja import NinjaAPI

from qorgau import __version__
from qorgau.complaints.api import routers as complaints
from qorgau.custody.api import acting, bulk, files, kinds, looking
from qorgau.places import api as places
from qorgau.portal.api.refusals import refuse_by
from qorgau.portal.api.token_door import Token, anybody
from qorgau.treaty.api import routers as treaty

PREFIX = "/api/v1"
_ABOUT = (
    "The custody register, complaints and the treaty cycle for programs: the same acts, permissions and law as the pages. "
    "Instants in answers are UTC; times in requests are read on the clock of the place."
)


def make_api() -> NinjaAPI:
    """The API of this instance."""
    made = NinjaAPI(
        title="Qorgau",
        version=__version__,
        description=_ABOUT,
        openapi_url=None,
        docs_url=None,
        auth=[Token()],
        urls_namespace="api",
    )
    refuse_by(made)
    for router in (
        acting.router,
        looking.router,
        kinds.router,
        bulk.router,
        files.router,
        places.router,
        *complaints.ROUTERS,
        *treaty.ROUTERS,
    ):
        made.add_router("", router)
    made.add_router("", treaty.OPEN_TO_ALL, auth=anybody)
    return made


api = make_api()
