"""A person who stops a sync waits for no line: not for one that is made, and not for an answer that does not come."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from app.models.sync_errors import HubUnreachable
from app.outside import hub_setup
from app.outside.hub import connected
from app.outside.hub_door import HubDoor
from app.outside.hub_stop import HubStop
from app.services import hub_sync
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.ui.kit.progress import Progress, Stopped
from benchmarks.proxies import Proxy
from tests.desk import sign_in
from tests.servers import Server

#: Longest that a stop may take (seconds); a line that is made is given up after ten, an answer after 120.
SOON_S = 3.0


@pytest.fixture
def silent() -> Iterator[dict[str, str]]:
    """A place that takes a line and says nothing on it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield {"host": "127.0.0.1", "port": str(listener.getsockname()[1]), "dbname": "hub", "user": "nobody"}


def _took_s(run: Callable[[], object], stop: Callable[[], None], error: type[Exception]) -> float:
    """Return how long it takes to end from the stop on; that comes while it waits."""
    stopped: list[float] = []

    def press() -> None:
        stopped.append(time.monotonic())
        stop()

    timer = threading.Timer(0.3, press)
    timer.start()
    with pytest.raises(error):
        run()
    timer.join()
    return time.monotonic() - stopped[0]


def test_a_line_that_is_not_made_is_waited_for_no_longer(silent: dict[str, str]) -> None:
    stop = HubStop()
    assert _took_s(lambda: connected(silent, stop), stop.now, HubUnreachable) < SOON_S
    with pytest.raises(HubUnreachable):
        connected(silent, stop)


def test_an_answer_that_a_line_swallows_is_waited_for_no_longer(server: Server) -> None:
    made = hub_setup.enroll(server.place("hub"), "pc", "stopped")
    stop = HubStop()
    with Proxy(server.port) as proxy:
        login = {"host": "127.0.0.1", "port": str(proxy.port), "dbname": "hub", "user": made.who}
        hub = connected({**login, "password": made.password}, stop)
        assert hub.hello(b"o" * 16).center == "stopped"
        proxy.swallow()
        assert _took_s(lambda: hub.hello(b"o" * 16), stop.now, HubUnreachable) < SOON_S
        hub.close()


def test_a_sync_that_is_stopped_while_it_waits_says_so(office: Office, silent: dict[str, str]) -> None:
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "north", "Seat 7", silent))
    progress, door = Progress(), HubDoor(office)
    took_s = _took_s(lambda: door.run(told=_quiet, wish=progress), progress.cancel, Stopped)
    assert took_s < SOON_S
    assert [one.outcome for one in office.ask(hub_sync.latest)] == ["Stopped"]
    assert office.ask(hub_sync.state).missed is None


def _quiet(_phase: str, _done: int) -> None:
    """Show nothing."""
