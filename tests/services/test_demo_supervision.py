"""The demo's board has something to decide, and its ladder has climbed."""

from random import Random

from app.services import inquiry_steps, ladder_notices, supervision
from app.services.demo_supervision import supervise
from app.services.demo_texts import Texts
from app.services.office import Office
from tests.desk import sign_in
from tests.services.supervised import dispatch


def test_extensions_wait_and_rungs_have_fired(office: Office) -> None:
    person = sign_in(office, "wang")
    for name, hours in (("Late", -4), ("One", 30), ("Two", 40)):
        office.do(inquiry_steps.take, dispatch(office, name, hours), "accept")
    assert office.do(supervise, person, Texts(Random(1))).value == 1
    sign_in(office, "li")
    items = office.ask(supervision.items, "extensions")
    assert sorted(str(one.line.row.summary) for one in items) == ["One", "Two"]
    assert office.ask(ladder_notices.digests, language="en")
