import pytest
from PySide6.QtWidgets import QWidget

from app.models.contacts import Channel
from app.services import settings
from app.ui.panes.intake.conversation_pool import ConversationPool
from tests.desk import NOON, sign_in


@pytest.fixture
def pool(jobs, library, qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    made = ConversationPool(jobs, library, home)
    made.home = home
    return made


def test_widgets_are_used_again_and_hold_nothing_of_before(pool, qtbot):
    with qtbot.waitSignal(pool.made):
        first = pool.take(pool.blank_draft(Channel.PHONE_IN))
    first.state.edit("summary", "former")
    first.keeper.flush()
    pool.give_back(first)
    again = pool.take(pool.blank_draft(Channel.EMAIL))
    assert again is first
    assert (again.state.draft.channel, again.state.draft.summary, again.state.opened) == (Channel.EMAIL, None, False)
    assert again.what.editor("summary").text() == ""


def test_a_blank_draft_begins_now(pool):
    assert pool.blank_draft(Channel.LETTER).opened_at == NOON


def test_another_form_of_the_line_builds_conversations_anew(pool, jobs, office, qtbot):
    first = pool.take(pool.blank_draft(Channel.PHONE_IN))
    pool.give_back(first)
    sign_in(office, "admin")
    with qtbot.waitSignal(pool.outdated):
        jobs.do(settings.change, initiator=pool, form="ems-clinician-services")
    fresh = pool.take(pool.blank_draft(Channel.PHONE_IN))
    assert fresh is not first
    assert fresh.desk.form.id == "ems-clinician-services"


def test_other_changes_build_nothing(pool, jobs, office, qtbot):
    from app.services import units

    sign_in(office, "li")
    with qtbot.assertNotEmitted(pool.outdated):
        jobs.do(units.save_unit, initiator=pool, code="x", name="X")


def test_a_prepared_conversation_is_built_part_by_part_and_taken_next(pool, qtbot):
    made = []
    pool.made.connect(made.append)
    steps = pool.prepare()
    next(steps)
    assert made == []
    assert len([*steps]) >= 2
    assert pool.take(pool.blank_draft(Channel.EMAIL)) is made[0]


def test_a_conversation_prepared_for_another_form_is_not_taken(pool, jobs, office):
    steps = pool.prepare()
    next(steps)
    sign_in(office, "admin")
    jobs.do(settings.change, initiator=pool, form="ems-clinician-services")
    assert [*steps]
    assert pool.take(pool.blank_draft(Channel.PHONE_IN)).desk.form.id == "ems-clinician-services"
