"""Settings stand at their defaults until somebody sets them; names of a newer program are left alone."""

from app.models.settings import Settings
from app.services.office import Office
from app.store.settings import read_settings, write_setting


def test_a_setting_is_kept_and_an_unknown_one_is_ignored(office: Office) -> None:
    assert read_settings(office.store.rows) == Settings()
    with office.store.write("admin") as tx:
        write_setting(tx, "country", "US")
        write_setting(tx, "country", "GB")
        write_setting(tx, "mood", ["calm"])
    assert read_settings(office.store.rows) == Settings(country="GB")
