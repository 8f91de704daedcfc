<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BoardPage</name>
    <message>
        <source>Board: open inquiries by state</source>
        <translation>看板：各状态未办结工单</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按承办单位</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有未办结的工单</translation>
    </message>
    <message>
        <source>Every inquiry is closed. What is opened from now on appears here.</source>
        <translation>全部工单均已办结；新登记的工单会显示在这里。</translation>
    </message>
    <message>
        <source>{late} late · {soon} due soon · {all} open</source>
        <translation>超期 {late} · 即将到期 {soon} · 未办结 {all}</translation>
    </message>
    <message>
        <source>{promise}: {count} late</source>
        <translation>{promise}：超期 {count}</translation>
    </message>
    <message>
        <source>Red: late. Amber: due before {when}, by the working calendar. Gray: all others. Enter lists them.</source>
        <translation>红色：已超期。橙色：按工作日历将在{when} 前到期。灰色：其余。按回车列出。</translation>
    </message>
    <message>
        <source>These belong to nobody: open them by their unit, and hand them over</source>
        <translation>这些工单无人负责：请按承办单位打开后移交</translation>
    </message>
</context>
<context>
    <name>BoardTable</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Without a unit</source>
        <translation>未定单位</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>DecideForm</name>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Approve the extension of {number}</source>
        <translation>同意 {number} 的延期</translation>
    </message>
    <message>
        <source>Refuse the extension of {number}</source>
        <translation>不同意 {number} 的延期</translation>
    </message>
</context>
<context>
    <name>DigestPage</name>
    <message>
        <source>Digests: what was due or late for each unit and person</source>
        <translation>汇总：各单位和人员到期或超期的工单</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Open the digest…</source>
        <translation>打开汇总…</translation>
    </message>
    <message>
        <source>Nothing to digest</source>
        <translation>没有汇总</translation>
    </message>
    <message>
        <source>The ladder fired nothing on this day. Its rungs stand in Settings.</source>
        <translation>当日督办阶梯没有触发。阶梯在“设置”中。</translation>
    </message>
</context>
<context>
    <name>DigestTable</name>
    <message>
        <source>Center</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Late inquiries</source>
        <extracomment>In which order columns give way where the list is narrow or its letters are large.</extracomment>
        <translation>已超期工单</translation>
    </message>
    <message>
        <source>Inquiries due soon</source>
        <translation>即将到期工单</translation>
    </message>
    <message>
        <source>Returned inquiries</source>
        <translation>被退回工单</translation>
    </message>
    <message>
        <source>Extensions to decide</source>
        <translation>待审批的延期</translation>
    </message>
    <message>
        <source>Open inquiries without a unit</source>
        <translation>未定承办单位的工单</translation>
    </message>
    <message>
        <source>Nothing is late</source>
        <translation>没有超期</translation>
    </message>
    <message>
        <source>Due soon shows what could be next.</source>
        <translation>“即将到期”里是接下来可能超期的工单。</translation>
    </message>
    <message>
        <source>Nothing is due soon</source>
        <translation>没有即将到期的工单</translation>
    </message>
    <message>
        <source>How soon is soon stands in Settings, Center.</source>
        <translation>多久算“即将”，在“设置 › 中心”里设定。</translation>
    </message>
    <message>
        <source>Nothing came back</source>
        <translation>没有被退回的工单</translation>
    </message>
    <message>
        <source>What a unit returns waits here for another one.</source>
        <translation>单位退回的工单在这里等待重新派单。</translation>
    </message>
    <message>
        <source>No extension to decide</source>
        <translation>没有待审批的延期</translation>
    </message>
    <message>
        <source>What operators ask for appears here.</source>
        <translation>坐席申请的延期会显示在这里。</translation>
    </message>
    <message>
        <source>Every open inquiry has a unit</source>
        <translation>未办结工单均已确定承办单位</translation>
    </message>
    <message>
        <source>Any promise</source>
        <translation>全部时限</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>时限</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies)</source>
        <translation>
            <numerusform>%n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>More come as you scroll</source>
        <translation>向下滚动显示更多</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People: what they do now</source>
        <translation>人员：当前状态</translation>
    </message>
    <message>
        <source>Nobody takes calls</source>
        <translation>没有坐席人员</translation>
    </message>
    <message>
        <source>Accounts are made in Settings.</source>
        <translation>账号在“设置”中建立。</translation>
    </message>
    <message>
        <source>As far as this station knows. Enter lists what lies on the desk of the person in My work.</source>
        <translation>以本坐席机所知为准。按回车在“我的工作”中列出此人手上的工单。</translation>
    </message>
</context>
<context>
    <name>SupervisionPane</name>
    <message>
        <source>Supervision</source>
        <extracomment>The pages in the order of their tabs.</extracomment>
        <translation>督办</translation>
    </message>
    <message>
        <source>Parts of supervision</source>
        <translation>督办的各部分</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>延期审批</translation>
    </message>
    <message>
        <source>Without a unit</source>
        <translation>未定单位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>每日汇总</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{count} late</source>
        <translation>超期 {count}</translation>
    </message>
    <message>
        <source>{count} due soon</source>
        <translation>即将到期 {count}</translation>
    </message>
    <message>
        <source>{count} on time</source>
        <translation>按时 {count}</translation>
    </message>
    <message>
        <source>{count} without a due time</source>
        <translation>无期限 {count}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超期{span}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Ask for the board and its lists again</source>
        <translation>重新统计看板和列表</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Board, late, due soon, returned, extensions, people: one after the other</source>
        <translation>看板、已超期、即将到期、被退回、延期审批、人员依次切换</translation>
    </message>
    <message>
        <source>Open in My work</source>
        <translation>在“我的工作”中打开</translation>
    </message>
    <message>
        <source>Open the chosen inquiry with everything that is known of it</source>
        <translation>打开所选工单的全部内容</translation>
    </message>
    <message>
        <source>Supervision notice…</source>
        <translation>催办督办单…</translation>
    </message>
    <message>
        <source>The notice of the last reminder, urging or supervision: save, print, or copy</source>
        <translation>最近一次提醒、催办或督办的单据：存为文件、打印或复制</translation>
    </message>
    <message>
        <source>Approve the extension…</source>
        <translation>同意延期…</translation>
    </message>
    <message>
        <source>Grant the days that are asked for, or other ones</source>
        <translation>批准申请的天数，或另定天数</translation>
    </message>
    <message>
        <source>Refuse the extension…</source>
        <translation>不同意延期…</translation>
    </message>
    <message>
        <source>Say why the due time stays</source>
        <translation>说明期限不变的理由</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Caller told at</source>
        <translation>告知来电人时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>tomorrow 16:30, in 2 h, Fri 9:00</source>
        <translation>明天 16:30、2 小时后、周五 9:00</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Unit or person</source>
        <translation>单位或人员</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Average age</source>
        <translation>平均已用时</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Why it came back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>已持续</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>接收方</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待裁定</translation>
    </message>
    <message>
        <source>On the desk</source>
        <translation>手上工单</translation>
    </message>
</context>
</TS>
