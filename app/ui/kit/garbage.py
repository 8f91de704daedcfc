"""When Python looks for garbage that refers to itself: never while a start is waited for, later not in what stays.

Each round of it looks through everything there is, a fifth of the time until the sign-in page, and finds nothing: a
start only makes. What a desk is made of is left out of the rounds that follow, so none of them holds up a frame.
"""

import gc


def wait() -> None:
    """Look for none until `look` is called: a start begins."""
    gc.disable()


def look() -> None:
    """Look for it again, but not in what exists now: it stays."""
    gc.freeze()
    gc.enable()


def leave_out() -> None:
    """Look no more in what exists now, where garbage is looked for: something large was made that stays."""
    if gc.isenabled():
        gc.freeze()


def look_everywhere() -> None:
    """Look also in what was said to stay: a desk was taken down."""
    gc.unfreeze()
    gc.enable()
