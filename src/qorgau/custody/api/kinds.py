"""What may be entered: the form table, and each kind as the JSON schema of its entry."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Path, Router

from qorgau.access.request import actor_of
from qorgau.custody.api import answers
from qorgau.custody.importing.forms_as_schema import schema_of
from qorgau.custody.kind_forms import KindForm, form_of, group_titles, kind_forms
from qorgau.lawbook import Language
from qorgau.wording import in_language

router = Router(tags=["kinds"])


@router.get(
    "/kinds",
    response=answers.KindsAnswer,
    summary="The kinds of entries",
    openapi_extra={"x-act": "account.own"},
)
def kinds(request: HttpRequest) -> answers.KindsAnswer:
    """Every kind of the table by which pages, this API, the command line and import all work."""
    actor = actor_of(request)
    return answers.KindsAnswer(
        kinds=[
            _line(form, actor.language, may_add=actor.role in form.added_by) for form in kind_forms().values()
        ]
    )


@router.get(
    "/kinds/{kind}",
    response=dict[str, Any],
    summary="One kind as a JSON schema",
    openapi_extra={"x-act": "account.own"},
)
def kind(
    request: HttpRequest, kind: Annotated[str, Path(..., pattern=r"^[A-Za-z]{1,64}$")]
) -> dict[str, Any]:
    """The schema (2020-12) of what POST /custodies/{id}/entries takes for this kind."""
    form = form_of(kind)
    if form is None:
        raise Http404
    return schema_of(form, actor_of(request).language)


def _line(form: KindForm, language: Language, *, may_add: bool) -> answers.KindLine:
    return answers.KindLine(
        kind=form.kind,
        title=in_language(form.title, language),
        group=form.group,
        group_title=in_language(group_titles()[form.group], language),
        touch=form.touch.value,
        added_by=sorted(form.added_by),
        may_add=may_add,
    )
