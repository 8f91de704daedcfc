"""What is asked of the search can be answered: no program could tell more titles apart."""

from random import Random

from app.scripts_library.entries import entry_of
from app.scripts_library.script import Script
from app.scripts_library.synonyms import Synonyms
from benchmarks.script_libraries import Library, english, misspelt

_NONE = Synonyms(())
TITLES = (
    "renew your paramedic certificate",
    "renewal of paramedics",
    "renewing paramedic cards",
    "renewed paramedic badge",
    "newborn hearing screening",
)


def library() -> Library:
    titles = tuple((f"s{number}", text) for number, text in enumerate(TITLES))
    return Library(tuple(entry_of(Script(key, {"en": text}), _NONE) for key, text in titles), titles, titles)


def test_a_beginning_that_too_many_titles_hold_is_not_asked():
    asked = english(library(), 5)
    assert len(asked["two keywords"]) == 5
    texts = {query.text for query in asked["4-letter prefixes"]}
    assert len(texts) == 4
    assert not any(set(text.split()) == {"rene", "para"} for text in texts)


def test_a_typing_error_leaves_no_other_word_of_the_library():
    words = {word for text in TITLES for word in text.split()}
    for seed in range(20):
        for query in english(library(), 5, seed=seed)["a typo in each keyword"]:
            assert words.isdisjoint(query.text.split())


def test_an_error_keeps_the_first_letter():
    rng = Random(1)
    assert all(misspelt("vaccine", rng)[0] == "v" for _ in range(50))
