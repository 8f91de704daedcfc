from app.models.errors import DiskFull
from app.ui.kit import languages
from app.ui.kit.messages import MessageStrip, error
from app.ui.parts.refusal import Refusal


def test_what_was_refused_is_said_in_the_language_of_the_window(qapp):
    refusal = Refusal(DiskFull(path="/srv/desk"))
    languages.of_app().use("zh_CN")
    chinese = refusal()
    languages.of_app().use("en")
    assert "磁盘" in chinese
    assert "disk" in refusal()


def failed() -> Refusal:
    draft = "what a caller said"
    try:
        raise DiskFull(path="/srv/desk") from ValueError(draft)
    except DiskFull as error:
        return Refusal(error)


def test_two_attempts_that_failed_alike_say_the_same_and_keep_nothing_of_what_they_did(qtbot):
    first, second = failed(), failed()
    assert first == second
    assert hash(first) == hash(second)
    assert (first.error.__traceback__, first.error.__cause__, first.error.__context__) == (None, None, None)
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.post(error("No network."))
    strip.post(error(first))
    strip.post(error(second))
    strip.withdraw(error(second))
    strip.dismiss()
    assert strip.current is None
