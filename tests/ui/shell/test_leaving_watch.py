"""After a last day, the first window that looks closes the account."""

from datetime import date, timedelta

from app.services import accounts, leaving
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.shell.leaving_watch import EVERY, LeavingWatch
from tests.desk import sign_in


def test_an_account_is_closed_at_the_first_look_after_its_last_day(office, clock, qapp):
    sign_in(office, "admin")
    closes_at = office.do(leaving.plan, "wang", date(2026, 3, 4)).value
    sign_in(office, "li")
    jobs = Jobs(office, clock.now, executor=InlineExecutor())
    watch = LeavingWatch(jobs)
    for at in (closes_at - timedelta(minutes=5), closes_at - timedelta(minutes=1)):
        clock.set(at)
        jobs.ticked.emit(at)
    assert _closed(office) == []
    clock.set(closes_at + EVERY)
    jobs.ticked.emit(closes_at + EVERY)
    assert _closed(office) == ["wang"]
    watch.deleteLater()
    jobs.close()


def test_who_hands_work_on_is_told_what_came_of_somebody_who_is_gone(office, clock, qapp):
    sign_in(office, "admin")
    office.do(leaving.leave, "wang", to="li")
    wang = next(one for one in office.ask(accounts.people) if one.name == "wang")
    with office.store.write("wang") as tx:
        tx.add("inquiry", {"number": "3", "owner": wang.id.hex(), "state": "new"})
    sign_in(office, "chen")
    jobs = Jobs(office, clock.now, executor=InlineExecutor())
    watch, told = LeavingWatch(jobs), []
    watch.came.connect(told.append)
    watch.look()
    assert told == ["Open work of Wang, who has left, came from another station: 1 to Li."]
    jobs.close()


def _closed(office):
    return [one.name for one in office.ask(accounts.people) if one.disabled_at is not None]
