import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QFileDialog, QLabel

from app.ui.kit import languages
from app.ui.kit.messages import MessageStrip


@pytest.fixture
def tongue(qapp):
    tongue = languages.of_app()
    yield tongue
    tongue.use("en")


def test_chinese_covers_the_kit_and_qts_own_texts(tongue, qtbot):
    tongue.use("zh_CN")
    assert QCoreApplication.translate("MessageStrip", "Undo") == "撤销"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    assert languages.current() == "zh_CN"


def test_what_qt_leaves_in_english_in_its_window_for_files_is_chinese_too(tongue, qtbot):
    tongue.use("zh_CN")
    window = QFileDialog()
    qtbot.addWidget(window)
    window.setOption(QFileDialog.Option.DontUseNativeDialog)
    window.ensurePolished()
    said = [label.text() for label in window.findChildren(QLabel) if label.text()]
    assert {"查找范围(&L)：", "文件类型(&T)："} <= set(said)
    assert not [text for text in said if text.isascii()]
    for context, text in (("QAbstractFileIconProvider", "Folder"), ("QAbstractFileIconProvider", "%1 File")):
        assert not QCoreApplication.translate(context, text, "All other platforms").isascii()


def test_going_back_to_english_takes_the_chinese_away(tongue):
    tongue.use("zh_CN")
    tongue.use("en")
    assert QCoreApplication.translate("MessageStrip", "Undo") == "Undo"


def test_the_change_is_told_and_reaches_open_widgets(tongue, qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.info("x")
    with qtbot.waitSignal(tongue.changed) as told:
        tongue.use("zh_CN")
    assert told.args == ["zh_CN"]
    qtbot.waitUntil(_Named(strip, "消息").check)


class _Named:
    def __init__(self, widget, name):
        self.widget, self.name = widget, name

    def check(self):
        return self.widget.accessibleName() == self.name


def test_switching_sends_one_event_and_not_one_for_each_file(tongue, qtbot):
    label = Counting()
    qtbot.addWidget(label)
    label.show()
    tongue.use("zh_CN")
    qtbot.waitUntil(label.changed)
    assert label.count == 1


class Counting(QLabel):
    def __init__(self):
        super().__init__()
        self.count = 0

    def changed(self):
        return self.count > 0

    def changeEvent(self, event):  # noqa: N802 - Qt calls it
        self.count += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_a_file_that_is_written_anew_beside_an_open_window_leaves_its_words_alone(qapp, tmp_path):
    file = tmp_path / "zh_CN" / "kit.qm"
    file.parent.mkdir()
    file.write_bytes(_ours("kit.qm").read_bytes())
    fresh = languages.Languages(qapp, tmp_path)
    try:
        fresh.use("zh_CN")
        with file.open("r+b") as written:  # the same file: what is mapped becomes empty
            written.truncate()
        said = [each.translate("MessageStrip", "Undo") for each in fresh._translators]
        assert "撤销" in said
    finally:
        for translator in fresh._translators:
            qapp.removeTranslator(translator)


def test_a_file_that_is_no_translation_is_passed_over(qapp, tmp_path):
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "kit.qm").write_bytes(b"")
    fresh = languages.Languages(qapp, tmp_path)
    assert len(fresh._load("zh_CN")) == 1  # what comes with Qt


def _ours(name):
    return languages._FOLDER / "zh_CN" / name


def test_an_unknown_language_is_refused(tongue):
    with pytest.raises(KeyError):
        tongue.use("tlh")
    assert tongue.current == "en"


def test_the_first_language_is_that_of_the_system(monkeypatch):
    monkeypatch.setattr(QLocale, "system", _chinese)
    assert languages.of_system() == "zh_CN"


def _chinese():
    return QLocale("zh_CN")


def test_a_window_that_starts_in_english_loads_its_plurals_once(qapp, qtbot):
    fresh = languages.Languages(qapp)
    fresh.setObjectName("fresh")
    try:
        with qtbot.waitSignal(fresh.changed):
            fresh.ensure("en")
        said = [each.translate("InquiryList", "%n inquir(y/ies)", None, 2) for each in fresh._translators]
        assert "%n inquiries" in said
        with qtbot.assertNotEmitted(fresh.changed):
            fresh.ensure("en")
    finally:
        for translator in fresh._translators:
            qapp.removeTranslator(translator)
