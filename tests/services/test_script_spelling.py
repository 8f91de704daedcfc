"""What phrases sound like is looked up when a script comes in, and no start of the program pays for it again."""

import subprocess
import sys

from app.scripts_library.emitter import emit
from app.scripts_library.script import Script, Variant
from app.services import script_spelling
from app.services.office import Office
from app.services.script_imports import ScriptText, import_scripts
from app.services.script_search import ScriptSearch
from tests.desk import sign_in

BANK = Script(
    "bank",
    {"zh": "银行卡能付费吗", "en": "Paying by card"},
    variants=(Variant("zh", say="能"), Variant("en", say="Yes")),
)


def take(office: Office, *scripts: Script) -> None:
    sign_in(office, "chen")
    office.do(import_scripts, [ScriptText(f"{one.key}.md", emit(one)) for one in scripts], publish=True)


def test_an_import_looks_up_what_words_read_differently(office: Office) -> None:
    take(office, BANK)
    assert office.ask(script_spelling.known) == {"银行卡能付费吗": "yin hang ka neng fu fei ma"}


def test_what_is_known_stays_when_more_comes_in(office: Office) -> None:
    take(office, BANK)
    take(office, Script("late", {"en": "Late", "zh": "重新预约"}, variants=BANK.variants))
    assert office.ask(script_spelling.known).keys() >= {"银行卡能付费吗", "重新预约"}


def test_a_damaged_cache_is_empty(office: Office) -> None:
    for text in ("nonsense", "[1]"):
        office.store.set_meta(script_readings=text)
        assert office.ask(script_spelling.known) == {}


def test_the_search_uses_what_was_looked_up(office: Office) -> None:
    take(office, BANK)
    office.store.set_meta(script_readings='{"银行卡能付费吗": "yin heng ka neng fu fei ma"}')
    search = ScriptSearch()
    office.ask(search.refresh)
    assert [hit.key for hit in office.ask(search.query, text="yinheng", language="en")] == ["bank"]


def test_nothing_is_imported_at_the_start() -> None:
    code = "import sys, app.services.script_search; assert not {'pypinyin', 'yaml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
