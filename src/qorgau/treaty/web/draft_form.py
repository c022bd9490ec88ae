"""Opening a draft and saving into it: a form knows which version its writer saw, so that nobody is overwritten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404

from qorgau.access.actor import Actor
from qorgau.lawbook import Language
from qorgau.treaty.actions.saving import DraftMoved
from qorgau.treaty.queries.drafts import DraftSeen, draft, kinds_for
from qorgau.treaty.refusal import TreatyRefusal
from qorgau.treaty.web.form import TreatyForm
from qorgau.treaty.web.opening import found_or_404
from qorgau.treaty.writing.annexes import counted_lines, longest_parts
from qorgau.treaty.writing.blocks import Writing
from qorgau.treaty.writing.counting import WordCount


class BasedForm(TreatyForm):
    """A form over one version of a draft."""

    base = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def based_on(self) -> int:
        """The version that was looked at."""
        return int(self.cleaned_data["base"])

    def refused(self, refusal: TreatyRefusal) -> None:
        """Of a draft that moved, the next sending is based on what stands now: it was shown with the refusal."""
        super().refused(refusal)
        if isinstance(refusal, DraftMoved):
            self.data = {**{name: self.data[name] for name in self.data}, "base": str(refusal.version)}


def seen_draft(actor: Actor, draft_id: str, *, version: int | None = None) -> DraftSeen:
    """A draft of the actor's body; whoever writes no reports is told what is told of one that is not there."""
    if not kinds_for(actor):
        raise Http404
    with found_or_404():
        return draft(actor, draft_id, version=version)


def words_said(count: WordCount, language: Language, writing: Writing | None = None) -> dict[str, Any]:
    """Words against the limit, as a meter and in sentences; of a draft at hand also where the longest parts are."""
    longest = longest_parts(writing, count, language) if writing is not None else ""
    return {
        "counted": count.counted,
        "limit": count.limit.words if count.limit else 0,
        "over": count.over,
        "lines": [*counted_lines(count, language), *([longest] if longest else [])],
    }
