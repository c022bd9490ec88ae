"""What every act on a recommendation shares: a form that knows it and carries its act out."""

from __future__ import annotations

from typing import Any

from qorgau.access.actor import Actor
from qorgau.complaints.web.choosing import body_choices
from qorgau.lawbook import Language
from qorgau.treaty.actions import Done
from qorgau.treaty.facts.told import RecommendationPage
from qorgau.treaty.facts.words import SourceLevel
from qorgau.treaty.queries import documents
from qorgau.treaty.queries.reach import may_for
from qorgau.treaty.seats import country, today
from qorgau.treaty.web.form import TreatyForm
from qorgau.treaty.web.words import LANGUAGES, phrase
from qorgau.wording.templatetags.wording import active_language

_MOST_DOCUMENTS = 200


class Act(TreatyForm):
    """A form that carries out its act. needs: the acts of the permission table, any of them."""

    needs: tuple[str, ...] = ("treaty.see",)

    def __init__(
        self, *args: Any, page: RecommendationPage, actor: Actor, now: int, of: str = "", **kwargs: Any
    ) -> None:
        """Know the recommendation, and which of its parts the act is about."""
        super().__init__(*args, **kwargs)
        self.page, self.actor, self.now, self.of = page, actor, now, of
        self.tongue: Language = active_language()
        self.prepare()

    def prepare(self) -> None:
        """Offer what can be chosen."""

    def perform(self) -> Done:
        """Carry the act out; raises TreatyRefusal."""
        raise NotImplementedError

    @classmethod
    def bodies(cls, page: RecommendationPage) -> tuple[str, ...]:
        """The bodies that the actor's reach is held against."""
        return ()

    @classmethod
    def is_open(cls, page: RecommendationPage, actor: Actor | None) -> bool:
        """Whether to show the act; the action itself asks again."""
        return any(may_for(actor, each, cls.bodies(page)) for each in cls.needs)

    def about(self) -> list[tuple[str, str]]:
        """What the act is about, above its form: the title and the words of a part."""
        return []

    @property
    def id(self) -> str:
        """The recommendation."""
        return self.page.line.id

    @property
    def common(self) -> dict[str, Any]:
        """What every act is given."""
        return {"now": self.now, "act_id": self.act}

    @property
    def today(self) -> Any:
        """The civil day in the country."""
        return today(country(), self.now)

    def offer_bodies(self, name: str, *, or_none: bool = False) -> None:
        """Offer the institutions of the country."""
        self.offer(name, body_choices(self.tongue), or_none=or_none)

    def offer_languages(self, name: str = "language") -> None:
        """Offer the languages."""
        self.offer(name, list(LANGUAGES.items()))
        self.fields[name].initial = self.tongue.value

    def offer_levels(self) -> None:
        """Offer how sure a source can be."""
        self.offer("level", [(each.value, phrase("level", each.value, self.tongue)) for each in SourceLevel])

    def offer_documents(self) -> None:
        """Offer the documents that are here, none of them too."""
        lines = documents(self.actor, size=_MOST_DOCUMENTS).lines
        self.offer("document", [(each.id, each.symbol or each.title) for each in lines], or_none=True)
