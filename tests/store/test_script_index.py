"""The index finds scripts while a person types: words, beginnings, typing errors, wrong characters, pinyin, bodies."""

import gc
import subprocess
import sys
import threading
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.entries import Entry, entry_of
from app.scripts_library.script import Script, Variant
from app.scripts_library.synonyms import Synonyms, shipped_synonyms
from app.scripts_library.tokens import letter_groups, stem
from app.store.script_index import Hit, ScriptIndex

TITLES = {
    "contact": ("密切接触者需要隔离吗", "Do close contacts need to isolate?"),
    "flu": ("流感疫苗免费吗", "Is the flu vaccine free?"),
    "hpv": ("HPV疫苗几岁可以打", "What ages can have the HPV vaccine?"),
    "hours": ("门诊几点开门", "Opening hours of the clinic"),
    "renew": ("怎样换发急救员证书", "How do I renew my paramedic certification?"),
    "bill": ("账单有误怎么办", "My bill is wrong"),
}


def entry(key: str, zh: str, en: str, **fields: object) -> Entry:
    body = Variant("en", say=f"About {key}: bring your passport.")
    script = Script(key, {"zh": zh, "en": en}, variants=(body,), **fields)  # type: ignore[arg-type]
    return entry_of(script, shipped_synonyms())


def filled() -> ScriptIndex:
    index = ScriptIndex()
    assert index.put(entry(key, *titles) for key, titles in TITLES.items()) == len(TITLES)
    return index


@pytest.fixture(scope="module")
def index() -> ScriptIndex:
    return filled()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("opening hours", "hours"),
        ("open", "hours"),
        ("certific", "renew"),
        ("paramedik certifcation", "renew"),
        ("密接", "contact"),
        ("miqiejcz", "contact"),
        ("lgymiao", "flu"),
        ("密切接处者", "contact"),
        ("密切接觸者", "contact"),
        ("流感", "flu"),
        ("mqjcz", "contact"),
        ("miqiejie", "contact"),
        ("mi'qie", "contact"),
        ("lgym", "flu"),
        ("hpvym", "hpv"),
        ("flu shot", "flu"),
        ("zhangdan", "bill"),
        ("流感 shot", "flu"),
        ("九价HPV age", "hpv"),
        ("bill 账单", "bill"),
        ("zangdan", "bill"),
    ],
)
def test_what_is_typed_finds_its_script_first(index: ScriptIndex, typed: str, key: str) -> None:
    assert index.query(typed)[0].key == key


def test_characters_that_an_input_method_guessed_wrongly_are_found_by_their_sound(index: ScriptIndex) -> None:
    first = index.query("张旦", language="zh")[0]  # the letters zhangdan, as a pinyin input method shows them
    assert (first.key, first.fits, first.kind) == ("bill", True, "pinyin")
    assert [hit.key for hit in index.query("张旦")].count("bill") == 1


@pytest.mark.parametrize("typed", ["宇宙", "及点吗"])  # the second begins like 几点开门, and ends otherwise
def test_characters_that_sound_like_nothing_here_fit_nothing(index: ScriptIndex, typed: str) -> None:
    assert not any(hit.fits and hit.kind == "pinyin" for hit in index.query(typed))


def test_a_hit_says_what_matched_and_where_it_comes_from(index: ScriptIndex) -> None:
    (first, *_) = index.query("opening hours", language="zh")
    assert first == Hit("hours", "门诊几点开门", 1, 1.0, "Opening hours of the clinic", "title")
    assert index.query("mqjcz")[0].kind == "pinyin"
    assert index.query("密接")[0].kind == "synonym"


def test_bodies_come_where_phrases_explain_little(index: ScriptIndex) -> None:
    hits = index.query("passport")
    assert {hit.key for hit in hits} == TITLES.keys()
    assert {(hit.kind, hit.score) for hit in hits} == {("body", 0.0)}
    assert index.query("opening passport")[0].key == "hours"
    assert index.query("bring passp")[0].kind == "body"


def test_nothing_that_fits_is_no_hit(index: ScriptIndex) -> None:
    assert index.query("zzzz") == []
    assert index.query("???") == []


def test_the_list_is_as_long_as_wanted(index: ScriptIndex) -> None:
    assert len(index.query("vaccine passport", 2)) == 2


def test_a_replaced_script_is_found_by_its_new_words_only() -> None:
    index = filled()
    revision = index.revision
    index.put([entry("hours", "药房", "Pharmacy")])
    assert [hit.key for hit in index.query("pharmacy")] == ["hours"]
    assert "hours" not in [hit.key for hit in index.query("opening")]
    assert (len(index), index.revision > revision) == (len(TITLES), True)


def test_a_removed_script_is_gone() -> None:
    index = filled()
    index.remove(["flu", "unknown"])
    assert index.query("lgym") == [] or index.query("lgym")[0].key != "flu"
    assert index.keys() == TITLES.keys() - {"flu"}
    index.close()


def test_urgent_ones_are_pinned_when_they_fit_and_shown_without_a_query() -> None:
    index = filled()
    index.put([entry("heat", "高温怎么办", "Opening hours in the heat", urgent=True)])
    assert index.query("opening hours")[0].key == "heat"
    assert index.query("bill")[0].key == "bill"
    assert [hit.key for hit in index.query("  ")] == ["heat"]


