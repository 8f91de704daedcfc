from app.models.routing_rules import Table
from app.ui.panes.settings.rule_trial import TrialBar
from tests.desk import sign_in


def test_a_trial_ends_with_what_it_found(jobs, office, qtbot):
    bar = TrialBar(jobs)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.found) as found:
        bar.start(Table())
    assert found.args[0].looked == 0
    assert not bar.running
    assert not bar.isVisible()


def test_who_may_not_is_told(jobs, office, qtbot):
    sign_in(office, "wang")
    bar = TrialBar(jobs)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.refused):
        bar.start(Table())
    bar.stop()
    assert not bar.running
