"""A setting is called what stands beside its field."""

from dataclasses import fields

from app.models.settings import Settings
from app.ui.kit import languages
from app.ui.panes.settings.setting_words import LABELS, setting_name


def test_a_setting_is_called_what_stands_beside_its_field_in_either_language() -> None:
    languages.of_app().use("en")
    assert setting_name("organization") == "Name of the center"
    languages.of_app().use("zh_CN")
    assert setting_name("organization") == "中心名称"
    assert setting_name("retention") == "保存期限（各类天数）"
    languages.of_app().use("en")


def test_every_setting_has_a_name_and_one_of_a_newer_program_its_own() -> None:
    assert set(LABELS) - {"lock_after_min"} == {one.name for one in fields(Settings)}
    assert setting_name("of_tomorrow") == "of_tomorrow"
