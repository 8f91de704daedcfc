"""The practice desk: the same people, scripts and forms, and no way to the real one."""

from collections.abc import Iterator

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.services import contacts, mock_scenarios, practice_desk
from app.services.drill_items import script_of as counting
from app.services.office import Office
from app.services.practice_desk import PracticeDesk
from tests.desk import draft, sign_in
from tests.services.drilled import publish
from tests.services.test_mock_scenarios import script_of


def everything(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    rows = office.store.rows
    tables = [row[0] for row in rows.all("SELECT name FROM sqlite_master WHERE type='table'")]
    return {name: rows.all(f'SELECT * FROM "{name}" /* whole: a comparison */') for name in tables}


@pytest.fixture
def desk(office: Office) -> Iterator[PracticeDesk]:
    publish(office, script_of(mock_scenarios.find("bite-grandmother")))
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    made = office.ask(practice_desk.open_for, office)
    yield made
    made.close()


def test_what_is_saved_there_is_nowhere_else_and_gone_afterwards(office: Office, desk: PracticeDesk) -> None:
    before = everything(office)
    started = desk.office.do(contacts.start, draft(number="139 8765 4321", caller_name="")).value
    made = desk.office.do(contacts.finalize, started, Outcome.ANSWERED).value
    told = desk.office.ask(practice_desk.written, made.contact)
    assert told is not None
    assert (told.result, told.category) == ("answered_direct", "consult.immunization.hpv")
    assert everything(office) == before
    desk.close()
    assert not desk.folder.exists()


def test_it_knows_people_and_scripts_and_no_caller(office: Office, desk: PracticeDesk) -> None:
    assert desk.office.by == office.by
    assert desk.office.ask(counting, "imm-animal-bite").key == "imm-animal-bite"
    rows = desk.office.store.rows
    assert rows.all("SELECT count(*) FROM person") == office.store.rows.all("SELECT count(*) FROM person")
    for table in ("caller", "contact", "inquiry", "callback", "operator_state", "draft"):
        assert rows.one(f"SELECT 1 FROM {table} LIMIT 1") is None, table
    assert "sync" not in desk.office.outside


def test_what_was_cut_short_is_swept_away(office: Office, desk: PracticeDesk) -> None:
    desk.office.store.close()
    practice_desk.sweep(office)
    assert not (office.store.path.parent / practice_desk.FOLDER).exists()
    practice_desk.sweep(office)


def test_whoever_takes_no_contacts_has_no_practice_desk(office: Office) -> None:
    sign_in(office, "chen")
    with pytest.raises(NotAllowed):
        office.ask(practice_desk.open_for, office)
    assert not (office.store.path.parent / practice_desk.FOLDER).exists()
