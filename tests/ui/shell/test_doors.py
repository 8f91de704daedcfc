from app.ui.shell.doors import DoorOffice, SetUp, StartChoice


def test_a_door_is_called_with_its_arguments():
    assert DoorOffice().ask(divmod_of, first=7, second=2) == (3, 1)


def test_what_a_door_gives_looks_like_the_result_of_a_command():
    called = DoorOffice().do(divmod_of, first=9, second=4)
    assert (called.value, called.changes) == ((2, 1), {})


def test_passwords_and_passphrases_never_show_in_a_log():
    shown = repr(SetUp("li", "Li", "correct horse", "battery staple"))
    assert "horse" not in shown
    assert "staple" not in shown


def test_a_plain_start_asks_for_nothing_special():
    assert StartChoice() == StartChoice(demo=False, language="", theme="", message=None)


def divmod_of(first, second):
    return divmod(first, second)
