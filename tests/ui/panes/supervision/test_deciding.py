"""A decision needs what the step needs, and says what is wrong beside the field."""

import pytest

from app.models.errors import AppError
from app.models.inquiries import EventKind
from app.services import inquiries, inquiry_steps, supervision
from app.services.office import Office
from app.ui.panes.supervision.deciding import DecideForm
from tests.desk import NOON


@pytest.fixture
def form(jobs, desk, office: Office, qtbot) -> DecideForm:
    made = DecideForm(jobs, office.clock.now)
    qtbot.addWidget(made)
    made.show()
    return made


def _item(office: Office):
    return office.ask(supervision.items, "extensions")[0]


def test_a_refusal_needs_its_reason(form: DecideForm, office: Office, desk) -> None:
    form.ask("refuse_extension", _item(office), NOON.tzinfo)
    form.submit()
    assert form.asking
    form.form.set_values({"reason": "One sample is enough"})
    form.submit()
    assert not form.asking
    assert office.ask(inquiries.detail, desk["Asked"]).events[-1].kind is EventKind.EXTENSION_REFUSED


def test_days_that_cannot_be_are_refused_beside_the_field(form: DecideForm, office: Office, desk) -> None:
    form.ask("approve_extension", _item(office), NOON.tzinfo)
    form.form.set_values({"days": 1000})
    form.submit()
    assert form.asking
    assert _item(office).asked is not None


def test_what_somebody_decided_meanwhile_is_said(form: DecideForm, office: Office, desk, qtbot) -> None:
    form.ask("approve_extension", _item(office), NOON.tzinfo)
    office.do(inquiry_steps.take, desk["Asked"], "refuse_extension", reason="No")
    with qtbot.waitSignal(form.refused) as refused:
        form.submit()
    assert isinstance(refused.args[0], AppError)
