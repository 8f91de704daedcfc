"""A restricted script is written by its owner, and by others only where its owner writes no more."""

from dataclasses import replace

import pytest

from app.models.script_life import OwnerOnly
from app.scripts_library.script import Governance, Script
from app.services import script_life, script_sketches
from app.services.office import Office
from tests.desk import sign_in
from tests.scripts_library.making import small


def restricted(owner: str) -> Script:
    return small("a-1", owner=owner, governance=Governance.RESTRICTED)


def saved(office: Office, owner: str) -> None:
    sign_in(office, "chen")
    office.do(script_life.save_draft, restricted(owner), base=None)


def test_its_owner_goes_on_and_nobody_else_begins_or_saves(office: Office) -> None:
    saved(office, "chen")
    assert office.ask(script_sketches.to_edit, "a-1").base == 1
    sign_in(office, "admin")
    for refused in (
        lambda: office.ask(script_sketches.to_edit, "a-1"),
        lambda: office.do(script_life.save_draft, replace(restricted("admin"), urgent=True), base=1),
    ):
        with pytest.raises(OwnerOnly) as raised:
            refused()
        assert raised.value.facts == {"key": "a-1", "owner": "Chen"}


@pytest.mark.parametrize("owner", ["", "nobody", "wang"])
def test_an_owner_who_writes_no_scripts_keeps_nobody_out(office: Office, owner: str) -> None:
    saved(office, owner)
    sign_in(office, "admin")
    assert office.do(script_life.save_draft, replace(restricted(owner), urgent=True), base=1).value == 2
