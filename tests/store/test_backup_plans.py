"""The plan of backups is a local fact."""

from pathlib import Path

from app.services.office import Office
from app.store import backup_plans


def test_without_a_plan_it_is_daily_beside_the_database(office: Office) -> None:
    plan = backup_plans.plan(office.store.rows)
    assert (Path(plan.folder), plan.every_h, plan.last_at) == (office.store.path.parent / "backups", 24, None)


def test_a_plan_is_kept_and_writes_no_record(office: Office) -> None:
    before = office.store.rows.one("SELECT max(id) FROM journal")
    with office.store.write("admin") as tx:
        backup_plans.set_plan(tx, 0, "/far")
    plan = backup_plans.plan(office.store.rows)
    assert (plan.folder, plan.every_h) == ("/far", 0)
    assert office.store.rows.one("SELECT max(id) FROM journal") == before
