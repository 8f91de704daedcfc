import gc
import weakref

import pytest

from app.ui.kit import languages, theme
from tests.house import widgets
from tests.ui.kit.gallery import Gallery


@pytest.fixture
def gallery(qtbot):
    theme.of_app().apply(mode="light")
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1600, 1000)
    gallery.show()
    yield gallery
    theme.of_app().apply(mode="light", text_size="normal", density="comfortable")
    languages.of_app().use("en")


def test_every_widget_of_the_kit_has_its_names_and_its_place_for_tab(gallery):
    assert widgets.complaints(gallery) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_is_painted_in_both_themes_and_languages(gallery, mode, language):
    languages.of_app().use(language)
    theme.of_app().apply(mode=mode, text_size="large", density="dense")
    image = gallery.grab().toImage()
    assert image.pixelColor(2, 2).name() == theme.of_app().hex("window").lower()


def test_a_deleted_window_is_freed_with_all_its_widgets(qtbot):
    gallery = Gallery()
    gallery.show()
    held = [weakref.ref(one) for one in (gallery, gallery.form, gallery.table, gallery.search, gallery.timeline)]
    with qtbot.waitSignal(gallery.destroyed):
        gallery.deleteLater()
    del gallery
    gc.collect()
    assert [one() for one in held] == [None] * 5


def test_a_forgotten_window_does_no_harm_to_the_garbage_collector(qapp):
    """Python halves of layout items crash here: an inner layout is added first and filled then, see flow and forms."""
    for _ in range(5):
        gallery = Gallery()
        gallery.show()
        kept = weakref.ref(gallery)
        del gallery
        gc.collect()
        assert kept() is None
