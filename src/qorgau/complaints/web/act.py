"""What every act on a case shares: a form that knows the case and carries its act out."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.complaints.facts.case import Case
from qorgau.complaints.web.case_form import CaseForm
from qorgau.complaints.web.parts import officer_name
from qorgau.wording.templatetags.wording import active_language


class Act(CaseForm):
    """A form that carries out its act. needs: the act of the permission table, any of them."""

    needs: tuple[str, ...] = ("complaints.move",)

    def __init__(self, *args: Any, case: Case, actor: Actor, now: int, **kwargs: Any) -> None:
        """Know the case, so that only what is in it can be chosen."""
        super().__init__(*args, **kwargs)
        self.case, self.actor, self.now, self.language = case, actor, now, active_language()
        self.prepare()

    def prepare(self) -> None:
        """Offer what can be chosen."""

    def perform(self) -> object:
        """Carry the act out; raises ComplaintRefusal."""
        raise NotImplementedError

    @classmethod
    def makes_sense(cls, case: Case) -> bool:
        """Whether there is anything in the case to do it on."""
        return True

    @classmethod
    def is_for(cls, case: Case, actor: Actor) -> bool:
        """Whether this actor, who may do such acts, may do it in this case."""
        return True

    @property
    def common(self) -> dict[str, Any]:
        """What every act is given."""
        return {"now": self.now, "act_id": self.act}

    def officer_choices(self) -> list[tuple[str, str]]:
        """The officers of the case."""
        return [(each.id, officer_name(each, self.language)) for each in self.case.officers]
