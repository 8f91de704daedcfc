"""Who supervises is told once of each step that an incident grows past, and goes there by one press."""

# pyright: reportPrivateUsage=false

import pytest
from pytestqt.qtbot import QtBot

from app.services import clusters, inquiries, settings
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.work.cluster_alerts import ClusterAlerts
from tests.desk import sign_in
from tests.ui.panes.work.incidents import Work, start


@pytest.fixture
def strip(qtbot: QtBot) -> MessageStrip:
    made = MessageStrip()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def alerts(jobs: Jobs, office: Office, work: Work, strip: MessageStrip) -> ClusterAlerts:
    sign_in(office, "admin")
    office.do(settings.change, cluster_steps="3")
    sign_in(office, "wang")
    return ClusterAlerts(jobs, strip)


def _said(strip: MessageStrip) -> str:
    return strip.current.text if strip.current is not None else ""


def test_a_supervisor_is_told_once_and_led_to_the_lead(
    alerts: ClusterAlerts, office: Office, work: Work, strip: MessageStrip, qtbot: QtBot
) -> None:
    start(office, work)
    alerts.begin()
    assert _said(strip) == ""
    sign_in(office, "li")
    alerts.begin()
    assert _said(strip) == "An incident grows: Sewage in the ward, 3 inquiries within a day"
    with qtbot.waitSignal(alerts.wanted) as wanted:
        alerts._go()
    assert wanted.args == [work["Late"]]
    strip.clear()
    alerts.look()
    assert _said(strip) == ""


def test_it_is_told_when_it_happens(
    alerts: ClusterAlerts, jobs: Jobs, office: Office, work: Work, strip: MessageStrip
) -> None:
    sign_in(office, "li")
    members = [work[name] for name in ("Late", "Tonight", "Tomorrow")]
    jobs.do(clusters.start, lead=members[0], members=members, title="No water")
    assert _said(strip).startswith("An incident grows: No water")


def test_what_may_be_an_incident_is_told_once_and_listed(
    alerts: ClusterAlerts, office: Office, work: Work, strip: MessageStrip, qtbot: QtBot
) -> None:
    for name, inquiry in work.items():
        away = name in ("Next week", "Call")
        office.do(inquiries.describe, inquiry, area="South" if away else "North", summary=name if away else "Sewage")
    sign_in(office, "li")
    alerts.begin()
    assert _said(strip) == "Perhaps one incident in North: many say “sewage” today"
    with qtbot.waitSignal(alerts.listed) as listed:
        alerts._list()
    assert "area='North'" in f"{listed.args}"
    strip.clear()
    alerts.look_around()
    assert _said(strip) == ""
