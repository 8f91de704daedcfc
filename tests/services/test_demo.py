"""Filling makes as many inquiries as asked for, the same for the same seed, in a desk that works."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import NotAllowed, NotSignedIn
from app.outside.public_holidays import public_holidays
from app.services import accounts, demo, inquiries, units
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import rebuild
from tests.desk import sign_in
from tests.fakes import FakeClock


class Steps:
    """A progress that remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, int]] = []

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        self.heard.append((done, total))


def shown(office: Office) -> list[tuple[str | None, ...]]:
    rows = office.ask(inquiries.list_page, Wanted(), limit=500).rows
    return [(row.summary, row.caller_name, row.category, row.state.value, row.opened_at.isoformat()) for row in rows]


def test_as_many_inquiries_are_made_as_asked_for(office: Office) -> None:
    sign_in(office, "admin")
    steps = Steps()
    made = demo.fill(office, inquiries=50, progress=steps)
    assert made.inquiries == 50
    assert steps.heard == [(0, 100), (20, 100), (75, 100), (100, 100)]
    sign_in(office, "wang")
    assert len(shown(office)) == 50
    assert len(office.ask(units.list_units)) >= 30
    assert office.ask(accounts.sign_in, "zhao", made.password).display == "赵敏"
    assert rebuild.check_chain(office.store.rows).sound


def test_a_large_demo_has_a_past_before_its_days(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "LIVED", 40)
    sign_in(office, "admin")
    assert demo.fill(office, inquiries=200).inquiries == 200
    sign_in(office, "wang")
    kinds = {row[0] for row in office.store.rows.all("SELECT DISTINCT kind FROM inquiry_event /* whole: a test */")}
    assert {"imported", "opened", "dispatched", "closed"} <= kinds
    assert len(shown(office)) == 200


def test_only_who_manages_accounts_fills_a_desk(office: Office) -> None:
    with pytest.raises(NotAllowed):
        demo.fill(office, inquiries=20)
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        demo.fill(office, inquiries=20)


@pytest.fixture
def other(template: Path, tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Iterator[Office]:
    import shutil

    from app.store.store import Store
    from tests.desk import KEY

    path = tmp_path_factory.mktemp("other") / "onewindow.db"
    shutil.copy(template, path)
    store = Store.open(path, KEY, clock.now)
    yield Office(store, clock, {"center_secret": KEY, "holidays": public_holidays})
    store.close()


def test_the_same_seed_makes_the_same_desk(office: Office, other: Office) -> None:
    seen = []
    for desk in (office, other):
        sign_in(desk, "admin")
        demo.fill(desk, inquiries=45, seed=9)
        sign_in(desk, "wang")
        seen.append(shown(desk))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("hours", [8, 14.5, 17, 19, 30, 103])
def test_a_desk_is_filled_at_night_and_on_a_day_off_too(office: Office, clock: FakeClock, hours: float) -> None:
    clock.advance(timedelta(hours=hours))
    sign_in(office, "admin")
    assert demo.fill(office, inquiries=50).inquiries == 50
