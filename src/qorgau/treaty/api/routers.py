"""The routers of the treaty cycle, in the order in which addresses are tried: words before ids."""

from __future__ import annotations

from qorgau.treaty.api import (
    documents,
    drafts,
    following,
    issued_reports,
    linking,
    open_to_all,
    recommendations,
    saying,
    taking_along,
)

ROUTERS = (
    following.router,
    saying.router,
    documents.router,
    linking.router,
    recommendations.router,
    drafts.router,
    issued_reports.router,
    taking_along.router,
)
OPEN_TO_ALL = open_to_all.router
