"""A proven backup keeps safe what the hub had when it began, and no more."""

from datetime import UTC, datetime, timedelta

import pytest

from app.models.sync import ends_of
from app.models.sync_errors import HubEmpty
from app.outside import hub_durable, hub_setup
from app.outside.hub import PostgresHub
from tests.outside.test_hub import _rows
from tests.servers import Server


def test_what_came_before_the_backup_is_safe_and_what_came_later_is_not(server: Server) -> None:
    made = hub_setup.enroll(server.place("hub"), "pc", "durable")
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": made.who}
    hub = PostgresHub({**login, "password": made.password})
    rows = _rows(3)
    hub.push(rows)
    origin = rows[0].origin
    hub_durable.keep(server.place("hub"), datetime.now(UTC) - timedelta(hours=1))
    assert hub.hello(origin).head.durable_seq == 0
    assert hub_durable.keep(server.place("hub"), datetime.now(UTC) + timedelta(seconds=1)) >= 3
    assert hub.hello(origin).head.durable_seq == 3
    hub.push(_rows(1, origin=origin, after=ends_of(rows)[0]))
    hub_durable.keep(server.place("hub"), datetime.now(UTC) - timedelta(hours=1))
    assert hub.hello(origin).head.durable_seq == 3
    hub.close()


def test_a_database_without_a_hub_is_refused(server: Server) -> None:
    with pytest.raises(HubEmpty):
        hub_durable.keep(server.place("postgres"), datetime.now(UTC))
