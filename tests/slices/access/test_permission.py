"""One table says who may do what; nobody is let past it."""

import re
from pathlib import Path

import pytest
from tests.slices.access.people import actor

from qorgau import access
from qorgau.access.permission import NotPermitted, Reach, Whereabouts, may, permissions, reach, require
from qorgau.access.roles import SAYS, STAFF, Role
from qorgau.access.urls import urlpatterns
from qorgau.access.web import PUBLIC, permit
from qorgau.lawbook import Language
from qorgau.lawbook.book import law_folder
from qorgau.lawbook.strict_yaml import read_yaml

HERE = Whereabouts(place="place-1", region="region-1", parties=frozenset({"lawyer-1"}))


def test_an_act_that_is_not_in_the_table_is_refused_to_every_role() -> None:
    for role in Role:
        with pytest.raises(NotPermitted):
            require(actor(role), "custody.erase_everything")


def test_nobody_signed_in_may_do_nothing() -> None:
    for act in permissions():
        assert not may(None, act)
        with pytest.raises(NotPermitted):
            require(None, act)


def test_an_officer_acts_at_their_own_place_only() -> None:
    officer = actor("custody_officer", places=["place-1"])
    require(officer, "custody.book", at=HERE)
    with pytest.raises(NotPermitted):
        require(officer, "custody.book", at=Whereabouts(place="place-2", region="region-1"))


def test_what_is_not_known_to_stand_somewhere_is_refused() -> None:
    assert not may(actor("custody_officer", places=["place-1"]), "custody.see", at=Whereabouts())
    assert not may(actor("duty_prosecutor", regions=["region-1"]), "custody.see", at=Whereabouts())
    assert not may(actor("lawyer"), "custody.see", at=Whereabouts())


def test_a_prosecutor_reaches_their_region_and_no_other() -> None:
    prosecutor = actor("duty_prosecutor", regions=["region-1"])
    assert may(prosecutor, "custody.see", at=HERE)
    assert not may(prosecutor, "custody.see", at=Whereabouts(place="place-1", region="region-2"))


def test_a_lawyer_sees_the_case_they_are_in() -> None:
    assert may(actor("lawyer", account="lawyer-1"), "custody.see", at=HERE)
    assert not may(actor("lawyer", account="lawyer-2"), "custody.see", at=HERE)


def test_a_body_sees_the_complaints_before_it_and_no_others() -> None:
    prosecutor = actor("complaints_officer", body="special_prosecutors")
    given = Whereabouts(body="prosecutors_office", bodies=frozenset({"special_prosecutors"}))
    assert may(prosecutor, "complaints.see", at=given)
    assert may(actor("complaints_officer", body="prosecutors_office"), "complaints.see", at=given)
    assert not may(actor("complaints_officer", body="police"), "complaints.see", at=given)
    assert not may(prosecutor, "complaints.see", at=Whereabouts())


def test_nobody_of_a_place_and_no_administrator_opens_a_complaint() -> None:
    shut = {Role.CUSTODY_OFFICER, Role.HEAD_OF_PLACE, Role.RELATIVE, Role.ADMINISTRATOR}
    acts = [act for act in permissions() if act.startswith("complaints.")]
    assert acts
    assert [(act, role) for act in acts for role in shut if reach(actor(role), act)] == []


def test_the_preventive_mechanism_sees_every_place() -> None:
    assert may(actor("npm_member"), "custody.see", at=Whereabouts())


def test_the_administrator_has_no_act_that_opens_custody() -> None:
    administrator = actor("administrator")
    closed = (
        "custody.",
        "board.",
        "lookup.",
        "looks.",
        "enquiry.",
        "notices.",
        "handover.",
        "import.",
        "bundle.",
    )
    opened = [act for act in permissions() if act.startswith(closed) and reach(administrator, act)]
    assert opened == []


def test_only_a_doctor_enters_an_examination() -> None:
    assert [role for role in Role if reach(actor(role), "custody.examine")] == [Role.DOCTOR]


def test_the_place_does_not_see_who_looked_a_person_up() -> None:
    assert {role for role in Role if reach(actor(role), "looks.see")} == {Role.NPM_MEMBER, Role.LAWYER}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("far", [far for far in Reach if far is not Reach.EVERYWHERE])
def test_a_refusal_names_the_act_in_the_actors_language(far: Reach, language: Language) -> None:
    found = [
        (act, role) for act, line in permissions().items() for role, has in line.roles.items() if has is far
    ]
    act, role = found[0]
    with pytest.raises(NotPermitted) as refused:
        require(actor(role, language=language), act, at=Whereabouts())
    assert permissions()[act].title[language] in str(refused.value)
    assert refused.value.act == act


def test_each_role_speaks_with_words_that_the_vocabulary_knows() -> None:
    known = read_yaml(law_folder() / "international" / "vocabulary" / "sources-of-entries.yaml").mapping()
    assert set(SAYS) == set(Role)
    assert {word for words in SAYS.values() for word in words} <= set(known)


def test_lawyers_and_relatives_alone_need_no_second_factor() -> None:
    assert set(Role) - STAFF == {Role.LAWYER, Role.RELATIVE}


def test_every_address_of_the_slice_says_who_may_open_it() -> None:
    for pattern in urlpatterns:
        assert pattern.callback.act in {PUBLIC, *permissions()}, pattern


def test_an_act_that_is_not_in_the_table_cannot_stand_on_a_view() -> None:
    with pytest.raises(LookupError, match=r"permissions\.yaml"):
        permit("custody.erase_everything")


def test_every_phrase_of_the_slice_is_used_somewhere() -> None:
    room = Path(access.__file__).parent
    files = [*room.rglob("*.py"), *room.rglob("*.html")]
    said = "\n".join(file.read_text(encoding="utf-8") for file in files)
    keys = read_yaml(room / "phrases.yaml").mapping()
    put_together = ("access.role_", "access.reach_", "access.refused_", "access.no_such_")
    plural = re.compile(r"_(one|few|many|other)$")
    unused = [key for key in keys if plural.sub("", key) not in said and not key.startswith(put_together)]
    assert unused == []
