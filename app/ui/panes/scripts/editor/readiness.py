"""Whether what is written can become a version, and whether a second person can be asked. Without widgets."""

from app.scripts_library.findings import Finding, Level
from app.services.script_writing import Checked

#: A key that is proposed stands in for one that is missing; everything else about a key is the author's to mend.
_FILLED_IN = "key-missing"


def errors_of(checked: Checked) -> tuple[Finding, ...]:
    """Return what keeps a script from review."""
    return tuple(
        one for one in checked.findings if one.level is Level.ERROR and not (one.code == _FILLED_IN and checked.key)
    )


def key_of(checked: Checked) -> str:
    """Return the key that it has or would get, "" without one."""
    return (checked.script.key if checked.script else "") or checked.key


def is_behind(checked: Checked, base: int | None) -> bool:
    """Whether somebody saved a newer version than the one it began from."""
    return base is not None and checked.newest is not None and checked.newest > base


def can_save(checked: Checked, base: int | None) -> bool:
    """Whether it can become a draft: it can be read, has a title and a good key, and nobody is ahead of it."""
    if checked.script is None or is_behind(checked, base) or not key_of(checked):
        return False
    has_bad_key = any(one.code.startswith("key-") for one in errors_of(checked))
    return bool(checked.script.title) and not has_bad_key
