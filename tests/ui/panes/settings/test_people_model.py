from dataclasses import replace

from app.services import accounts
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.people_model import PeopleTable
from tests.desk import NOON


def test_the_table_keeps_the_rules_of_qt(office: Office, jobs: Jobs, qtmodeltester) -> None:
    table = PeopleTable()
    table.show_people(office.ask(accounts.people))
    qtmodeltester.check(table)


def test_who_can_sign_in_stands_first(office: Office, jobs: Jobs) -> None:
    table = PeopleTable()
    people = office.ask(accounts.people)
    gone = replace(people[0], disabled_at=NOON, speaks=("en", "Hakka"))
    table.show_people([gone, *people[1:]])
    shown = [[table.index(row, column).data() for column in range(7)] for row in range(4)]
    assert shown[0] == ["Chen", "chen", "Trainer", "", "", "", "Can sign in"]
    assert shown[3][5] == "English, Hakka"
    assert shown[3][-1] == "Closed on 2026-03-02"
    assert table.place_of(gone.id) == 3
    assert table.place_of(b"") is None
