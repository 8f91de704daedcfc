"""Show the intake pane with made-up callers and save pictures: ``python -m tests.ui.panes.intake.look FOLDER``.

A picture for every scene, both languages, both themes, a small and a large window.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.models.accounts import Role
from app.models.callers import CallerKind, FlagCode
from app.models.contacts import ContactDraft, ContactResult, Outcome
from app.models.inquiries import Urgency
from app.models.routing_rules import Condition, Rule, Table
from app.outside.public_holidays import public_holidays
from app.services import accounts, callers, contacts, routing_rules, script_imports, units
from app.services.office import Office
from app.store.store import Store
from app.ui.kit import icons, languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.pane import IntakePane
from tests.desk import KEY, NOON
from tests.fakes import FakeClock

ROOT = Path(__file__).resolve().parents[4]
SIZES = {"small": (1188, 632), "large": (1820, 984)}
WAIT_MS = 500


def filled_office(folder: Path) -> tuple[Office, FakeClock]:
    """A desk with units, scripts and a few callers with a past."""
    clock = FakeClock(NOON - timedelta(days=3))
    store = Store.create(folder / "look.db", KEY, clock.now, install_id="look")
    office = Office(store, clock, {"center_secret": KEY, "holidays": public_holidays})
    office.do(accounts.create, "admin", "Admin", "correct horse battery", tuple(Role))
    office.sign_in(office.ask(accounts.sign_in, "admin", "correct horse battery"))
    for code, name, english, area in (
        ("cdc", "县疾病预防控制中心", "County CDC", "城关镇"),
        ("hosp", "县人民医院", "County Hospital", "城关镇"),
        ("tcm", "县中医院", "TCM Hospital", "东关街道"),
        ("mch", "县妇幼保健院", "Mother and Child Hospital", "城关镇"),
    ):
        office.do(units.save_unit, code, name=name, name_en=english, area=area)
    rule = Rule("排队投诉 Waiting", Condition(categories=("complaint.waiting",)), "hosp", due="2bd")
    office.do(routing_rules.publish, Table(rules=(rule,)))
    _import_scripts(office)
    _callers(office, clock)
    clock.set(NOON)
    return office, clock


def _import_scripts(office: Office) -> None:
    texts = [
        script_imports.ScriptText(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources" / "scripts").rglob("*.md"))
    ]
    office.do(script_imports.import_scripts, texts, publish=True)


def _callers(office: Office, clock: FakeClock) -> None:
    contact(office, Outcome.ANSWERED, category="consult.immunization.flu", summary="流感疫苗什么时候开打")
    clock.advance(timedelta(hours=20))
    contact(
        office, Outcome.DISPATCH, category="complaint.waiting", unit="hosp", due_at=NOON - timedelta(hours=3),
        dispatch_reason="医院约定今天上午答复",
        summary="在县医院儿科排队三个小时，没有人解释", urgency=Urgency.HIGH, promise="两天内答复", area="城关镇",
    )  # fmt: skip
    clock.advance(timedelta(hours=22))
    contact(
        office, Outcome.CALL_BACK, category="lab.results", due_at=NOON + timedelta(hours=4),
        summary="想知道化验结果，报告单没收到", promise="查到结果后下午回电",
    )  # fmt: skip
    person = office.ask(callers.by_number, "138 1234 5678").callers[0]
    office.do(callers.flag, person.id, FlagCode.HEARING_IMPAIRED, expires_at=NOON + timedelta(days=60))
    office.do(callers.flag, person.id, FlagCode.ABUSIVE, note="3月1日辱骂", expires_at=NOON + timedelta(days=20))
    office.do(callers.describe, person.id, note="听力不好，请说慢一点")
    for name in ("李建国", "李小红"):
        contact(
            office,
            Outcome.ANSWERED,
            number="0531 8888 6666",
            caller_name=name,
            summary="问预约",
            category="appointment",
        )


def contact(office: Office, outcome: Outcome, **values: object) -> None:
    """Save one contact."""
    given: dict[str, object] = {
        "id": NO_ID, "opened_at": office.clock.now(), "number": "138 1234 5678", "caller_name": "张三",
        "caller_kind": CallerKind.PATIENT, "language": "zh_CN", **values,
    }  # fmt: skip
    known = office.ask(callers.by_number, str(given["number"])).callers
    given["caller"] = next((one.id for one in known if one.name == given["caller_name"]), None)
    draft = office.do(contacts.start, ContactDraft(**given)).value  # type: ignore[arg-type]
    office.do(
        contacts.finalize, draft, outcome, result=ContactResult.SILENT if outcome is Outcome.NON_INQUIRY else None
    )


def blank(pane: IntakePane) -> None:
    """Nothing yet."""


def known(pane: IntakePane) -> None:
    """A known caller rings."""
    pane.screen_pop("13812345678", "call-1")


def talking(pane: IntakePane) -> None:
    """The answer is open and given."""
    known(pane)
    pane.pick_up()
    pane.front.state.edit_all({"category": "consult.immunization.hpv", "summary": "女儿十二岁，想打九价"})
    pane.front.say.box.setText("hpv")
    pane.front.say.open_place(0)
    pane.give()


def missing(pane: IntakePane) -> None:
    """A dispatch that lacks things."""
    pane.screen_pop("0531 8888 6666", "call-2")
    pane.pick_up()
    pane.front.state.edit_all({"category": "complaint.waiting", "summary": "排队三小时"})
    pane.dispatch()


def hinted(pane: IntakePane) -> None:
    """Another caller says what stands open already; all that may be the same is unfolded."""
    pane.screen_pop("13912345678", "call-3")
    pane.pick_up()
    pane.front.state.edit_all({"summary": "在县医院儿科排队三个小时，想知道化验结果", "area": "城关镇"})
    QTimer.singleShot(WAIT_MS - 100, pane.front.what.hints._more.click)  # pyright: ignore[reportPrivateUsage]


def suggested(pane: IntakePane) -> None:
    """A rule suggests a unit, and another one is chosen."""
    known(pane)
    pane.front.state.edit_all({"category": "complaint.waiting", "summary": "排队三小时", "details": "儿科"})
    pane.front.what.advice.ask()
    pane.front.state.edit("unit", "tcm")
    pane.dispatch()


def letter(pane: IntakePane) -> None:
    """An e-mail is answered, a call waits in the other tab."""
    pane.new_letter()
    pane.front.state.edit_all(
        {
            "caller_name": "J. Smith", "summary": "Name change on my license", "received_at": NOON - timedelta(hours=5),
            "details": "Dear office,\nI married in May and need the new name on my certificate.\nThank you",
            "language": "en",
        }
    )  # fmt: skip
    pane.front.say.box.setText("name")
    pane.front.say.open_place(0)
    pane.give()
    pane.screen_pop("13812345678", "call-3")


def searching(pane: IntakePane) -> None:
    """The list while typing."""
    talking(pane)
    pane.front.say.box.setText("ym")


def locked(pane: IntakePane) -> None:
    """The window is locked during a call."""
    talking(pane)
    pane.masked(True)


Scene = Callable[[IntakePane], None]
SCENES: tuple[Scene, ...] = (blank, known, talking, missing, hinted, suggested, letter, searching, locked)


class Looker(QObject):
    """Takes one picture after the other, each after the window has come to rest."""

    def __init__(self, folder: Path, only: tuple[str, ...]) -> None:
        super().__init__()
        self._folder, self._only = folder, only
        self._shots = self._every_shot()
        self._pane: IntakePane | None = None
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        self._timer.start(0)

    def _every_shot(self) -> Iterator[tuple[str, Callable[[IntakePane], None], str, str, str]]:
        for size in SIZES:
            for language in ("en", "zh_CN"):
                for mode in ("light", "dark"):
                    for scene in SCENES:
                        name = f"{scene.__name__}-{language}-{mode}-{size}"
                        if all(word in name for word in self._only):
                            yield name, scene, language, mode, size

    def _next(self) -> None:
        if self._pane is not None:
            self._pane.grab().save(str(self._folder / f"{self._name}.png"))
            self._pane.close()
            self._pane.deleteLater()
            self._pane = None
        shot = next(self._shots, None)
        if shot is None:
            QApplication.quit()
            return
        self._name, scene, language, mode, size = shot
        theme.of_app().apply(mode=mode)
        languages.of_app().use(language)
        office, clock = filled_office(Path(tempfile.mkdtemp()))
        self._pane = IntakePane(Jobs(office, clock.now, executor=InlineExecutor()))
        self._pane.resize(*SIZES[size])
        self._pane.show()
        scene(self._pane)
        clock.advance(timedelta(minutes=2, seconds=7))
        for conversation in self._pane.tabs.all():
            conversation.tick()
        self._timer.start(WAIT_MS)


def main() -> None:
    """Take the pictures whose names hold every word given."""
    app = QApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    icons.load()
    looker = Looker(folder, tuple(sys.argv[2:]))
    looker.setParent(app)
    app.exec()


if __name__ == "__main__":
    main()
