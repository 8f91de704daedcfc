from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given

from app.scripts_library.columns import COLUMNS
from app.scripts_library.row_export import to_rows
from app.scripts_library.row_scripts import read_table
from app.scripts_library.script import Risk, Script, Source, Variant
from tests.scripts_library.making import scripts, small


@given(scripts())
def test_a_script_written_as_rows_is_read_back(script: Script):
    read = read_table(enumerate(to_rows(script), 2))
    assert read.findings == ()
    assert [found.script for found in read.scripts] == [script]


@given(scripts(), scripts())
def test_rows_win_over_what_is_known_but_for_other_languages(script: Script, known: Script):
    read = read_table(enumerate(to_rows(script), 2), existing=lambda _: known)
    (found,) = read.scripts
    kept = {variant.place: variant for variant in found.script.variants}
    assert all(kept[variant.place] == variant for variant in script.variants)
    assert (found.script.flow, found.script.risk, found.script.tags) == (script.flow, script.risk, script.tags)


def test_a_row_has_every_column_and_one_variant():
    script = small(
        phrasings={"zh": ("几点", "开门"), "en": ("hours",)},
        topic="hours",
        sources=(Source("Rule", url="https://x.org"),),
        effective_from=datetime(2026, 2, 28, 16, tzinfo=UTC),
        variants=(Variant("zh", say="8点"), Variant("en", "nurse", True, "At 8.")),
    )
    first, second = to_rows(script, zone=timezone(timedelta(hours=8)))
    assert tuple(first) == tuple(second) == COLUMNS
    assert (first["language"], first["phrasings"], first["category"]) == ("zh_CN", "几点 | 开门", "hours")
    assert (first["source"], first["effective_on"], first["more"]) == ("Rule <https://x.org>", "2026-03-01", "")
    assert (second["audience"], second["plain"], second["phrasings"], second["category"]) == (
        "nurse",
        "yes",
        "hours",
        "",
    )


def test_what_has_no_column_goes_into_more():
    (row, _) = to_rows(small(risk=Risk.HIGH, lang_gap=("es",)))
    assert row["more"] == '{"risk": "high", "lang_gap": ["es"]}'
