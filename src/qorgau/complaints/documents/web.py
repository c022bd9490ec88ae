"""Downloads of the papers of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from qorgau.access.request import actor_of, moment_of
from qorgau.access.web import permit
from qorgau.complaints.documents.gathering import particulars
from qorgau.complaints.documents.paper import Paper
from qorgau.complaints.documents.pdf import print_sheet
from qorgau.complaints.documents.sheet import Sheet
from qorgau.complaints.documents.word import write_word
from qorgau.complaints.documents.writing import sheet_of
from qorgau.complaints.web.opening import seen_case
from qorgau.lawbook import Language
from qorgau.wording.templatetags.wording import active_language

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PRESSES: Mapping[str, tuple[Callable[[Sheet], bytes], str]] = {
    "pdf": (print_sheet, "application/pdf"),
    "docx": (write_word, _WORD),
}


@permit("complaints.see")
@require_GET
def paper_file(request: HttpRequest, complaint_id: str, paper: str, form: str) -> HttpResponse:
    """One paper as `pdf` or `docx`; `lang` may be asked for."""
    if paper not in set(Paper) or form not in _PRESSES:
        raise Http404
    actor, language = actor_of(request), _asked_language(request)
    case = seen_case(actor, complaint_id, now=moment_of(request))
    chosen = Paper(paper)
    press, content_type = _PRESSES[form]
    made = press(sheet_of(chosen, particulars(case, chosen, actor, language), language))
    shown = "inline" if form == "pdf" else "attachment"
    name = f"{chosen.value}-{language.value}.{form}"
    return HttpResponse(
        made,
        content_type=content_type,
        headers={"Content-Disposition": f'{shown}; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )


def _asked_language(request: HttpRequest) -> Language:
    asked = request.GET.get("lang", "")
    return Language(asked) if asked in {each.value for each in Language} else active_language()
