"""Numbers in any format become one; what has no E.164 stays what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import phone_numbers, settings
from app.services.office import Office
from app.services.phone_numbers import masked, told, understood
from tests.desk import sign_in


@pytest.mark.parametrize(
    ("typed", "country", "e164"),
    [
        ("13812345678", "CN", "+8613812345678"),
        ("138 1234 5678", "CN", "+8613812345678"),
        ("138-1234-5678", "CN", "+8613812345678"),
        ("+86 138 1234 5678", "CN", "+8613812345678"),
        ("0086 13812345678", "CN", "+8613812345678"),
        ("１３８１２３４５６７８", "CN", "+8613812345678"),
        ("＋86 138 1234 5678", "CN", "+8613812345678"),
        ("0531-8888 6666", "CN", "+8653188886666"),
        ("(0531)88886666", "CN", "+8653188886666"),
        ("（0531）8888－6666", "CN", "+8653188886666"),
        ("400-820-8820", "CN", "+864008208820"),
        ("800 820 8820", "CN", "+868008208820"),
        ("+1 (410) 706-3666", "CN", "+14107063666"),
        ("410.706.3666", "US", "+14107063666"),
        ("1-410-706-3666", "US", "+14107063666"),
        ("(555) 010-0123", "US", "+15550100123"),
    ],
)
def test_a_whole_number_has_its_one_form(typed: str, country: str, e164: str) -> None:
    found = understood(typed, country)
    assert (found.e164, found.key) == (e164, e164)
    assert found.uri == f"tel:{e164}"


@pytest.mark.parametrize(
    ("typed", "country", "key"),
    [
        ("12345", "CN", "12345"),
        ("120", "CN", "120"),
        ("12320", "CN", "12320"),
        ("１２３２０", "CN", "12320"),
        ("95588", "CN", "95588"),
        ("8888 6666", "CN", "88886666"),
        ("888-8666", "CN", "8888666"),
        ("1381234567", "CN", "1381234567"),
        ("706-3666", "US", "7063666"),
        ("911", "US", "911"),
        ("62345", "US", "62345"),
        ("8012", "CN", "8012"),
        ("x123", "CN", "x123"),
        ("X 123", "CN", "x123"),
        ("分机 8012", "CN", "分机8012"),
        ("ext. 45", "US", "ext45"),
        ("1" * 60, "CN", "1" * 60),
        ("no number", "CN", None),
        ("", "CN", None),
    ],
)
def test_what_has_no_international_form_is_kept_matched_and_shown_as_typed(
    typed: str, country: str, key: str | None
) -> None:
    found = understood(typed, country)
    assert (found.e164, found.key, found.shown) == (None, key, typed.strip())


@pytest.mark.parametrize(
    "typed", ["0531-88886666转123", "0531 8888 6666 x123", "053188886666 分机：123", "+8653188886666;ext=123"]
)
def test_an_extension_belongs_to_its_number_in_every_way_of_writing_it(typed: str) -> None:
    found = understood(typed, "CN")
    assert found.key == "+8653188886666;ext=123"
    assert found.shown == "0531 8888 6666 ext. 123"
    assert found.uri == "tel:+8653188886666;ext=123"


@pytest.mark.parametrize("typed", ["0531-8888 6666", "x123", "12320", "0531-88886666转123", "888-8666"])
def test_what_is_kept_is_understood_as_the_same_number(typed: str) -> None:
    key = understood(typed, "CN").key
    assert key is not None
    assert understood(key, "CN").key == key


@pytest.mark.parametrize(("typed", "uri"), [("12320", "tel:12320"), ("x123", ""), ("no number", "")])
def test_only_what_a_telephone_can_dial_is_dialed(typed: str, uri: str) -> None:
    assert understood(typed, "CN").uri == uri


@given(st.text(max_size=80), st.sampled_from(["CN", "US"]))
def test_nothing_typed_makes_it_fail(typed: str, country: str) -> None:
    assert understood(typed, country).typed == typed


def test_a_locked_window_shows_only_the_ends() -> None:
    assert masked("138 1234 5678") == "138 **** 5678"
    assert masked("12345") == "***45"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("张三", "张*"),
        ("王大妈 138 1234 5678", "王** *** **** ****"),
        ("sip:zhang.san@voice.example", "s**:*****.***@*****.*******"),
        ("(617) 555-0123 ext. 12", "(617) ***-**23 ext. 12"),
        ("021-65432100转8", "021-*****100转8"),
        ("–", "–"),
    ],
)
def test_a_name_in_the_place_of_a_number_is_hidden_too(typed: str, shown: str) -> None:
    assert masked(typed) == shown


def test_records_show_whole_numbers_to_those_who_may_see_them_and_where_the_center_wants_so_to_nobody(
    office: Office,
) -> None:
    shown = {name: office.ask(told, "+8613812345678") for name in ("wang", "li", "chen") if sign_in(office, name)}
    assert shown == {"wang": "138 1234 5678", "li": "138 1234 5678", "chen": "138 **** 5678"}
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "li")
    assert office.ask(told, "+8613812345678") == "138 **** 5678"


def test_a_book_is_no_number_and_is_not_searched_for_an_extension(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phone_numbers, "_EXTENSION", None)  # a search that takes minutes for so many spaces
    typed = "0531" + " " * 50_000 + "8"
    assert understood(typed, "CN").key == "05318"