def test_expired_ones_come_last() -> None:
    index = filled()
    old = entry_of(Script("old", {"en": "Opening hours"}), Synonyms(()), standing="expired")
    index.put([old])
    hits = index.query("opening hours")
    assert [hit.key for hit in hits][:1] == ["hours"]
    assert (hits[-1].key, hits[-1].standing) == ("old", "expired")


def test_use_breaks_ties() -> None:
    index = ScriptIndex()
    index.put(entry(key, "疫苗", "vaccine") for key in ("a", "b", "c"))
    assert index.query("vaccine", uses={"c": 9.0})[0].key == "c"


def test_what_does_not_fit_goes_before_nothing_that_does_however_much_it_is_given(index: ScriptIndex) -> None:
    hits = index.query("what ages can have the hpv vaccine", uses={"flu": 900.0})
    assert [(hit.key, hit.fits) for hit in hits] == [("hpv", True), ("flu", False)]


def test_where_nothing_fits_use_still_orders(index: ScriptIndex) -> None:
    text = "opening bill vaccine isolate paramedic"
    nearest = index.query(text)
    assert not any(hit.fits for hit in nearest)
    assert index.query(text, uses={nearest[-1].key: 900.0})[0].key == nearest[-1].key


@given(st.text(max_size=60))
def test_no_text_makes_a_query_fail(text: str) -> None:
    for hit in filled_once().query(text, 5):
        assert 0 <= hit.score <= 1


_once: list[ScriptIndex] = []


def filled_once() -> ScriptIndex:
    if not _once:
        _once.append(filled())
    return _once[0]


def test_asking_while_writing_gives_whole_answers() -> None:
    index = filled()
    wrong: list[object] = []

    def ask() -> None:
        for _ in range(60):
            wrong.extend(hit for hit in index.query("opening hours", 1) if hit.key != "hours")

    thread = threading.Thread(target=ask)
    thread.start()
    for number in range(60):
        index.put([entry(f"x{number}", "体检", f"Physical check {number}")])
        index.remove([f"x{number - 1}"])
    thread.join()
    assert wrong == []
    assert len(index) == len(TITLES) + 1


def test_pypinyin_is_not_imported_for_english_or_for_a_query() -> None:
    code = """
import sys
from app.scripts_library.entries import entry_of
from app.scripts_library.script import Script
from app.scripts_library.synonyms import Synonyms
from app.store.script_index import ScriptIndex
index = ScriptIndex()
index.put([entry_of(Script("a", {"en": "Opening hours", "zh": "门诊时间"}), Synonyms(()))])
index.query("银行行长")
index.query("menzhen")
assert "pypinyin" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unfinished_word_does_not_send_the_bodies_to_the_front() -> None:
    index = ScriptIndex()
    index.put(
        [
            entry("record", "疫苗本丢了", "Vaccination record lost"),
            *(entry(f"recent{one}", f"近期{one}", f"Recently moved house {one}") for one in range(4)),
            *(entry(f"receipt{one}", f"发票{one}", f"Receipt for the canteen {one}") for one in range(4)),
        ]
    )
    assert index.query("vaccination rec")[0].key == "record"


def test_an_urgent_script_does_not_stand_above_one_that_explains_more() -> None:
    index = ScriptIndex()
    index.put([entry("bite", "被狗咬伤", "Bitten by a dog today", urgent=True), entry("tax", "狗证", "Tax for a dog")])
    assert index.query("dog tax")[0].key == "tax"
    assert index.query("dog")[0].key == "bite"


def test_a_reason_is_in_the_language_of_the_title_unless_it_was_typed_in_chinese():
    index = ScriptIndex()
    phrasings = {"zh": ("登录提示账户不存在",)}
    index.put([entry("login", "忘记登录密码怎么办", "How to reset a forgotten password", phrasings=phrasings)])
    assert [(hit.kind, hit.why) for hit in index.query("hub")] == [("pinyin", "How to reset a forgotten password")]
    assert index.query("hub", language="zh")[0].why == "登录提示账户不存在"
    assert index.query("账户不存在")[0].why == "登录提示账户不存在"


def test_what_only_filling_needs_is_not_kept() -> None:
    index = filled()
    assert (stem.cache_info().currsize, letter_groups.cache_info().currsize) == (0, 0)
    assert index._index._met == {}
    assert {entry.body for entry in index._scripts.values()} == {""}
    assert [hit.key for hit in index.query("passport")]


def test_a_script_that_is_put_in_again_leaves_nothing_of_the_former() -> None:
    index = filled()
    index.put([entry("flu", "流感", "Influenza"), entry("flu", "流感疫苗免费吗", "Is the flu vaccine free?")])
    for typed in ("flu", "流感", "lgym", "influenza", "opening hours", "passport"):
        assert sorted(hit.key for hit in index.query(typed)) == sorted(hit.key for hit in filled_once().query(typed))


def test_a_phrase_takes_few_bytes_of_an_index() -> None:
    filled_once().query("流感")
    scripts = [entry(f"s{at}", f"{zh}（{at}）", f"{en} {at}") for at in range(40) for zh, en in TITLES.values()]
    phrases = sum(len(one.phrases) for one in scripts)
    index = ScriptIndex()
    tracemalloc.start()
    try:
        index.put(scripts)
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken / phrases < 240
