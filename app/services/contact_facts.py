"""What is known of a person before a dial, as chances are learned and asked."""

from collections.abc import Mapping
from datetime import date

from app.models.contact_chances import Facts

#: Bands of age, and of days since the discharge: each begins with its number.
_AGES, _DAYS = (0, 18, 40, 60, 75), (0, 8, 15, 29, 60)

#: Attempts without contact by slot, and the code of the last outcome.
Past = tuple[Mapping[str, int], str]


def facts(slot: str, about: Mapping[str, str], institution: str, day: date, past: Past) -> Facts:
    """Return what is known before a dial on a day; ``about`` are the fields of the frame."""
    tries, last = past
    here = tries.get(slot, 0)
    age, left = about.get("age", ""), about.get("discharged_on") or about.get("visited_on") or ""
    return Facts(
        slot,
        age=_band(int(age), _AGES) if age.isdigit() else "",
        area=about.get("area", ""),
        department=about.get("department", ""),
        here=here,
        elsewhere=sum(tries.values()) - here,
        last=last,
        days=_band((day - date.fromisoformat(left)).days, _DAYS) if left else "",
        institution=institution,
    )


def _band(value: int, bands: tuple[int, ...]) -> str:
    return str(max((one for one in bands if one <= value), default=bands[0]))
