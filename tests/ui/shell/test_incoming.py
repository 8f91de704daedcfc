from threading import Thread, current_thread

from PySide6.QtCore import QObject

from app.ui.shell.incoming import Incoming, listening


class Listener(QObject):
    def __init__(self):
        super().__init__()
        self.heard, self.threads = [], set()

    def take(self, message):
        self.heard.append(message)
        self.threads.add(current_thread())


def test_a_message_of_another_thread_arrives_on_the_thread_of_the_window(qtbot):
    incoming, listener = Incoming(), Listener()
    incoming.heard.connect(listener.take)
    thread = Thread(target=incoming.hear, args=({"action": "raise"},))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: listener.heard == [{"action": "raise"}])
    assert listener.threads == {current_thread()}


def test_who_says_something_does_not_wait_for_the_window(qapp):
    incoming, listener = Incoming(), Listener()
    incoming.heard.connect(listener.take)
    incoming.hear({"action": "raise"})
    assert listener.heard == []


def test_the_door_is_told_where_to_say_what_it_hears():
    heard = []

    class Doors:
        """Hears one message at once."""

        def listen(self, callback):
            callback({"action": "raise"})

    listening(doors=Doors(), heard=heard.append)
    assert heard == [{"action": "raise"}]
