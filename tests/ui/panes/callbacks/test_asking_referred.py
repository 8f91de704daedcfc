"""What waits for a supervisor is asked with everybody it can be given to, by supervisors only."""

import pytest

from app.models.errors import NotAllowed
from app.ui.panes.callbacks import asking_referred
from tests.desk import sign_in
from tests.services.calling import call, campaign


def test_calls_come_with_operators_and_languages(office):
    calls = campaign(office, 2)
    call(office, calls[0], "246")
    with pytest.raises(NotAllowed):
        office.ask(asking_referred.referrals)
    sign_in(office, "li")
    found = office.ask(asking_referred.referrals)
    assert [one.callback for one in found.calls] == [calls[0]]
    assert "wang" in {one.name for one in found.operators}
    assert found.spoken[0].language == "zh_CN"
