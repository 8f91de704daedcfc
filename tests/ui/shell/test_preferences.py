from PySide6.QtCore import QByteArray, QSettings

from app.ui.shell.preferences import FILE, Looks, Preferences


def test_each_person_finds_her_own_looks_again(tmp_path):
    kept = Preferences(tmp_path)
    kept.choose("wang", language="zh_CN", mode="dark")
    kept.choose("li", language="en", text_size="large")
    kept.save()
    again = Preferences(tmp_path)
    assert again.looks("wang") == Looks("zh_CN", "dark", "normal", "comfortable")
    assert again.looks("li") == Looks("en", "system", "large", "comfortable")


def test_the_sign_in_page_looks_as_the_last_person_liked_it(tmp_path):
    kept = Preferences(tmp_path)
    kept.choose("li", language="zh_CN")
    assert kept.looks().language == "zh_CN"


def test_a_value_that_nobody_could_have_chosen_is_ignored(tmp_path):
    QSettings(str(tmp_path / FILE), QSettings.Format.IniFormat).setValue("anybody/mode", "purple")
    assert Preferences(tmp_path).looks().mode == "system"


def test_a_name_with_signs_of_the_file_format_is_a_name(tmp_path):
    kept = Preferences(tmp_path)
    kept.choose("o/neil=[x]", density="dense")
    kept.choose("o", density="comfortable")
    assert kept.looks("o/neil=[x]").density == "dense"


def test_geometry_and_last_name_are_remembered_for_the_computer(tmp_path):
    kept = Preferences(tmp_path)
    kept.last_name = "wang"
    kept.geometry = QByteArray(b"\x01\x02")
    kept.save()
    again = Preferences(tmp_path)
    assert (again.last_name, again.geometry) == ("wang", QByteArray(b"\x01\x02"))


def test_the_tour_is_offered_once_to_each_person(tmp_path):
    kept = Preferences(tmp_path)
    kept.note_shown_around("wang")
    assert (kept.was_shown_around("wang"), kept.was_shown_around("li")) == (True, False)


def test_a_folder_that_cannot_be_written_loses_nothing_but_the_memory(tmp_path):
    (tmp_path / "file").write_text("in the way")
    kept = Preferences(tmp_path / "file" / "no folder")
    kept.choose("wang", mode="dark")
    kept.save()
    assert kept.looks("wang").mode == "dark"
