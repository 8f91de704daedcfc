"""A station is known by the origin under which it writes."""

from app.models.entities import ENTITIES
from app.models.stations import STATION


def test_a_station_is_named_once_for_each_origin() -> None:
    assert ENTITIES["station"] is STATION
    assert STATION.fact
    assert {"origin", "label"} <= set(STATION.by_name)
