"""Pages of sign-in and accounts, and the guard that stands on every view of the site."""

from qorgau.access.web.guard import permit, public
from qorgau.access.web.onward import PUBLIC

__all__ = ["PUBLIC", "permit", "public"]
