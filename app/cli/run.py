"""``run`` opens the window, ``screen-pop`` tells a running one that a call rings, ``tour`` leaves screenshots."""

import os
from pathlib import Path

import click

from app.cli.desk import tell, the_desk
from app.cli.window import demo_dir, open_window
from app.cli.words import say
from app.models.file_errors import DisplayMissing

#: Where a machine without a display leaves the tour's screenshots.
TOUR = Path("build/tour")
#: Windows that pictures are taken of: the smallest screen that is served, the usual one, a large one.
_SIZES = ("1280x720", "1920x1080", "2560x1440")


@click.command(help=say("run"))
@click.option("--demo", is_flag=True, help=say("run.demo"))
def run(*, demo: bool = False) -> int:
    """Open the window; without a display, run the tour on demo data instead."""
    from app.outside import system

    desk = the_desk()
    try:
        system.check_window()
    except DisplayMissing:
        tell(say("run.no_display", path=TOUR))
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return _tour(TOUR, (), (), ())
    return open_window(desk, demo=demo)


@click.command(help=say("screen_pop"))
@click.argument("number")
@click.option("--call-id", default="", help=say("screen_pop.call_id"))
def screen_pop(number: str, call_id: str) -> int:
    """Hand a ringing call to the running window of this data folder, or of the demo."""
    from app.outside import instance

    desk = the_desk()
    if not number.strip() or max(len(number), len(call_id)) > instance.LONGEST_VALUE:
        tell(say("screen_pop.wrong", count=instance.LONGEST_VALUE))
        return 1
    message = {"action": "screen_pop", "number": number, "call_id": call_id}
    folders = (desk.folder,) if desk.data_dir else (desk.folder, demo_dir())
    for folder in folders:
        if folder.exists() and instance.send(folder, message, patience_s=1.0):
            tell(say("screen_pop.sent", number=number))
            return 0
    tell(say("screen_pop.nobody", path=desk.folder))
    return 1


@click.command(help=say("tour"))
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", "languages", multiple=True, type=click.Choice(["en", "zh_CN"]), help=say("tour.language"))
@click.option("--theme", "themes", multiple=True, type=click.Choice(["light", "dark"]), help=say("tour.theme"))
@click.option("--size", "sizes", multiple=True, type=click.Choice(_SIZES), help=say("tour.size"))
def tour(target: Path, languages: tuple[str, ...], themes: tuple[str, ...], sizes: tuple[str, ...]) -> int:
    """Drive the real window through the main job and leave numbered screenshots."""
    from app.outside import system

    try:
        system.check_window()
    except DisplayMissing:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _tour(target, languages, themes, sizes)


def _tour(target: Path, languages: tuple[str, ...], themes: tuple[str, ...], sizes: tuple[str, ...]) -> int:
    """Run the tour on a demo folder of its own, so that it shows the same pictures every time."""
    import tempfile

    from app import bootstrap
    from app.ui.shell.tour import run_tour

    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "demo"
        doors = bootstrap.doors(folder, the_desk().choice(), folder)
        pixels = [(int(wide), int(high)) for wide, high in (one.split("x") for one in sizes)]
        count = run_tour(doors, target, languages=languages, themes=themes, sizes=pixels)
    tell(say("tour.done", count=count, path=target))
    return 0
