from app.scripts_library.synonyms import MOST_PER_PHRASE, Synonyms, read_synonyms, shipped_synonyms

SYNONYMS = Synonyms([("密接", "密切接触者"), ("CE", "continuing education")])


def test_a_phrase_is_kept_with_the_other_word_both_ways():
    assert SYNONYMS.expansions("密切接触者要隔离吗") == ("密接要隔离吗",)
    assert SYNONYMS.expansions("密接要隔离吗") == ("密切接触者要隔离吗",)
    assert SYNONYMS.expansions("how many ce hours") == ("how many continuing education hours",)


def test_words_are_whole_words():
    assert SYNONYMS.expansions("center fence") == ()


def test_a_phrase_that_says_both_is_not_repeated():
    assert Synonyms([("九价", "九价hpv疫苗")]).expansions("九价hpv疫苗几岁") == ("九价几岁",)
    assert Synonyms([("九价", "九价hpv疫苗")]).expansions("九价") == ("九价hpv疫苗",)


def test_there_is_an_end_to_expansions():
    many = Synonyms([("a", f"b{number}") for number in range(20)])
    assert len(many.expansions("a")) == MOST_PER_PHRASE


def test_nothing_means_nothing():
    assert Synonyms([]).expansions("a") == ()
    assert Synonyms([("a", ""), ("", "b"), ("c", "c")]).expansions("a b c") == ()


def test_each_word_stands_for_each_of_its_meanings():
    read = read_synonyms('{"zh": {"新冠": ["新型冠状病毒", "新冠病毒"]}, "en": {"a": ["b"]}}')
    assert read == (("新冠", "新型冠状病毒"), ("新冠", "新冠病毒"), ("a", "b"))


def test_the_shipped_ones_know_the_short_forms():
    assert "密接要隔离吗" in shipped_synonyms().expansions("密切接触者要隔离吗")
    assert "flu vaccine" in shipped_synonyms().expansions("flu shot")
