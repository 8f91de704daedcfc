from datetime import timedelta

import pytest

from app.models.inquiries import Urgency
from app.services import inquiries, inquiry_steps, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work import asking, steps
from tests.desk import NOON


def test_a_step_asks_what_it_needs_and_offers_the_rest(jobs: Jobs, work) -> None:
    found = {one.name: one for one in asking.step_fields(steps.BY_ID["dispatch"], jobs)}
    assert [name for name, one in found.items() if one.required] == ["unit", "due_at"]
    assert found["unit"].suggest is not None
    assert [one.key for one in found["unit"].suggest("disease")] == ["C11"]
    back = {one.name: one for one in asking.step_fields(steps.BY_ID["return_back"], jobs)}
    assert (back["reason"].kind, len(back["reason"].options)) == ("choice", 6)


def test_answers_become_the_command_that_saves_them(office: Office, work) -> None:
    dossier = office.ask(worklists.dossier, work["Late"])
    command, said = asking.command_of("return_back", {"reason": "wrong_area", "note": None}, dossier)
    assert command is inquiry_steps.take
    assert said == {"step": "return_back", "reason": "wrong_area", "note": None}
    assert asking.command_of("note", {"note": "words"}, dossier) == (inquiries.note, {"text": "words"})


def test_a_correction_saves_what_differs_and_nothing_else(office: Office, jobs: Jobs, work) -> None:
    dossier = office.ask(worklists.dossier, work["Late"])
    _, known = asking.edit_fields(dossier, jobs)
    same = {**known, "category": dossier.line.row.category, "area": None}
    assert asking.command_of("edit", same, dossier) == (None, {})
    due_at = NOON + timedelta(days=1)
    changed = {**same, "summary": None, "due_at": due_at}
    assert asking.command_of("edit", changed, dossier) == (
        inquiries.describe,
        {"due_at": due_at.isoformat(), "summary": None},
    )


@pytest.mark.parametrize(("urgency", "asks"), [("critical", False), ("high", False), ("normal", True), ("low", True)])
def test_only_a_lower_urgency_asks_why(office: Office, jobs: Jobs, work, urgency: str, asks: bool) -> None:
    office.do(inquiries.describe, work["Late"], urgency="high")
    fields, _ = asking.edit_fields(office.ask(worklists.dossier, work["Late"]), jobs)
    reason = next(one for one in fields if one.name == "reason")
    assert (reason.required, reason.asked({"urgency": urgency})) == (True, asks)


def test_a_lower_urgency_is_saved_with_its_reason(office: Office, work) -> None:
    office.do(inquiries.describe, work["Late"], urgency="high")
    dossier = office.ask(worklists.dossier, work["Late"])
    command, said = asking.command_of("edit", {"urgency": "low", "reason": "The fever is gone"}, dossier)
    assert command is inquiries.describe
    office.do(command, work["Late"], **said)
    assert office.ask(worklists.dossier, work["Late"]).line.row.urgency is Urgency.LOW


def test_an_inquiry_goes_to_somebody_else_who_works_on_inquiries(office: Office, work) -> None:
    desk = office.ask(worklists.desk)
    options = asking.person_fields(desk, desk.person.id)[0].options
    assert [one.label for one in options] == ["Li"]
    command, said = asking.command_of(
        "hand_over", {"person": options[0].key}, office.ask(worklists.dossier, work["Late"])
    )
    assert command is inquiries.hand_over
    assert office.do(command, work["Late"], **said).undoable
