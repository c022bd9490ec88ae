"""The routers of complaints, in the order in which addresses are tried: words before ids."""

from __future__ import annotations

from qorgau.complaints.api import assigning, coming, looking, moving, officers, protecting, sealed, things

ROUTERS = (
    sealed.router,
    coming.router,
    looking.router,
    assigning.router,
    moving.router,
    officers.router,
    things.router,
    protecting.router,
)
