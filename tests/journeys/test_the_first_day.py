"""The first day of a desk on a computer without a keyring: set up, keep the sheet, sign in; start again, recover."""

from PySide6.QtCore import Qt

from app import bootstrap
from app.outside.key_choice import KeyChoice
from app.ui.shell.doors import StartChoice
from app.ui.shell.hands import Hands
from app.ui.shell.window import MainWindow

PASSWORD = "correct horse"
PASSPHRASE = "battery staple on the desk"


class Administrator:
    """Somebody at a window that has just been started on a data folder."""

    def __init__(self, qtbot, folder):
        self.qtbot = qtbot
        self.window = MainWindow(bootstrap.doors(folder, KeyChoice(), folder / "demo"), StartChoice(language="en"))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.begin()
        self.hands = Hands(self.window)

    def waits_for(self, name):
        self.qtbot.waitUntil(lambda: self.hands.shows(name), timeout=20_000)

    def fills(self, **texts):
        for name, text in texts.items():
            self.hands.type(name.replace("__", "."), text)

    def presses(self, name):
        self.waits_for(name)
        self.hands.part(name).click()

    def sets_up(self, country=""):
        self.presses("first_run.set_up")
        self.waits_for("set_up.passphrase.first")
        if country:
            self.hands.empty("set_up.country")
            self.fills(set_up__country=country)
            self.hands.press("set_up.country", Qt.Key.Key_Return)
        self.fills(set_up__admin="admin", set_up__password=PASSWORD, set_up__password__again=PASSWORD)
        self.fills(set_up__passphrase__first=PASSPHRASE, set_up__passphrase__second=PASSPHRASE)
        self.presses("set_up.go")
        self.waits_for("recovery.last")
        groups = [label.text() for label in self.window.reception._pages["recovery"]._labels]
        self.fills(recovery__last=groups[-1])
        self.presses("recovery.go")
        return "-".join(groups)

    def signs_in(self):
        self.waits_for("sign_in.name")
        self.hands.empty("sign_in.name")
        self.fills(sign_in__name="admin", sign_in__password=PASSWORD)
        self.hands.press("sign_in.password", Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.window.desk is not None, timeout=20_000)

    def closes(self):
        with self.qtbot.waitSignal(self.window.ended, timeout=20_000):
            self.window.shut_down()
        self.window.deleteLater()


def test_a_desk_is_set_up_used_closed_and_opened_again(qtbot, tmp_path):
    first = Administrator(qtbot, tmp_path)
    first.sets_up()
    first.signs_in()
    assert first.window.desk.person.name == "admin"
    first.closes()
    again = Administrator(qtbot, tmp_path)
    again.waits_for("passphrase.line")
    again.fills(passphrase__line=PASSPHRASE)
    again.presses("passphrase.open")
    again.signs_in()
    assert again.window.desk.person.display == "admin"
    again.closes()


def test_a_forgotten_passphrase_is_replaced_with_the_sheet(qtbot, tmp_path):
    first = Administrator(qtbot, tmp_path)
    sheet = first.sets_up()
    first.closes()
    again = Administrator(qtbot, tmp_path)
    again.presses("passphrase.recover")
    again.waits_for("recover.passphrase.first")
    again.fills(recover__line=sheet.lower().replace("-", " "))
    again.fills(recover__passphrase__first="another staple here", recover__passphrase__second="another staple here")
    again.presses("recover.open")
    again.signs_in()
    assert again.window.desk is not None
    again.closes()


def test_a_center_in_the_united_states_is_set_up_in_english_and_reads_numbers_as_they_do(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/Chicago")
    first = Administrator(qtbot, tmp_path)
    first.sets_up(country="united st")
    first.signs_in()
    known = first.window.desk.jobs.office.settings
    assert (known.country, known.time_zone, known.language) == ("US", "America/Chicago", "en")
    first.window.take({"action": "screen_pop", "number": "312 555 0123", "call_id": "1"})
    first.waits_for("intake.number")
    number = first.hands.part("intake.number")
    qtbot.waitUntil(lambda: number.number is not None, timeout=20_000)
    assert (number.number.e164, number.number.shown) == ("+13125550123", "(312) 555-0123")
    first.closes()
