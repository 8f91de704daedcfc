"""Who is at the desk when their account is closed ends the call and leaves."""

from datetime import timedelta

from app.services import accounts
from app.services.office import Office, Seat
from app.store import newcomers
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.closed_account import ClosedAccount
from tests.desk import PASSWORD, sign_in


def test_it_is_found_once_and_only_when_nobody_is_on_the_line(office: Office, clock, qapp, qtbot) -> None:
    sign_in(office, "admin")
    admin = office.by
    sign_in(office, "wang")
    jobs, calls = Jobs(office, clock.now, executor=InlineExecutor()), [True]
    watch = ClosedAccount(jobs, calls.__len__)
    with qtbot.assertNotEmitted(watch.found):
        jobs.ticked.emit(clock.now())
        Seat(office, admin).do(accounts.disable, "wang")
        jobs.ticked.emit(clock.now())
    calls.clear()
    with qtbot.waitSignal(watch.found):
        jobs.ticked.emit(clock.now())
    with qtbot.assertNotEmitted(watch.found):
        jobs.ticked.emit(clock.now())
    clock.advance(timedelta(minutes=1))  # what was typed could not be saved, and they stayed
    with qtbot.waitSignal(watch.found):
        jobs.ticked.emit(clock.now())
    watch.deleteLater()
    jobs.close()


def test_the_desk_is_left_and_nobody_signs_in_again(seated, house) -> None:
    with house.office.store.write("admin") as tx:
        wang = house.office.by.id
        tx.put("person", wang, {"disabled_at": "2026-03-02T00:00:00+00:00"})
    house.office.remember(None, tx.changes, undoable=False)
    seated.seat.jobs.ticked.emit(house.office.clock.now())
    assert (seated.desk, house.office.by, seated.reception.page) == (None, None, "sign_in")
    page = seated.reception.sign_in
    assert "Your account was closed, or this computer has joined a center" in page.notice.text()
    assert page.notice.isVisibleTo(page)


def test_whose_password_or_name_the_center_has_changed_is_named_before_anybody_signs_in(seated, house) -> None:
    seat = seated.seat
    with house.office.store.write("") as tx:
        newcomers.settle(tx, (), newcomers.News(("owner", "clerk"), ("admin",)))
    house.office.look_who_sits()
    seat.jobs.ticked.emit(house.office.clock.now())
    told = seated.reception.sign_in.notice.text()
    assert "Your account was closed, or this computer has joined a center" in told
    assert "Closed on this computer: owner, clerk." in told
    assert "Open by the center's password now: admin." in told
    house.office.ask(accounts.sign_in, "wang", PASSWORD)
    assert house.office.ask(accounts.settled) == ((), ())
