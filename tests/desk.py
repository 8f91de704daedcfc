"""A desk for tests: a real encrypted database copied from one template, a clock that stands still, people signed in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.models.accounts import Person, Role
from app.models.contacts import Channel, ContactDraft
from app.outside.files import read_text
from app.outside.letters import read_letter
from app.outside.printing import write_pdf
from app.outside.public_holidays import HolidayPlaces, public_holidays
from app.outside.sheet_writing import write_book, write_table
from app.outside.sheets import read_sheet
from app.outside.table_doors import write_text
from app.services import accounts
from app.services.office import Office
from app.store.store import Store
from tests.fakes import FakeClock
from tests.shortcuts import KEY, NOON

PASSWORD = "correct horse battery"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with four people: wang (operator), li (supervisor), chen (trainer), admin (administrator)."""
    path = tmp_path_factory.mktemp("template") / "onewindow.db"
    clock = FakeClock(NOON)
    store = Store.create(path, KEY, clock.now, install_id="test-station")
    office = Office(store, clock, {"center_secret": KEY})
    office.do(accounts.create, "admin", "Admin", PASSWORD, (Role.ADMINISTRATOR,))
    office.sign_in(office.ask(accounts.sign_in, "admin", PASSWORD))
    for name, role in (("wang", Role.OPERATOR), ("li", Role.SUPERVISOR), ("chen", Role.TRAINER)):
        office.do(accounts.create, name, name.title(), PASSWORD, (role,))
    store.close()
    return path


@pytest.fixture
def clock() -> FakeClock:
    """A clock at noon of a Monday that moves only when told to."""
    return FakeClock(NOON)


@pytest.fixture
def office(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """A desk with its own copy of the template, wang signed in as operator."""
    with opened(template, tmp_path, clock) as desk:
        yield desk


@contextmanager
def opened(template: Path, folder: Path, clock: FakeClock) -> Iterator[Office]:
    """Open a desk in a folder on its own copy of a database, wang signed in; close it at the end."""
    path = folder / "onewindow.db"
    shutil.copy(template, path)
    store = Store.open(path, KEY, clock.now)
    places = HolidayPlaces()
    world = {
        "center_secret": KEY, "holidays": public_holidays, "holiday_places": places, "write_pdf": write_pdf,
        "write_book": write_book, "write_table": write_table, "write_text": write_text, "read_sheet": read_sheet,
        "read_text": read_text, "read_letter": read_letter,
    }  # fmt: skip
    desk = Office(store, clock, world)
    sign_in(desk, "wang")
    yield desk
    store.close()


def sign_in(office: Office, name: str) -> Person:
    """Seat one of the template's people at the desk, without the cost of a password check."""
    office.sign_in(None)
    person = next(one for one in _everyone(office) if one.name == name)
    office.sign_in(person)
    return person


def _everyone(office: Office) -> list[Person]:
    from app.store.accounts import everyone

    with office.store.reading() as rows:
        return everyone(rows)


def draft(**values: object) -> ContactDraft:
    """A draft of a call with what most outcomes need."""
    given: dict[str, object] = {
        "id": b"\0" * 16,
        "opened_at": NOON,
        "channel": Channel.PHONE_IN,
        "number": "138 1234 5678",
        "caller_name": "张三",
        "category": "consult.immunization.hpv",
        "summary": "Asks about the HPV vaccine",
        "details": "The daughter is 12. 想问九价疫苗",
        "dispatch_reason": "Agreed with the unit",
    }
    return ContactDraft(**{**given, **values})  # type: ignore[arg-type]
