"""What stations hold, in words."""

import pytest

from app.models.lease_moves import Quiet
from app.services import move_words
from app.services.callback_moves import Holding, Place
from tests.desk import NOON

HERE, THERE = Place("a", "Seat A", True), Place("b" * 32, "", False)
LOST = Quiet("b" * 32, NOON, NOON)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "held"),
        ({"free": True}, "given back, nobody calls"),
        ({"quiet": LOST}, "out of service, nobody calls"),
        ({"quiet": LOST, "wanted": HERE}, "out of service: goes to Seat A (this station) once its time is over"),
        ({"quiet": LOST, "wanted": HERE, "free": True}, "moves to Seat A (this station) once it was given back"),
        ({"wanted": HERE, "free": True}, "moves to Seat A (this station) once it was given back"),
        ({"proposed": HERE, "speakers": ("Li",)}, "Li speaks it at Seat A (this station): move it there"),
    ],
)
def test_how_a_holding_stands(more, says):
    assert move_words.standing(Holding(THERE, "hakka", 1, 1, NOON, **more), "en") == says


def test_a_station_without_a_label_is_known_by_its_name():
    assert move_words.place(THERE, "en") == "bbbbbbbb"
    assert move_words.place(Place("a", "", True), "zh_CN") == "本机"
