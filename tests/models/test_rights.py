"""What each role may do is one table, and how far each right reaches."""

from app.models.accounts import Person
from app.models.rights import RIGHTS, Permission, Reach, Role, reach_of

WANG = Person(b"1" * 16, "wang", "Wang", (Role.OPERATOR,), unit="clinic")
OTHER = b"2" * 16


def test_every_role_and_every_permission_stands_once_in_the_table() -> None:
    assert sorted(one.permission for one in RIGHTS) == sorted(Permission)
    assert {role for one in RIGHTS for role in one.reaches} == set(Role)
    assert all(one.reaches for one in RIGHTS)


def test_the_farthest_of_several_roles_counts() -> None:
    assert reach_of([Role.OPERATOR], Permission.HAND_OVER_INQUIRIES) is Reach.UNIT
    assert reach_of([Role.OPERATOR, Role.SUPERVISOR], Permission.HAND_OVER_INQUIRIES) is Reach.ANY
    assert reach_of([Role.TRAINER], Permission.HAND_OVER_INQUIRIES) is None


def test_a_right_reaches_ones_own_nobodys_and_those_of_ones_unit() -> None:
    right = Permission.HAND_OVER_INQUIRIES
    assert WANG.may_with(right, owner=WANG.id)
    assert WANG.may_with(right, owner=None)
    assert WANG.may_with(right, owner=OTHER, unit="clinic")
    assert not WANG.may_with(right, owner=OTHER, unit="hospital")
    assert not WANG.may_with(right, owner=OTHER)
