"""How often and how soon people are called again: the limits of each kind of call, and how far they may be moved.

Defaults follow the HCAHPS telephone protocol (five attempts at different times of day on different days, spread over
more than a week) and the practice of a county center; the source of each stands in docs/formats/dispositions.md.
"""

from dataclasses import dataclass, fields, replace

from app.models.errors import FieldInvalid, FieldWrong


class OverHardLimit(FieldWrong):
    """A limit is beyond what is ever allowed, or no whole number. Facts: ``field``, ``value``, ``least``, ``most``."""


@dataclass(frozen=True)
class RetryPolicy:
    """The rules for the calls of one kind.

    ``attempts`` for a case, with ``with_appointment`` more while an appointment is open; ``per_day`` attempts on one
    number over all campaigns; ``gap_min`` minutes between two
    attempts on one number, ``busy_gap_min`` after a busy line, of which ``busy_dials`` dials are one attempt;
    ``slots`` different ones before a case is closed, one in which people are at home by attempt ``at_home_by``;
    ``span_days`` from the first to the last attempt; the same slot twice only when no untried one opens within
    ``rotate_days``; ``field_days`` from its beginning a case ends. 0 switches slots, span, rotation or field period
    off; without ``slots_only`` any hour that is no one's night will do.
    """

    attempts: int = 5
    with_appointment: int = 1
    per_day: int = 2
    gap_min: int = 180
    busy_gap_min: int = 20
    busy_dials: int = 3
    slots: int = 3
    at_home_by: int = 3
    span_days: int = 8
    rotate_days: int = 3
    field_from_days: int = 2
    field_days: int = 42
    rings: int = 6
    ring_s: int = 25
    conversions: int = 0
    cool_completed_days: int = 180
    cool_refused_days: int = 365
    slots_only: bool = True


#: What each limit may be, whatever a center sets: at least and at most.
HARD_LIMITS = {
    "attempts": (1, 9),
    "with_appointment": (0, 1),
    "per_day": (1, 3),
    "gap_min": (60, 14 * 24 * 60),  # only a busy line is dialed again sooner
    "busy_gap_min": (20, 24 * 60),
    "busy_dials": (1, 3),
    "slots": (0, 5),
    "at_home_by": (0, 10),
    "span_days": (0, 90),
    "rotate_days": (0, 14),
    "field_from_days": (0, 90),
    "field_days": (0, 90),
    "rings": (1, 12),
    "ring_s": (5, 60),
    "conversions": (0, 1),
    "cool_completed_days": (0, 3660),
    "cool_refused_days": (0, 3660),
}
#: What a center sets for a campaign, in this order; the field period is asked for by itself.
RULES = tuple(name for name in HARD_LIMITS if name != "field_days")
#: A campaign keeps to the whole protocol; whoever waits for our call is called at any decent hour.
CAMPAIGN = RetryPolicy()
OWED = RetryPolicy(
    attempts=6, gap_min=60, per_day=3, slots=0, at_home_by=0, span_days=0, rotate_days=0, field_from_days=0,
    field_days=0, slots_only=False,
)  # fmt: skip
SATISFACTION = replace(OWED, attempts=3, gap_min=180, per_day=1, slots_only=True)


def verification(per_day: int) -> RetryPolicy:
    """Return the rules for calls to verify a finding: outside the limits of surveys, with ``per_day`` of their own."""
    return replace(OWED, per_day=per_day)


def check(policy: RetryPolicy) -> None:
    """Raise ``OverHardLimit`` for the first limit that is out of its bounds."""
    for name, (least, most) in HARD_LIMITS.items():
        value = getattr(policy, name)
        if not least <= value <= most:
            raise OverHardLimit(field=name, value=value, least=least, most=most)
    longest = _longest_span(policy)
    if policy.span_days > longest:  # the last attempt would fall behind the field period, and never be made
        raise OverHardLimit(field="span_days", value=policy.span_days, least=0, most=longest)


def _longest_span(policy: RetryPolicy) -> int:
    return max(0, policy.field_days - 1) if policy.field_days else HARD_LIMITS["span_days"][1]


def from_table(table: dict[str, object]) -> RetryPolicy:
    """Return the policy of a table; what is left out is usual, a usual span as long as the field period allows it.

    Raises ``FieldInvalid``, ``OverHardLimit``.
    """
    known = {one.name: one for one in fields(RetryPolicy)}
    for name, value in table.items():
        wanted = bool if name == "slots_only" else int
        if type(value) is float and name in HARD_LIMITS:
            least, most = HARD_LIMITS[name]
            raise OverHardLimit(field=name, value=value, least=least, most=most)
        if name not in known or type(value) is not wanted:
            raise FieldInvalid(field=name, value=str(value))
    policy = replace(CAMPAIGN, **table)  # type: ignore[arg-type]
    if "span_days" not in table:
        policy = replace(policy, span_days=min(policy.span_days, _longest_span(policy)))
    check(policy)
    return policy
