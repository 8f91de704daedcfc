"""An answer is proposed as right where words, figures and denials agree with the approved text."""

from app.scripts_library.answer_grading import Fault, Verdict, Weighing, coverage, grade, weighing
from app.scripts_library.script import Forbidden, KeyPoint, Slots

SUGAR = KeyPoint(
    "k1",
    {"zh": "清醒就吃15克糖，15分钟后再测", "en": "awake: 15 grams of sugar, test again after 15 minutes"},
    critical=True,
    slots=Slots(numbers=("15",)),
)
STOP = KeyPoint("k2", {"zh": "不要自行停药或换药", "en": "do not stop or change medicine on your own"}, critical=True)
CALL = KeyPoint("k3", {"zh": "需要时拨打120", "en": "call 120 if needed"})
ALL = (SUGAR, STOP, CALL)


def verdicts(answer: str, language: str = "zh", **options: object) -> dict[str, Verdict]:
    return {one.point: one.verdict for one in grade(answer, ALL, language, **options).points}  # type: ignore[arg-type]


def test_one_answer_is_graded_on_every_point() -> None:
    found = grade("如果清醒先吃15克糖，过15分钟再测一次。千万不要自行停药或者换药。需要的时候拨打120。", ALL, "zh")
    assert [one.verdict for one in found.points] == [Verdict.HIT] * 3
    assert (found.score, found.missed_critical) == (1.0, False)


def test_a_wrong_figure_or_a_flipped_denial_is_a_miss_whatever_else_is_said() -> None:
    assert verdicts("清醒就吃50克糖，15分钟后再测")["k1"] is Verdict.MISS
    assert verdicts("要自行停药或换药")["k2"] is Verdict.MISS
    assert verdicts("do stop or change medicine on your own", "en")["k2"] is Verdict.MISS
    found = grade("call 911 if needed", (CALL,), "en")
    assert (found.points[0].fault, found.score) == (Fault.FIGURE, 0.0)


def test_homophones_are_no_errors_and_half_the_words_are_a_matter_for_a_person() -> None:
    assert verdicts("不要自行停要或换药")["k2"] is Verdict.HIT
    part = grade("never stop medicine", (STOP,), "en").points[0]
    assert (part.verdict, part.fault) == (Verdict.MAYBE, Fault.WORDS)
    assert grade("", ALL, "zh").score == 0.0


def test_weights_of_critical_points_count_three_times() -> None:
    assert grade("不要自行停药或换药", ALL, "zh").score == 3 / 7
    assert grade("需要时拨打120", ALL, "zh").missed_critical


def test_forbidden_words_make_zero_unless_they_are_denied() -> None:
    rule = (Forbidden("f1", {"zh": ("包治好",)}),)
    said = grade("我们包治好，不要自行停药或换药", (STOP,), "zh", forbidden=rule)
    assert (said.score, said.forbidden) == (0.0, ("包治好",))
    assert grade("不能说包治好。不要自行停药或换药", (STOP,), "zh", forbidden=rule).forbidden == ()


def test_accepted_wordings_are_asked_for_where_less_than_nearly_all_is_said() -> None:
    point = KeyPoint("k", {"en": "bring the record, the card and the form to the desk"}, any={"en": ("vaccine card",)})
    assert grade("bring the record and the form", (point,), "en").points[0].fault is Fault.WORDING
    assert grade("bring record, vaccine card and form", (point,), "en").points[0].verdict is Verdict.HIT


def test_rare_words_tell_more() -> None:
    weights = weighing(["the desk", "the form", "the door"])
    assert weights.weight("desk") > weights.weight("the")
    assert Weighing().weight("desk") == 1.0
    point = KeyPoint("k", {"en": "the form at the desk"})
    assert grade("the at the", (point,), "en", weights=weights).points[0].coverage < 0.5
    assert coverage.__doc__
