"""What the frame of the site tells each page: in which language, and as of when."""

from django.http import HttpRequest, QueryDict

from qorgau.clock import now
from qorgau.lawbook import Language


def language_of(request: HttpRequest) -> Language:
    """The language of the page."""
    return getattr(request, "language", Language.KK)


def moment_of(request: HttpRequest) -> int:
    """The one moment as of which the page is made."""
    return getattr(request, "as_of", None) or now()


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with a form; None where the form is only asked for."""
    return request.POST if request.method == "POST" else None
