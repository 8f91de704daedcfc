from app.ui.shell.settling import Settling


class Typing:
    """Conversations that need some saves; a negative number never gets saved."""

    def __init__(self, left):
        self.left, self.asked = left, 0

    def unsaved(self):
        self.asked += 1
        self.left -= self.left > 0
        return abs(self.left)


def settle(qtbot, jobs, typing, signal):
    settling = Settling(jobs, typing.unsaved)
    with qtbot.waitSignal(getattr(settling, signal)) as told:
        settling.start()
    return told.args


def test_nothing_typed_is_settled_at_once(qtbot, jobs):
    typing = Typing(0)
    assert settle(qtbot, jobs, typing, "settled") == []
    assert typing.asked == 1


def test_what_is_saved_in_between_is_looked_at_again(qtbot, jobs):
    typing = Typing(3)
    settle(qtbot, jobs, typing, "settled")
    assert typing.asked == 3


def test_what_cannot_be_saved_is_told_in_the_end(qtbot, jobs):
    assert settle(qtbot, jobs, Typing(-2), "stuck") == [2]
