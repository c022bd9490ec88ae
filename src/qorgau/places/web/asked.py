"""What the frame of the site tells each page: in which language, and what was sent."""

from django.http import HttpRequest, QueryDict

from qorgau.lawbook import Language


def language_of(request: HttpRequest) -> Language:
    """The language of the page."""
    return getattr(request, "language", Language.KK)


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent with a form; None where the form is only asked for."""
    return request.POST if request.method == "POST" else None
