"""The table of kinds is whole: every rule of custody can be answered, every word has a title, every object can end."""

import pytest

from qorgau.access.permission import permissions
from qorgau.access.roles import Role
from qorgau.custody.entries import RECORD_KINDS
from qorgau.custody.facts.law import ROLES, law, weighs, zone
from qorgau.custody.facts.offered import checked_facts, checked_personal
from qorgau.custody.kind_forms import KindForm, Touch, form_of, forms_for, group_titles, kind_forms
from qorgau.custody.refusal import CustodyRefusal
from qorgau.lawbook import Language

ZONE = zone("Asia/Almaty")
FORMS = list(kind_forms().values())
ELSEWHERE = frozenset({"ComplaintLodged", "InvestigationOpened"})
"""Kinds that rules of custody ask for and that complaints will record."""


def test_every_rule_of_custody_needs_only_kinds_that_the_desk_can_add() -> None:
    needed = {kind for role in ROLES for rule in law().rules[role] for kind in rule.kinds_needed}
    assert needed - set(kind_forms()) == ELSEWHERE


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_a_form_speaks_three_languages_and_stands_in_a_group(form: KindForm) -> None:
    texts = [form.title, group_titles()[form.group], *(fact.title for fact in form.asks)]
    texts += [field.title for field in form.personal]
    texts += [word for fact in form.asks for word in fact.words.values()]
    assert all(text.get(language) for text in texts for language in Language)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_some_role_that_may_add_a_kind_is_permitted_an_act_that_adds_it(form: KindForm) -> None:
    table = permissions()
    assert form.acts
    assert all(act in table for act in form.acts), form.acts
    assert any(role in table[act].roles for role in form.added_by for act in form.acts)


@pytest.mark.parametrize(
    "form", [form for form in FORMS if form.touch is Touch.ONE], ids=lambda form: form.kind
)
def test_one_touch_must_say_nothing_more(form: KindForm) -> None:
    assert checked_facts(form, {}, ZONE) == {}
    assert checked_personal(form, {}) == {}


@pytest.mark.parametrize("form", [form for form in FORMS if form.ends], ids=lambda form: form.kind)
def test_what_ends_here_begins_somewhere(form: KindForm) -> None:
    assert any(other.starts == form.ends for other in FORMS)


def test_what_identifies_an_event_is_named_by_its_form() -> None:
    # The custody itself is named by every entry; of the others the form says where the object comes from.
    for form in FORMS:
        if form.identified_by and form.identified_by != "custody":
            assert form.identified_by in (form.starts, form.ends, form.at), form.kind


def test_an_analyst_and_an_administrator_add_nothing() -> None:
    assert forms_for(Role.ANALYST) == forms_for(Role.ADMINISTRATOR) == ()


def test_nobody_adds_by_a_form_what_the_record_says_of_itself() -> None:
    assert all(form_of(kind) is None for kind in RECORD_KINDS)


def test_foreign_comparators_proposals_and_recommendations_do_not_decide_who_comes_first() -> None:
    rules = law().book.safeguards
    hourly = rules["international/pace_hourly_checks"]
    judge = rules["kz/judge_within_48_hours"]
    assert not any(weighs(hourly, basis) for basis in hourly.bases)
    assert [basis.value for basis in judge.bases if weighs(judge, basis)] == ["national_law"]


def test_a_number_is_a_whole_number_and_an_age_one_that_people_reach() -> None:
    form = form_of("IdentityRecorded")
    assert form is not None
    said = {"name_status": "given"}
    assert checked_facts(form, {**said, "age": "17"}, ZONE)["age"] == 17
    for typed in ("17.5", "-1", "170", "١٧"):
        with pytest.raises(CustodyRefusal):
            checked_facts(form, {**said, "age": typed}, ZONE)
