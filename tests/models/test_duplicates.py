"""What makes a hint at a duplicate, and which comes first."""

from app.models.duplicates import (
    Candidate,
    DuplicateReason,
    Likeness,
    Matter,
    joined,
    likeness,
    meant,
    ranked,
    rarity,
    telling,
)

_WORDS = {"fever1": 4.0, "clinic1": 3.0, "the1": 0.2}


def _candidate(position: int, *, done: bool = False, caller: bytes | None = None, area: str | None = None) -> Candidate:
    said = frozenset(_WORDS)
    return Candidate(position, bytes([position]), caller, area, None, None, done, said, frozenset())


def test_a_rare_word_weighs_more_than_a_frequent_one_and_never_without_end() -> None:
    assert rarity(10_000, 0) == rarity(10_000, 10) == 6.0
    assert rarity(10_000, 100) > rarity(10_000, 5_000) > 0
    assert rarity(3, 5) > 0


def test_words_of_the_summary_count_more_than_words_of_the_details() -> None:
    whole = likeness(_WORDS, {"fever1", "clinic1", "the1"}, set())
    told = likeness(_WORDS, set(), {"fever1", "clinic1", "the1"})
    assert whole.share == 1.0
    assert 0 < told.share < 1.0
    assert whole.tokens == told.tokens == tuple(_WORDS)
    assert likeness({}, {"fever1"}, set()) == Likeness()


def test_a_person_alone_is_no_hint_but_one_word_more_is() -> None:
    assert not meant((DuplicateReason.NUMBER,), Likeness(), done=False)
    assert meant((DuplicateReason.NUMBER, DuplicateReason.CATEGORY), Likeness(), done=False)
    assert meant((DuplicateReason.CALLER,), Likeness(0.1, ("fever1",)), done=True)


def test_words_alone_have_to_be_many_and_at_the_same_place_fewer_do() -> None:
    few = Likeness(0.45, ("fever1", "clinic1"))
    assert not meant((DuplicateReason.WORDS,), few, done=False)
    assert meant((DuplicateReason.WORDS, DuplicateReason.AREA), few, done=False)
    assert meant((DuplicateReason.WORDS,), Likeness(0.6, tuple(_WORDS)), done=False)


def test_a_done_matter_of_somebody_else_is_shown_only_from_the_same_place() -> None:
    many = Likeness(0.9, tuple(_WORDS))
    assert not meant((DuplicateReason.WORDS, DuplicateReason.CATEGORY), many, done=True)
    assert meant((DuplicateReason.WORDS, DuplicateReason.UNIT), many, done=True)


def test_open_ones_come_first_then_the_likeliest_then_the_newest() -> None:
    me = b"me"
    given = [
        _candidate(1),
        _candidate(2, done=True, caller=me),
        _candidate(3, caller=me),
        _candidate(4, area="North"),
        _candidate(5),
    ]
    found = ranked(Matter(area="north "), given, _WORDS, callers=(me,), days=(0, 10))
    assert [one.candidate.position for one in found] == [3, 4, 5, 1, 2]
    assert found[0].reasons == (DuplicateReason.NUMBER, DuplicateReason.WORDS)
    assert found[1].reasons == (DuplicateReason.AREA, DuplicateReason.WORDS)


def test_a_caller_chosen_without_a_number_is_the_same_caller() -> None:
    found = ranked(Matter(caller=b"me"), [_candidate(1, caller=b"me")], _WORDS, days=(0, 10))
    assert found[0].reasons == (DuplicateReason.CALLER, DuplicateReason.WORDS)


def test_pairs_of_characters_read_as_the_phrase_that_they_make() -> None:
    typed = {"接种": "接种", "种疫": "种疫", "疫苗": "疫苗", "苗后": "苗后", "发热": "发热", "fever1": "fever"}
    assert joined(typed, {"接种", "种疫", "疫苗", "发热", "fever1"}) == ("接种疫苗", "发热", "fever")
    assert joined(typed, {"接种", "疫苗"}) == ("接种", "疫苗")


def test_words_that_everybody_uses_are_not_named_as_a_reason() -> None:
    weights = {"the1": 0.4, "fever1": 5.0, "clinic1": 2.5, "接种": 0.2, "种疫": 4.0}
    assert telling(weights, ("the1", "fever1", "clinic1")) == ("fever1", "clinic1")
    assert telling(weights, ("接种", "种疫", "the1")) == ("接种", "种疫")
    assert telling(weights, ("the1",)) == ("the1",)
    assert telling(weights, ()) == ()
