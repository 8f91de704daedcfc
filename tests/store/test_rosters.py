"""The newest roster of a center is read; another center's is not."""

from app.models.ids import derived_id
from app.services.office import Office
from app.store import rosters


def test_the_newest_roster_of_a_center_is_read(office: Office) -> None:
    people = [derived_id("person", str(n)) for n in range(2)]
    with office.store.write("li") as tx:
        for center, day, told in (
            ("north", "2026-03-01", people),
            ("north", "2026-03-02", people[:1]),
            ("south", "9", []),
        ):
            said = {"of_center": center, "day": day, "people": [one.hex() for one in told]}
            tx.add("roster", said, derived_id("roster", center + day))
    found = rosters.latest(office.store.rows, "north")
    assert found is not None
    assert (found.day, found.people) == ("2026-03-02", tuple(people[:1]))
    assert rosters.latest(office.store.rows, "west") is None
