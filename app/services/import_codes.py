"""Words of a foreign table read as codes of the house: the code, its label in either language, or a known word."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from app.models.categories import CategoryTree
from app.models.inquiries import State
from app.models.units import Unit
from app.services import wording

#: Words of other systems for our codes; compared as ``plain`` makes them.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "channel": {
        "phone_in": "phone|call|calls|telephone|hotline|311 call|12345|12320|constituent call|phone call|inbound call|"
        "电话|热线|电话受理|呼入|热线电话",
        "phone_out": "outbound|outbound call|outgoing call|呼出|外呼",
        "wechat": "weixin|微信公众号|公众号|小程序|微信小程序|wechat mini program",
        "email": "e-mail|mail message|邮件|邮箱|电邮",
        "sms": "text|text message|短信息",
        "walk_in": "walk-in|visit|in person|counter|front desk|来人|现场|窗口|走访|来人来访",
        "letter": "mail|post|fax|paper|信件|信访|书信|传真",
        "web": "website|web site|online|internet|portal|app|mobile app|self service|web form|"
        "citizens connect app|citizens connect|网络|网上|网络平台|平台|政务平台|app端",
        "voicemail": "voice mail|answering machine|留言|语音信箱",
        "missed_call": "missed|漏接|未接",
    },
    "inquiry_state": {
        "new": "submitted|received|pending|unassigned|registered|待处理|待办|未处理|新建|已登记|待受理",
        "dispatched": "assigned|forwarded|routed|referred|已转办|转办|已交办|交办|已分派",
        "accepted": "acknowledged|已受理|受理|已接单|接单",
        "returned": "rejected by unit|sent back|退回|退单",
        "in_progress": "open|opened|in process|processing|active|working|started|处理中|在办|正在办理|办理",
        "waiting_caller": "waiting for customer|awaiting customer|awaiting information|待补充",
        "waiting_third_party": "on hold|hold|waiting|suspended|挂起|暂停|中止",
        "answered": "replied|responded|已回复|答复|回复",
        "in_review": "review|待审核",
        "callback_due": "待回访|回访中",
        "redo": "reopened|re-opened|重办|重新打开",
        "closed": "resolved|done|complete|completed|finished|fixed|archived|办结|已关闭|关闭|已完成|完成|已结案|结案|"
        "归档|已处理|直接解答|当场办结",
        "cancelled": "canceled|void|voided|withdrawn|deleted|撤销|作废|取消|已取消|撤单",
        "merged": "duplicate|duplicated|合并|重复|重复件",
    },
    "urgency": {
        "low": "minor|4|p4|一般偏低",
        "normal": "medium|standard|routine|3|p3|一般|常规|中",
        "high": "urgent|important|major|2|p2|急|高|较急",
        "critical": "emergency|immediate|1|p1|非常紧急|重大|特急件|加急",
    },
}


def plain(text: str) -> str:
    """Return a word as it is compared: NFKC, small letters, only letters and digits of any script."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


@lru_cache(maxsize=8)
def _known(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in _WORDS[kind].items():
        found.update((plain(word), code) for word in words.split("|"))
    for language in wording.LANGUAGES:
        found.update((plain(word), code) for code, word in wording.labels(kind, language).items())
    found.update((plain(code), code) for code in wording.labels(kind, "en"))
    return found


def code_of(kind: str, text: str) -> str | None:
    """Return the code of a set (channel, inquiry_state, urgency) that a word means, or None."""
    return _known(kind).get(plain(text))


def state_of(text: str) -> State | None:
    """Return the state that a word means, or None."""
    code = code_of("inquiry_state", text)
    return State(code) if code else None


def category_words(tree: CategoryTree) -> dict[str, str]:
    """Return plain word → code for every code, label and path of labels; a label of two categories names neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for code, category in tree.by_code.items():
        for language in wording.LANGUAGES:
            word = plain(category.label.for_language(language))
            shared |= {word} if found.get(word, code) != code else set()
            found[word] = code
    for word in shared:
        del found[word]
    for code in tree.by_code:
        found.update((plain(tree.path_label(code, language)), code) for language in wording.LANGUAGES)
    return found | {plain(code): code for code in tree.by_code}


def unit_words(units: list[Unit]) -> dict[str, str]:
    """Return plain word → code for the code and the names of every unit; codes win over names."""
    named = {plain(name): unit.code for unit in units for name in (unit.name_en, unit.name) if name}
    return named | {plain(unit.code): unit.code for unit in units}
