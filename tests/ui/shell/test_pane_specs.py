from dataclasses import replace

from app.models.accounts import Permission, Role
from app.ui.shell.pane_specs import PANES, for_person, rows_of
from tests.desk import sign_in


def ids(person):
    return [spec.id for spec in for_person(PANES, person)]


def test_an_operator_sees_what_an_operator_needs(office):
    seen = ["intake", "work", "callbacks", "scripts", "training", "findings", "reports", "settings"]
    assert ids(sign_in(office, "wang")) == seen


def test_only_a_supervisor_sees_the_board(office):
    assert ids(sign_in(office, "li")) == [
        "intake",
        "work",
        "callbacks",
        "scripts",
        "training",
        "supervision",
        "campaigns",
        "findings",
        "reports",
        "settings",
    ]


def test_an_administrator_without_another_role_takes_no_calls(office):
    assert ids(sign_in(office, "admin")) == ["scripts", "settings"]


def test_a_trainer_sees_inquiries_and_scripts(office):
    assert ids(sign_in(office, "chen")) == ["work", "scripts", "training", "findings", "reports", "settings"]


def test_a_disabled_account_sees_only_what_needs_no_permission(office, clock):
    person = replace(sign_in(office, "wang"), disabled_at=clock.now())
    assert ids(person) == ["settings"]


def test_one_of_several_permissions_is_enough(office):
    either = replace(PANES[0], permissions=(Permission.MANAGE_ACCOUNTS, Permission.TAKE_CONTACTS))
    assert either.is_for(sign_in(office, "wang"))
    assert Role.OPERATOR in sign_in(office, "wang").roles


def test_the_rows_of_a_pane_are_read_without_making_it():
    rows = rows_of("intake")
    assert "intake.answered" in [row.id for row in rows]
    assert len({row.id for row in rows}) == len(rows)
