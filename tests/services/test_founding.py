"""What is set of a new center, and by whom."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.errors import FieldInvalid
from app.models.settings import Settings
from app.services import founding, settings
from app.services.accounts import people, sign_in
from app.services.office import Office
from app.store.store import Store
from tests.desk import KEY, PASSWORD
from tests.fakes import FakeClock

CHICAGO = "America/Chicago"


@pytest.fixture
def empty(tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """A desk at which nobody can sign in yet."""
    store = Store.create(tmp_path / "empty.db", KEY, clock.now, install_id="new-station")
    yield Office(store, clock, {"center_secret": KEY})
    store.close()


def test_where_no_place_is_named_nothing_is_set() -> None:
    assert founding.center("", language="en", zone_here=CHICAGO) == {}


@pytest.mark.parametrize(
    ("country", "time_zone", "here", "expected"),
    [
        ("us", "", CHICAGO, {"country": "US", "time_zone": CHICAGO, "language": "en"}),
        ("US", "America/New_York", CHICAGO, {"country": "US", "time_zone": "America/New_York", "language": "en"}),
        ("", "America/New_York", CHICAGO, {"time_zone": "America/New_York"}),
        ("US", "", "", {"country": "US", "language": "en"}),
    ],
)
def test_what_is_not_named_follows_from_the_computer_and_from_who_speaks(
    country: str, time_zone: str, here: str, expected: dict[str, str]
) -> None:
    assert founding.center(country, time_zone, language="en", zone_here=here) == expected


@pytest.mark.parametrize(("country", "time_zone"), [("XX", ""), ("", "Mars/Olympus")])
def test_a_place_that_there_is_not_is_refused(country: str, time_zone: str) -> None:
    with pytest.raises(FieldInvalid):
        founding.center(country, time_zone, language="en", zone_here="")


def test_the_first_account_sets_the_center_and_nobody_sits_at_the_desk_then(empty: Office) -> None:
    founding.found(empty, "root", "Root", PASSWORD, founding.center("US", language="en", zone_here=CHICAGO))
    known = empty.ask(settings.current)
    assert (known.country, known.time_zone, known.language) == ("US", CHICAGO, "en")
    assert empty.by is None
    with empty.store.reading() as rows:
        assert {row[0] for row in rows.all("SELECT name FROM setting")} == {"country", "time_zone", "language"}


@pytest.mark.parametrize("center", [{}, {"country": "CN", "time_zone": "Asia/Shanghai", "language": "zh_CN"}])
def test_what_a_center_is_anyway_is_not_written_so_that_nothing_stands_against_the_one_that_is_joined(
    empty: Office, center: dict[str, str]
) -> None:
    founding.found(empty, "root", "Root", PASSWORD, center)
    assert empty.ask(settings.current) == Settings()
    with empty.store.reading() as rows:
        assert rows.all("SELECT name FROM setting") == []
    empty.sign_in(empty.ask(sign_in, "root", PASSWORD))
    assert [one.name for one in empty.ask(people)] == ["root"]
