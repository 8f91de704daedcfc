"""Which column of a foreign table is which field of an inquiry: a first guess, which a person may change.

The house's own names are taken as they are; then common headings in English and Chinese, the names of Open311 GeoReport
(https://wiki.open311.org/GeoReport_v2), of city service-request tables, and of tables of questions with summaries.
"""

from collections.abc import Iterable, Mapping

from app.models.imports import ImportField
from app.services.table_heads import Vocabulary

#: Every field that an import can fill, in the order in which a column map asks for them.
FIELDS = tuple(one.value for one in ImportField)

#: Headings of each field, the surest first; compared without case, spaces, underscores, hyphens and brackets.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": (
        "number", "service_request_id", "case_enquiry_id", "case id", "case number", "request id", "ticket number",
        "ticket id", "ticket", "inquiry number", "unique key", "id", "编号", "工单编号", "工单号", "诉求编号",
        "受理编号", "单号",
        "流水号", "序号", "file",
    ),
    "opened_at": (
        "opened_at", "requested_datetime", "open_dt", "opened", "open date", "created_at", "created date", "created",
        "received", "received at", "date received", "call time", "date", "time", "来电时间", "受理时间", "登记时间",
        "诉求时间",
        "创建时间", "立单时间", "接听时间", "日期", "时间",
    ),
    "channel": (
        "channel", "source", "method received", "intake channel", "open data channel type", "来源", "渠道",
        "诉求来源", "受理渠道",
        "来源渠道", "受理方式",
    ),
    "phone": (
        "phone", "phone number", "telephone", "tel", "mobile", "caller number", "contact phone", "number called from",
        "来电号码", "联系电话", "电话", "手机", "手机号", "手机号码", "电话号码", "主叫号码",
    ),
    "caller": (
        "caller", "caller name", "name", "full name", "contact name", "customer", "requester", "来电人",
        "来电人姓名", "姓名",
        "诉求人", "联系人", "投诉人", "咨询人", "反映人",
    ),
    "category": (
        "category", "service_name", "type", "case type", "request type", "topic", "subject area", "类别",
        "诉求类别", "分类",
        "诉求类型", "问题类型", "类型", "业务类型", "事项",
    ),
    "area": (
        "area", "address", "neighborhood", "district", "town", "city", "location", "county", "区域", "乡镇", "街道",
        "所属区域", "地址",
        "辖区", "地区", "诉求地址", "事发地址",
    ),
    "unit": (
        "unit", "agency_responsible", "department", "queue", "agency", "assigned to", "team", "承办单位",
        "责任单位", "单位", "部门",
        "科室", "被投诉单位", "办理单位", "转办单位",
    ),
    "urgency": ("urgency", "priority", "severity", "紧急程度", "优先级", "紧急", "级别"),
    "summary": (
        "summary", "case_title", "title", "subject", "short description", "headline", "标题", "主题", "摘要",
        "诉求标题", "工单标题", "内容摘要", "诉求摘要", "问题摘要",
    ),
    "details": (
        "details", "description", "chq", "question", "message", "text", "body", "notes", "narrative", "reason",
        "内容", "诉求内容", "详情", "描述", "问题描述", "来电内容", "咨询内容", "投诉内容", "主要内容", "问题", "备注",
    ),
    "state": ("state", "status", "case_status", "状态", "办理状态", "处理状态", "工单状态"),
    "due_at": (
        "due_at", "expected_datetime", "target_dt", "due", "due date", "deadline", "target date", "sla date",
        "办理时限",
        "截止时间", "限办时间", "到期时间", "办结时限", "要求办结时间",
    ),
    "closed_at": (
        "closed_at", "closed_dt", "closed", "closed date", "resolved", "date closed", "completed", "updated_datetime",
        "办结时间", "关闭时间", "完成时间", "结案时间", "办理完成时间",
    ),
    "outcome": (
        "outcome", "status_notes", "resolution", "resolution description", "answer", "reply", "response",
        "closure reason",
        "办理结果", "处理结果", "答复内容", "回复内容", "答复", "回复", "办结意见",
    ),
}  # fmt: skip


_VOCABULARY = Vocabulary(_HEADINGS.items())


def suggest_map(headings: Iterable[str]) -> dict[str, str]:
    """Return field → heading for the headings that are understood; each heading serves one field.

    ``Type`` is the category only where nothing is called ``category``.
    """
    found = _VOCABULARY.suggest(headings)
    return {field: found[field] for field in FIELDS if field in found}


def unused(headings: Iterable[str], column_map: Mapping[str, str]) -> tuple[str, ...]:
    """Return the headings that no field takes: what an import leaves out, to be told before it begins."""
    used = set(column_map.values())
    return tuple(heading for heading in headings if heading not in used)
