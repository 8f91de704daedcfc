from app.models.errors import DiskFull
from app.ui.kit import languages
from app.ui.parts.refusal import Refusal


def test_what_was_refused_is_said_in_the_language_of_the_window(qapp):
    refusal = Refusal(DiskFull(path="/srv/desk"))
    languages.of_app().use("zh_CN")
    chinese = refusal()
    languages.of_app().use("en")
    assert "磁盘" in chinese
    assert "disk" in refusal()
