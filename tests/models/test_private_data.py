"""What tells who somebody is goes; what they ask stays."""

import pytest

from app.models.private_data import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("call me at 138 1234 5678 about the hpv age", "call me at … about the hpv age"),
        ("身份证11010519491231002X能约吗", "身份证…能约吗"),
        ("write to ann.lee@example.org please", "write to … please"),
        ("see https://example.org/a?b=1 for it", "see … for it"),
        ("我叫王小明,想问九价", "我叫…,想问九价"),
        ("my name is Ann Lee and I renew", "my name is … and I renew"),
        ("Mrs. Brown wants her bill", "… wants her bill"),
        ("张先生问报销", "…先生问报销"),
        ("李梅来电问九价", "…来电问九价"),
        ("退费,王建国投诉窗口", "退费,…投诉窗口"),
    ],
)
def test_what_tells_who_somebody_is_goes(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "九价9至45岁能打吗",
        "高血压咨询用药",
        "唐氏筛查咨询",
        "小李子能寄吗",
        "ages 9 to 45, 3 doses in 6 months",
        "12320 几点下班",
    ],
)
def test_ages_doses_and_short_numbers_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("张三说张三丰来过", ["张三"], "…说…丰来过"),
        ("ann LEE called, Lee again; Leeds is a town", ["Ann Lee"], "… called, … again; Leeds is a town"),
        ("王问", ["王", " "], "王问"),
        ("no (name) here, a - b", ["(name)", " - "], "no … here, a - b"),
    ],
)
def test_known_names_go_wherever_they_stand(text: str, names: list[str], shown: str) -> None:
    assert masked(text, names) == shown
