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
    languages.of_app().use("en")


def test_what_no_field_asks_for_has_its_own_name_and_no_label_is_of_nothing() -> None:
    assert setting_name("retention") == "retention"
    assert set(LABELS) - {"lock_after_min"} <= {one.name for one in fields(Settings)}
