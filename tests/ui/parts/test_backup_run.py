"""One backup of an open house at a time, whoever began it; how it ended stays to be read."""

from app.models.errors import NotAllowed
from app.services.office import Office, View
from app.ui.kit.jobs import Jobs
from app.ui.parts.backup_run import BackupRun
from tests.desk import sign_in


def _made(_view: View) -> int:
    return 7


def _refused(_view: View) -> int:
    raise NotAllowed(permission="make_backups")


def test_there_is_one_at_a_time_and_it_says_when_it_begins_and_ends(jobs: Jobs, office: Office) -> None:
    sign_in(office, "wang")
    run, heard = BackupRun.of(jobs), list[tuple[str, bool]]()
    assert BackupRun.of(jobs) is run

    def begun() -> None:
        heard.append(("begun", run.running))
        BackupRun.of(jobs).start(_refused, None)

    def ended() -> None:
        heard.append(("ended", run.running))

    run.begun.connect(begun)
    run.ended.connect(ended)
    run.start(_made, office)
    assert heard == [("begun", True), ("ended", False)]
    assert (run.by, run.error) == (office, None)


def test_what_it_failed_with_stays_until_the_next_begins(jobs: Jobs, office: Office) -> None:
    sign_in(office, "wang")
    run = BackupRun.of(jobs)
    run.start(_refused, office)
    assert isinstance(run.error, NotAllowed)
    run.start(_made, office)
    assert run.error is None
