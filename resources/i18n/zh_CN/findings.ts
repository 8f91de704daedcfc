<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DetailCard</name>
    <message>
        <source>Steps so far</source>
        <extracomment>How often its width a title may be long beside what a step asks for: two lines, less what words leave at their ends.</extracomment>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Where the finding stands</source>
        <translation>该问题的现状</translation>
    </message>
    <message>
        <source>Said by {name}, who may be named.</source>
        <translation>反映人：{name}（同意实名）。</translation>
    </message>
    <message>
        <source>Whoever said it may be named and called.</source>
        <translation>反映人同意实名，可电话核实。</translation>
    </message>
    <message>
        <source>Written by hand; nobody stands in it.</source>
        <translation>手工登记，不涉及反映人。</translation>
    </message>
    <message>
        <source>Whoever said it is not to be named.</source>
        <translation>反映人未同意实名。</translation>
    </message>
    <message>
        <source>You put it right, so somebody else verifies it.</source>
        <translation>整改由您完成，须由他人核实。</translation>
    </message>
    <message>
        <source>Without this problem, before the measure: {half}</source>
        <translation>整改前半年无此问题的比例：{half}</translation>
    </message>
    <message>
        <source>Without it, after the measure: {half}</source>
        <translation>整改后半年无此问题的比例：{half}</translation>
    </message>
    <message>
        <source>Measure again after {day}.</source>
        <translation>{day} 之后复测。</translation>
    </message>
    <message>
        <source>Comes again: {number} was closed.</source>
        <translation>重复发生：{number} 此前已销号。</translation>
    </message>
    <message>
        <source>The same measure also puts right {numbers}.</source>
        <translation>同一措施还整改：{numbers}。</translation>
    </message>
</context>
<context>
    <name>FindingsLayout</name>
    <message>
        <source>{open} open, {late} overdue</source>
        <extracomment>So many letters of a choice are always seen; the longest institution does not widen the list.</extracomment>
        <translation>未销号 {open} 项，超期 {late} 项</translation>
    </message>
    <message>
        <source>Every institution</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Every owner</source>
        <translation>全部责任人</translation>
    </message>
    <message>
        <source>Saved and shown beside the list; the filters leave it out of the list.</source>
        <translation>已保存，显示在列表旁边；列表的筛选条件未包含它。</translation>
    </message>
    <message>
        <source>No finding fits the filters</source>
        <translation>没有符合筛选条件的整改事项</translation>
    </message>
    <message>
        <source>Widen the filters above to see more.</source>
        <translation>放宽上方的筛选条件，可看到更多。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>整改事项</translation>
    </message>
    <message>
        <source>Ledger of findings</source>
        <translation>整改台账</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner of the measure</source>
        <translation>整改责任人</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>No finding here</source>
        <translation>没有整改事项</translation>
    </message>
    <message>
        <source>Low scores in interviews open findings by themselves; Ctrl+N writes one.</source>
        <translation>回访中的低分会自动建立整改事项；也可按 Ctrl+N 登记。</translation>
    </message>
    <message>
        <source>No finding chosen</source>
        <translation>未选择事项</translation>
    </message>
    <message>
        <source>Choose one in the list to see where it stands.</source>
        <translation>请在左侧选择一项查看办理情况。</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>New finding</source>
        <extracomment>What is asked of no single finding: choosing another one does not end it.</extracomment>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>One measure for {count} findings</source>
        <translation>{count} 项事项共用一项措施</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The call stands in the queue of call-backs.</source>
        <translation>核实电话已列入回访队列。</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>%n finding(s) sent</source>
        <translation>
            <numerusform>已发送 %n 条事项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending of %n finding(s) taken back</source>
        <translation>
            <numerusform>已撤回 %n 条事项的发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>New finding</source>
        <extracomment>What can be done in the ledger.</extracomment>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>Write down something to be put right, from a check or an inquiry</source>
        <translation>登记检查或诉求中发现的需整改问题</translation>
    </message>
    <message>
        <source>One measure for the chosen</source>
        <translation>所选共用措施</translation>
    </message>
    <message>
        <source>Plan one measure with its effective date for all chosen findings of an institution</source>
        <translation>为同一机构的所选事项制定一项措施及生效日期</translation>
    </message>
    <message>
        <source>Send the chosen</source>
        <translation>发送所选事项</translation>
    </message>
    <message>
        <source>Send all chosen findings, each to its institution; undo takes all of them back</source>
        <translation>将所选事项分别发送至各自机构；撤销可全部撤回</translation>
    </message>
    <message>
        <source>Save the step</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write the step into the ledger</source>
        <translation>将该步骤写入台账</translation>
    </message>
    <message>
        <source>Call to verify</source>
        <translation>电话核实</translation>
    </message>
    <message>
        <source>Put a call to whoever said it into the queue; only with their consent</source>
        <translation>将核实电话列入回访队列；须经本人同意</translation>
    </message>
    <message>
        <source>Measure again…</source>
        <translation>复测…</translation>
    </message>
    <message>
        <source>Plan the campaign that asks the people of the latest half-year after the measure</source>
        <translation>安排复测调查：访问措施生效后最近半年的患者</translation>
    </message>
    <message>
        <source>Sheet for the institution</source>
        <translation>机构整改单</translation>
    </message>
    <message>
        <source>What the institution is sent: without a name unless it was allowed</source>
        <translation>发给机构的整改单；未经同意不含姓名</translation>
    </message>
    <message>
        <source>Print the ledger</source>
        <translation>打印台账</translation>
    </message>
    <message>
        <source>The listed findings as a paper: look, save as PDF, print</source>
        <translation>预览所列事项，存为 PDF 或打印</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Look at the ledger again</source>
        <translation>重新读取台账</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>What is to be put right</source>
        <translation>需整改的问题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>In effect from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
</context>
</TS>
