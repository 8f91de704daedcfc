"""A code of a newer program is read, shown as it is, and taken for nothing else."""

from app.models.appointments import AppointmentKind
from app.models.codes import coded


def test_a_listed_code_is_its_member():
    assert coded(AppointmentKind, "hard") is AppointmentKind.HARD


def test_a_code_of_a_newer_program_stands_for_itself():
    found = coded(AppointmentKind, "by_video")
    assert (found, found.value, str(found), f"{found}") == ("by_video", "by_video", "by_video", "by_video")
    assert isinstance(found, AppointmentKind)
    assert found not in list(AppointmentKind)
    assert coded(AppointmentKind, "by_video") is found
