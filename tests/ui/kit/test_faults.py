from pathlib import Path

from app.ui.kit.faults import fault_of, log_fault


def caught(secret):
    try:
        try:
            raise KeyError(secret)
        except KeyError as inner:
            raise ValueError(secret) from inner
    except ValueError as error:
        return error


def test_a_fault_names_kinds_places_command_and_version_but_no_value():
    fault = fault_of(caught("王小明 13800138000"), "contacts.finalize", "1.2.3")
    report = fault.report()
    assert "王小明" not in report
    assert "13800138000" not in report
    assert fault.kind == "ValueError ← KeyError"
    assert "contacts.finalize" in report
    assert "1.2.3" in report


def test_places_are_those_of_the_program_not_of_the_machine():
    fault = fault_of(caught("x"), "c", "1")
    assert "tests/ui/kit/test_faults.py:" in fault.trace
    assert str(Path(__file__).parents[3]) not in fault.trace


def test_two_faults_have_two_ids():
    assert fault_of(caught("x"), "c", "1").id != fault_of(caught("x"), "c", "1").id


def test_a_chain_in_a_circle_ends():
    one, other = ValueError("a"), KeyError("b")
    one.__context__, other.__context__ = other, one
    assert fault_of(one, "c", "1").kind == "ValueError ← KeyError"


def test_the_log_gets_id_and_places(caplog):
    fault = fault_of(caught("x"), "contacts.finalize", "1")
    log_fault(fault)
    assert fault.id in caplog.text
    assert "contacts.finalize" in caplog.text
