"""A door is made when somebody first goes through it, and then stays."""

import threading

from app.outside.later import Later


class Door:
    made = 0

    def __init__(self):
        Door.made += 1
        self.number = Door.made

    def through(self, what):
        return f"{what} {self.number}"


def test_nothing_is_made_before_somebody_goes_through_and_then_once():
    Door.made = 0
    door = Later(Door)
    assert Door.made == 0
    assert door
    assert Door.made == 0
    assert (door.through("out"), door.through("in"), door.number) == ("out 1", "in 1", 1)


def test_threads_go_through_the_same_door():
    door, found = Later(Door), []
    threads = [threading.Thread(target=lambda: found.append(door.number)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert len(found) == 4
    assert len(set(found)) == 1
