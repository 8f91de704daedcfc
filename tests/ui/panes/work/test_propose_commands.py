"""An inquiry is proposed as a script from its page, after a look."""

import pytest

from app.services import script_proposals, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.words import Words
from tests.desk import sign_in


@pytest.fixture
def detail(office: Office, jobs: Jobs, work, words: Words, qtbot) -> InquiryDetail:
    made = InquiryDetail(jobs, words)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.show()
    return made


def test_it_is_shown_in_place_and_sent_in_the_persons_words(detail, office: Office, work, qtbot) -> None:
    assert not detail.can_propose()
    detail.propose()
    assert detail.form.step == ""
    detail.show_inquiry(work["Late"])
    detail.actions_row.table.run("work.propose")
    assert (detail.form.step, detail.form.form.value("question")) == ("propose", "Late")
    detail.form.form.set_values({"question": "When are you late", "answer": "Never."})
    with qtbot.waitSignal(detail.told):
        detail.form.submit()
    sign_in(office, "chen")
    (found,) = office.ask(script_proposals.open_proposals)
    assert (found.title, found.proposed.inquiry) == ("When are you late", work["Late"])


def test_a_second_proposal_is_refused_with_its_script(detail, work, qtbot) -> None:
    detail.show_inquiry(work["Late"])
    detail.propose()
    detail.form.form.set_values({"question": "Late", "answer": "Never."})
    detail.form.submit()
    with qtbot.waitSignal(detail.refused) as refused:
        detail.propose()
    assert refused.args[0].facts == {"key": "late"}
