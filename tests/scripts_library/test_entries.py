from app.scripts_library.entries import Phrase, PhraseKind, entry_of
from app.scripts_library.script import Variant
from app.scripts_library.synonyms import Synonyms
from tests.scripts_library.making import small

SYNONYMS = Synonyms([("密接", "密切接触者")])


def test_every_way_to_ask_is_a_phrase_once():
    script = small(
        title={"en": "Opening hours"},
        question={"en": "When do you open?"},
        phrasings={"en": ("OPENING HOURS", "are you open")},
    )
    entry = entry_of(script, SYNONYMS)
    assert [(phrase.shown, phrase.kind) for phrase in entry.phrases] == [
        ("Opening hours", PhraseKind.TITLE),
        ("When do you open?", PhraseKind.QUESTION),
        ("are you open", PhraseKind.PHRASING),
    ]


def test_short_forms_and_synonyms_are_searched_and_the_original_is_shown():
    script = small(title={"zh": "密切接触者怎么办"}, abbreviations=(("怎办", "怎么办"),))
    phrases = entry_of(script, SYNONYMS).phrases
    folded = {phrase.folded for phrase in phrases}
    assert {"密切接触者怎么办", "密接怎么办", "密切接触者怎办"} <= folded
    assert all(phrase.shown in ("密切接触者怎么办", "怎办") for phrase in phrases)


def test_the_entry_has_what_the_list_shows():
    entry = entry_of(small(version=3, urgent=True), SYNONYMS, standing="expired")
    assert (entry.key, entry.version, entry.urgent, entry.standing) == ("a-1", 3, True, "expired")
    assert (entry.title_in("zh"), entry.title_in("es")) == ("门诊几点开门？", "门诊几点开门？")
    assert entry.body == "早上8点开门。\nIt opens at 8."


def test_a_phrase_of_nothing_is_left_out():
    entry = entry_of(small(title={"en": "?!", "zh": "\u0301"}, variants=(Variant("en", say="x"),)), SYNONYMS)
    assert [phrase.folded for phrase in entry.phrases] == ["?!"]
    assert Phrase("?!", "?!", "en", PhraseKind.TITLE) in entry.phrases


def test_what_is_searched_as_it_was_written_is_one_text():
    said = entry_of(small(title={"en": "opening hours", "zh": "门诊时间"}), SYNONYMS).phrases
    assert [phrase.folded is phrase.shown for phrase in said if phrase.kind is PhraseKind.TITLE] == [True, True]
