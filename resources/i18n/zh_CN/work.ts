<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionRow</name>
    <message>
        <source>Every other step</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>CallbackList</name>
    <message>
        <source>Telephone number copied</source>
        <translation>电话号码已复制</translation>
    </message>
    <message>
        <source>Calls that we owe</source>
        <translation>待回拨</translation>
    </message>
    <message>
        <source>No call is owed</source>
        <translation>没有待回拨的电话</translation>
    </message>
    <message>
        <source>A promise to call back (F10 in Intake) appears here with its time.</source>
        <translation>在受理界面按 F10 承诺回拨后，会按时间显示在这里。</translation>
    </message>
    <message>
        <source>Asked never to be called: no call is made. Write instead, or settle it with this reason. Only a supervisor can lift it, at a written request.</source>
        <translation>该号码已登记为禁拨，不再拨打。请改用书面方式联系，或以此为由了结回拨。只有班长可凭本人书面申请解除禁拨。</translation>
    </message>
    <message>
        <source>Dial with the telephone program of this computer</source>
        <translation>用本机电话程序拨打</translation>
    </message>
    <message>
        <source>Promised by {name}</source>
        <translation>{name} 承诺</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>ChoiceWords</name>
    <message>
        <source>as suggested ({why})</source>
        <translation>与建议一致（{why}）</translation>
    </message>
    <message>
        <source>suggested: {unit} ({why})</source>
        <translation>建议：{unit}（{why}）</translation>
    </message>
    <message>
        <source>chosen because: {reason}</source>
        <translation>改派原因：{reason}</translation>
    </message>
    <message>
        <source>taken from the former unit: {reason}</source>
        <translation>从原单位改派：{reason}</translation>
    </message>
    <message>
        <source>rule “{rule}”, version {version}</source>
        <translation>规则“{rule}”，第 {version} 版</translation>
    </message>
    <message>
        <source>{share} sure by past dispatches, words: {words}</source>
        <translation>依以往派单，把握 {share}，关键词：{words}</translation>
    </message>
    <message>
        <source>{share} sure by past dispatches</source>
        <translation>依以往派单，把握 {share}</translation>
    </message>
</context>
<context>
    <name>ClockWords</name>
    <message>
        <source>estimated: the schedule of {years} is not published yet</source>
        <translation>预估：{years} 年放假安排尚未公布</translation>
    </message>
    <message>
        <source>{target} due {when}</source>
        <translation>{target}时限 {when}</translation>
    </message>
    <message>
        <source>{target} in time</source>
        <translation>{target}按时</translation>
    </message>
    <message>
        <source>{target} {span} late</source>
        <translation>{target}超期{span}</translation>
    </message>
    <message>
        <source>{target} paused</source>
        <translation>{target}已暂停</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超期{span}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>时限 {when}</translation>
    </message>
    <message>
        <source>first promised for {when}</source>
        <translation>原定 {when}</translation>
    </message>
    <message>
        <source>fulfilled {when}</source>
        <translation>完成于 {when}</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>已延期</translation>
    </message>
</context>
<context>
    <name>ClusterAlerts</name>
    <message>
        <source>An incident grows: {title}, {count} inquiries within a day</source>
        <extracomment>How often it is looked around (seconds).</extracomment>
        <translation>事件扩大：{title}，一天内 {count} 件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Perhaps one incident in {area}: many say “{word}” today</source>
        <translation>{area} 可能发生同一事件：今天多件提到“{word}”</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ClusterBanner</name>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Give this incident another title</source>
        <translation>修改事件标题</translation>
    </message>
    <message>
        <source>Close every open inquiry of this incident with the answer of the lead</source>
        <translation>用主单的答复办结该事件所有未办结的工单</translation>
    </message>
    <message>
        <source>Take this inquiry out of the incident</source>
        <translation>把本单移出该事件</translation>
    </message>
    <message>
        <source>Incident: {title}</source>
        <translation>同一事件：{title}</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} within a day</source>
        <translation>一天内 {count} 件</translation>
    </message>
    <message>
        <source>others open: {count}</source>
        <translation>其余未办结 {count} 件</translation>
    </message>
    <message>
        <source>this one leads</source>
        <translation>本单为主单</translation>
    </message>
    <message>
        <source>led by {number}</source>
        <translation>主单 {number}</translation>
    </message>
    <message>
        <source>Close {count} with the same answer</source>
        <translation>用同一答复办结 {count} 件</translation>
    </message>
    <message>
        <source>The incident has another title</source>
        <translation>事件标题已修改</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) closed with the same answer</source>
        <translation>
            <numerusform>已用同一答复办结 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken out of the incident</source>
        <translation>已移出该事件</translation>
    </message>
</context>
<context>
    <name>ClusterPage</name>
    <message>
        <source>Inquiries of this incident</source>
        <translation>该事件的工单</translation>
    </message>
</context>
<context>
    <name>ClusterTitle</name>
    <message>
        <source>Title of the incident</source>
        <translation>事件标题</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ConflictBanner</name>
    <message>
        <source>Two stations wrote different values. Both are kept until somebody decides.</source>
        <extracomment>Fields of which one value can be kept from here; the others are settled by the next step.</extracomment>
        <translation>两台坐席机填写了不同内容，决定之前两者都会保留。</translation>
    </message>
    <message>
        <source>Deleted at one place, changed at another. It stands until it is decided: Settings, Hub.</source>
        <translation>一处已删除，另一处作了修改。裁定之前照常显示：设置 › 同步中心。</translation>
    </message>
    <message>
        <source>Keep “{value}”</source>
        <translation>保留“{value}”</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Only inquiries that are mine; off: everyone&apos;s</source>
        <translation>只看我的工单；关闭后显示全部人员的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Only inquiries that are open; off: closed ones too</source>
        <translation>只看未办结的工单；关闭后包括已办结的</translation>
    </message>
    <message>
        <source>Any owner</source>
        <translation>全部负责人</translation>
    </message>
    <message>
        <source>By due time, state, category, unit, area, owner, urgency and channel</source>
        <translation>按时限、状态、类别、承办单位、区域、负责人、紧急程度和渠道</translation>
    </message>
    <message>
        <source>Any due time</source>
        <translation>全部时限</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Any urgency</source>
        <translation>全部紧急程度</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Any unit</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Any area</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filters ({count})</source>
        <translation>筛选（{count}）</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Due soonest</source>
        <translation>最先到期</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>最相关在前</translation>
    </message>
    <message>
        <source>In which order; “Due soonest” shows only open inquiries that have a due time, “Best match” needs words</source>
        <translation>排列顺序；“最先到期”只显示有时限的未办结工单，“最相关在前”须输入搜索词</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Without a summary</source>
        <translation>（无摘要）</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>立单时间</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Close the inquiry&apos;s page</source>
        <translation>关闭工单页面</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
    <message>
        <source>Returned {count}×</source>
        <translation>退回 {count} 次</translation>
    </message>
    <message>
        <source>Closed {when}</source>
        <translation>{when} 办结</translation>
    </message>
    <message>
        <source>{due}; first promised for {when}</source>
        <translation>{due}；原定{when}</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名来电</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
</context>
<context>
    <name>InquiryDetail</name>
    <message>
        <source>Number copied</source>
        <extracomment>The place of the tab that only inquiries of an incident have. A page lower than so many times the height of its text has no room for the facts beside a form.</extracomment>
        <translation>工单号已复制</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Parts of the inquiry</source>
        <translation>工单内容</translation>
    </message>
    <message>
        <source>Choose an inquiry in the list and press Enter.</source>
        <translation>在列表中选择工单后按回车打开。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>InquiryList</name>
    <message>
        <source>Inquiries</source>
        <extracomment>So many pixels more show two clocks whole in English; they come before what the summary has besides its least. So many more show most texts whole: names of categories and units, two late clocks in Chinese. Each takes a quarter of what the summary can spare.</extracomment>
        <translation>工单</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies)</source>
        <translation>
            <numerusform>共 %n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {count}; more come as you scroll</source>
        <translation>已显示前 {count} 件，向下滚动加载更多</translation>
    </message>
    <message>
        <source>Enter opens, Space marks, F1 shows every key</source>
        <translation>按回车打开，空格键标记，F1 查看全部快捷键</translation>
    </message>
    <message>
        <source>No inquiry fits</source>
        <translation>没有符合条件的工单</translation>
    </message>
    <message>
        <source>Use fewer filters or other words. Closed ones show when “Open” is off.</source>
        <translation>请减少筛选条件或换个词；关闭“未办结”可显示已办结工单。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing waits on your desk</source>
        <translation>您没有待办工单</translation>
    </message>
    <message>
        <source>What you dispatch, take on or are handed appears here.</source>
        <translation>您派出、接办或移交给您的工单会显示在这里。</translation>
    </message>
    <message>
        <source>Show everyone&apos;s</source>
        <translation>查看全部人员的</translation>
    </message>
    <message>
        <source>No inquiry is open</source>
        <translation>没有未办结的工单</translation>
    </message>
    <message>
        <source>Take a contact in Intake, and its inquiry appears here.</source>
        <translation>在受理界面登记来电后，工单会显示在这里。</translation>
    </message>
</context>
<context>
    <name>InquirySearch</name>
    <message>
        <source>Words of an inquiry, or its number</source>
        <translation>工单内容或工单号</translation>
    </message>
    <message>
        <source>Search inquiries</source>
        <translation>搜索工单</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>View “{name}” saved</source>
        <extracomment>Text, card and call of somebody who is never to be called: the shell shows a supervisor who said so.</extracomment>
        <translation>已保存视图“{name}”</translation>
    </message>
    <message>
        <source>View “{name}” forgotten</source>
        <translation>视图“{name}”已删除</translation>
    </message>
    <message>
        <source>Taken apart again</source>
        <translation>已重新拆分</translation>
    </message>
</context>
<context>
    <name>MarkedBar</name>
    <message numerus="yes">
        <source>%n inquir(y/ies) marked</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Dispatch…</source>
        <translation>派单…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>One incident…</source>
        <translation>并单…</translation>
    </message>
    <message>
        <source>{step} for all marked</source>
        <translation>对所选各项：{step}</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>取消选择</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) put together</source>
        <translation>
            <numerusform>已并单 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) saved</source>
        <translation>
            <numerusform>已保存 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) merged</source>
        <translation>
            <numerusform>已合并 %n 件工单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) refused.</source>
        <translation>
            <numerusform>%n 项未能办理。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedDispatch</name>
    <message>
        <source>Empty: as the rule says, else as it was</source>
        <translation>留空：按规则，否则不变</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Suggested: {parts}</source>
        <translation>建议：{parts}</translation>
    </message>
    <message>
        <source>All to one unit</source>
        <translation>全部派给同一单位</translation>
    </message>
    <message>
        <source>Each to its suggested unit</source>
        <translation>各派给建议单位</translation>
    </message>
</context>
<context>
    <name>MergedBanner</name>
    <message>
        <source>This inquiry is merged into another one. What is added to it goes there.</source>
        <extracomment>Inquiries merged here that are shown; the others are a click further, on their own pages.</extracomment>
        <translation>此工单已合并到另一件；之后的补充都记到那一件。</translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) merged into this one</source>
        <translation>
            <numerusform>已有 %n 件工单合并到这一件</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>{center} works on this inquiry now. What becomes of it there is told in the timeline.</source>
        <translation>此诉求现由 {center} 办理，办理情况见时间线。</translation>
    </message>
    <message>
        <source>This inquiry came from {center}, which is told when it is answered or closed here.</source>
        <translation>此诉求由 {center} 移交；本中心答复或办结时会告知对方。</translation>
    </message>
    <message>
        <source>{number} stands for itself again</source>
        <translation>{number} 已恢复为单独的工单</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>Transferred to {center}</source>
        <translation>已移交 {center}</translation>
    </message>
    <message>
        <source>Came from {center}, where it is {number}</source>
        <translation>由 {center} 移交（对方编号 {number}）</translation>
    </message>
    <message>
        <source>{center}: {step}</source>
        <translation>{center}：{step}</translation>
    </message>
    <message>
        <source>the caller asked never to be called</source>
        <translation>来电人要求不再被拨打</translation>
    </message>
    <message>
        <source>{center}: taken over by {other}</source>
        <translation>{center}：已由 {other} 接手</translation>
    </message>
    <message>
        <source>{center}: decided that you work on it, and no longer {others}</source>
        <translation>{center}：已决定由本中心办理，{others} 不再办理</translation>
    </message>
    <message>
        <source>{center}: it was sent to {others} too; which center works on it is being decided</source>
        <translation>{center}：同时移交了 {others}，由哪个中心办理待定</translation>
    </message>
    <message>
        <source>{center}: the caller asked never to be called</source>
        <translation>{center}：来电人要求不再被拨打</translation>
    </message>
</context>
<context>
    <name>ReckonNews</name>
    <message>
        <source>The schedule of {years} is known now: due times of yours were computed again ({count})</source>
        <translation>{years} 年放假安排已公布：您的 {count} 条时限已重新计算</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>RemindedBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the inquiry that you are reminded of</source>
        <translation>打开被提醒的工单</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Say that you have seen the reminder</source>
        <translation>表示已知悉该提醒</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>提醒人：{name}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
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
</context>
<context>
    <name>Story</name>
    <message>
        <source>Details, answer and promises</source>
        <translation>详情、答复和承诺</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>未填写。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Reply in writing</source>
        <translation>书面回复</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Calls made</source>
        <translation>已拨打的电话</translation>
    </message>
    <message>
        <source>Note on the caller</source>
        <translation>来电人备注</translation>
    </message>
</context>
<context>
    <name>UndecidedBar</name>
    <message>
        <source>Decide</source>
        <extracomment>How often it is looked again (seconds): time alone makes a conflict late.</extracomment>
        <translation>去裁定</translation>
    </message>
    <message>
        <source>Go to what needs a decision</source>
        <translation>前往待裁定的内容</translation>
    </message>
    <message>
        <source>Undecided for too long: {count}. The oldest: {what}, since {at}</source>
        <translation>{count} 项久未裁定。最早：{what}，自 {at} 起</translation>
    </message>
</context>
<context>
    <name>ViewsMenu</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>My saved views</source>
        <translation>我保存的视图</translation>
    </message>
    <message>
        <source>Filters that you keep under a name, at every station</source>
        <translation>以名称保存的筛选条件，各坐席通用</translation>
    </message>
    <message>
        <source>Name of the view, then Enter</source>
        <translation>视图名称，回车保存</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图名称</translation>
    </message>
    <message>
        <source>Save these filters as a view…</source>
        <translation>将当前筛选存为视图…</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>重命名“{name}”…</translation>
    </message>
    <message>
        <source>Forget “{name}”</source>
        <translation>删除“{name}”</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Handed over because</source>
        <translation>移交原因</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Transferred to</source>
        <translation>移交至</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Inquiry there</source>
        <translation>对方编号记录</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>并单</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>[Incident] {summary}</source>
        <translation>〔并单〕{summary}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超期{span}</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>未设时限</translation>
    </message>
    <message>
        <source>Was due {when}</source>
        <translation>时限为{when}</translation>
    </message>
    <message>
        <source>Was due {when}, {span} late</source>
        <translation>时限为{when}，已超期{span}</translation>
    </message>
    <message>
        <source>Due {when}, {span} left</source>
        <translation>{when}到期，还剩{span}</translation>
    </message>
    <message>
        <source>by {when}</source>
        <translation>{when}前</translation>
    </message>
    <message>
        <source>promised by {name}</source>
        <translation>{name} 承诺</translation>
    </message>
    <message>
        <source>Contacted twice: two stations made the same call.</source>
        <translation>重复联系：两个工位拨打了同一个电话。</translation>
    </message>
    <message>
        <source>{step} to {unit}</source>
        <translation>{step}：{unit}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>时限 {when}</translation>
    </message>
    <message>
        <source>by the ladder: {target} due {when}</source>
        <translation>按督办阶梯：{target}时限 {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>by {basis}</source>
        <translation>依据：{basis}</translation>
    </message>
    <message>
        <source>caller told {when}</source>
        <translation>{when} 告知来电人</translation>
    </message>
    <message>
        <source>replied in writing</source>
        <translation>已书面回复</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>更正 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Script given: {title}</source>
        <translation>已告知话术：{title}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>WorkPane</name>
    <message>
        <source>My work</source>
        <extracomment>What the shell may ask for by name, as its bottom strip does.</extracomment>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>Parts of my work</source>
        <translation>我的工作各部分</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销操作</translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation>待回拨</translation>
    </message>
    <message>
        <source>Call-backs ({count})</source>
        <translation>待回拨（{count}）</translation>
    </message>
    <message>
        <source>Call-backs ({count}, {late} late)</source>
        <translation>待回拨（{count}，超期 {late}）</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Find in my work</source>
        <extracomment>What can be done with the list.</extracomment>
        <translation>查找工单</translation>
    </message>
    <message>
        <source>Go to the search line of the list</source>
        <translation>转到列表的搜索框</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask for the list again</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show every open inquiry of mine again</source>
        <translation>恢复显示我的全部未办结工单</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last correction or hand-over; steps stay, and it says why</source>
        <translation>撤销上一次更正或移交；办理步骤不能撤销，并说明原因</translation>
    </message>
    <message>
        <source>Steps for all marked</source>
        <translation>办理所选各项</translation>
    </message>
    <message>
        <source>Space marks an inquiry, Ctrl+A all that are loaded; Esc unmarks</source>
        <translation>空格选中一项，Ctrl+A 选中全部已载入项，Esc 取消</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>我的视图</translation>
    </message>
    <message>
        <source>Choose filters that were kept under a name</source>
        <translation>选用已保存的筛选条件</translation>
    </message>
    <message>
        <source>Save the filters as a view</source>
        <translation>将筛选存为视图</translation>
    </message>
    <message>
        <source>Keep the filters of now under a name</source>
        <translation>以名称保存当前筛选条件</translation>
    </message>
    <message>
        <source>Hand-over sheet…</source>
        <translation>交接班单…</translation>
    </message>
    <message>
        <source>What is due, promised, waiting and unfinished of mine, to print or copy</source>
        <translation>本人到期、承诺、等待和未结束的事项，可打印或复制</translation>
    </message>
    <message>
        <source>Hand-over sheet of the team…</source>
        <translation>全班交接班单…</translation>
    </message>
    <message>
        <source>What is due, promised, waiting and unfinished of everybody</source>
        <translation>全班到期、承诺、等待和未结束的事项</translation>
    </message>
    <message>
        <source>Accept</source>
        <extracomment>What can be done with the opened inquiry; ids end in the id of a step where there is one.</extracomment>
        <translation>签收</translation>
    </message>
    <message>
        <source>Take the dispatched inquiry on</source>
        <translation>接办已派出的工单</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Say that somebody works on it from now on</source>
        <translation>标记为正在办理</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>The waiting is over: go on with the work</source>
        <translation>等待结束，继续办理</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Write down what was answered and close the inquiry</source>
        <translation>填写答复内容并办结工单</translation>
    </message>
    <message>
        <source>Answered…</source>
        <translation>已答复…</translation>
    </message>
    <message>
        <source>The caller has the answer; the inquiry stays open for review</source>
        <translation>已答复来电人，工单待审核后办结</translation>
    </message>
    <message>
        <source>Dispatch…</source>
        <translation>派单…</translation>
    </message>
    <message>
        <source>Hand it to a unit with a due time</source>
        <translation>派给承办单位并设定时限</translation>
    </message>
    <message>
        <source>Take the suggested unit</source>
        <translation>采用建议的单位</translation>
    </message>
    <message>
        <source>With the due time that its rule proposes</source>
        <translation>连同规则建议的时限</translation>
    </message>
    <message>
        <source>Wait for the caller…</source>
        <translation>待来电人补充…</translation>
    </message>
    <message>
        <source>Pause it until the caller has sent what is missing</source>
        <translation>暂停，等待来电人补充材料</translation>
    </message>
    <message>
        <source>Wait for a third party…</source>
        <translation>待第三方回复…</translation>
    </message>
    <message>
        <source>Pause it until somebody else has replied</source>
        <translation>暂停，等待其他方回复</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Give it back with a coded reason</source>
        <translation>选择原因后退回</translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Another person looks at the answer before it is closed</source>
        <translation>办结前由他人审核答复</translation>
    </message>
    <message>
        <source>Ask for a call-back</source>
        <translation>转回访</translation>
    </message>
    <message>
        <source>The caller is asked whether the answer helped</source>
        <translation>回访来电人是否满意</translation>
    </message>
    <message>
        <source>Redo…</source>
        <translation>重新办理…</translation>
    </message>
    <message>
        <source>The unit must do it again; a new clock starts and the old one stays</source>
        <translation>退回承办单位重办；重新计时，原计时保留</translation>
    </message>
    <message>
        <source>Ask for an extension…</source>
        <translation>申请延期…</translation>
    </message>
    <message>
        <source>Before the due time: days, legal basis and reason</source>
        <translation>须在到期前申请：天数、依据和理由</translation>
    </message>
    <message>
        <source>Approve the extension…</source>
        <translation>同意延期…</translation>
    </message>
    <message>
        <source>Move the due time by so many working days</source>
        <translation>按工作日顺延时限</translation>
    </message>
    <message>
        <source>Refuse the extension…</source>
        <translation>不同意延期…</translation>
    </message>
    <message>
        <source>Leave the due time as it is, with a reason</source>
        <translation>时限不变，说明理由</translation>
    </message>
    <message>
        <source>Remind…</source>
        <translation>提醒…</translation>
    </message>
    <message>
        <source>Remind the unit, and keep that it was done</source>
        <translation>提醒承办单位并记录</translation>
    </message>
    <message>
        <source>Urge…</source>
        <translation>催办…</translation>
    </message>
    <message>
        <source>Urge the unit, and keep that it was done</source>
        <translation>催促承办单位并记录</translation>
    </message>
    <message>
        <source>Put under supervision…</source>
        <translation>督办…</translation>
    </message>
    <message>
        <source>Watch it until it is answered; say what is expected</source>
        <translation>跟踪到答复为止；说明要求</translation>
    </message>
    <message>
        <source>Public notice…</source>
        <translation>通报…</translation>
    </message>
    <message>
        <source>Report the delay; say to whom</source>
        <translation>通报延误情况；说明通报对象</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Work on it again; its first end stays in the history</source>
        <translation>重新办理，首次办结记录保留</translation>
    </message>
    <message>
        <source>Transfer to another center…</source>
        <translation>移交其他中心…</translation>
    </message>
    <message>
        <source>It goes on there as an inquiry of theirs; choose what is passed on, and say why</source>
        <translation>由对方中心继续办理；请选择移交内容并说明原因</translation>
    </message>
    <message>
        <source>Cancel inquiry…</source>
        <translation>撤销工单…</translation>
    </message>
    <message>
        <source>End it without an answer, with a reason</source>
        <translation>填写原因，不予答复直接结束</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Write a note on its timeline</source>
        <translation>在办理过程中添加备注</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Correct category, area, urgency, due time, summary or details</source>
        <translation>更正类别、区域、紧急程度、时限、摘要或详情</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Give it to another person</source>
        <translation>移交给其他人员</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>追加接触</translation>
    </message>
    <message>
        <source>Open intake with this inquiry already chosen</source>
        <translation>打开受理界面并关联此工单</translation>
    </message>
    <message>
        <source>Propose as a script…</source>
        <translation>提议为话术…</translation>
    </message>
    <message>
        <source>Make a draft for the trainers of what was asked and answered, without private data</source>
        <translation>把问与答去除个人信息后做成草稿，交给培训员</translation>
    </message>
    <message>
        <source>Dispatch note…</source>
        <translation>派单函…</translation>
    </message>
    <message>
        <source>The note for the unit, with a return slip: save, print, or copy as an e-mail</source>
        <translation>给承办单位的派单函，附回执：保存、打印或复制为邮件</translation>
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
        <source>Copy inquiry number</source>
        <translation>复制工单号</translation>
    </message>
    <message>
        <source>Put the number on the clipboard, to be told or pasted</source>
        <translation>复制到剪贴板，便于告知或粘贴</translation>
    </message>
    <message>
        <source>Call now</source>
        <extracomment>What can be done with the chosen call that we owe.</extracomment>
        <translation>立即回拨</translation>
    </message>
    <message>
        <source>Open intake with this number and its inquiry</source>
        <translation>以此号码和工单打开受理界面</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>The caller was reached and told what was promised</source>
        <translation>已联系上来电人并兑现承诺</translation>
    </message>
    <message>
        <source>Not reached…</source>
        <translation>未接通…</translation>
    </message>
    <message>
        <source>Choose another time to call</source>
        <translation>另选回拨时间</translation>
    </message>
    <message>
        <source>Settle without a call…</source>
        <translation>不再回拨…</translation>
    </message>
    <message>
        <source>The call will not be made; say why</source>
        <translation>填写不再回拨的原因</translation>
    </message>
    <message>
        <source>Copy telephone number</source>
        <translation>复制电话号码</translation>
    </message>
    <message>
        <source>Put the number on the clipboard, for a telephone beside the computer</source>
        <translation>复制到剪贴板，便于用话机拨打</translation>
    </message>
    <message>
        <source>Open the inquiry</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>See what the promise was about</source>
        <translation>查看承诺对应的工单</translation>
    </message>
    <message>
        <source>Who said it, lift it</source>
        <translation>查看登记、解除</translation>
    </message>
    <message>
        <source>See who asked never to be called, when and of whom, and lift it at a request</source>
        <translation>查看谁要求不再来电、何时、由谁登记，并凭书面申请解除</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>What was answered</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why is it changed?</source>
        <translation>为何更改？</translation>
    </message>
    <message>
        <source>Why another due time?</source>
        <translation>为何更改时限？</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Call again at</source>
        <translation>再次拨打时间</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Caller told at</source>
        <translation>告知来电人时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Where they go</source>
        <translation>派往何处</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Which one stays</source>
        <translation>保留哪一件</translation>
    </message>
    <message>
        <source>Which one leads</source>
        <translation>以哪一件为主单</translation>
    </message>
    <message>
        <source>Which center</source>
        <translation>接收中心</translation>
    </message>
    <message>
        <source>What is passed on</source>
        <translation>移交内容</translation>
    </message>
    <message>
        <source>What the incident is called</source>
        <translation>事件名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Summary as the other center reads it</source>
        <translation>接收中心看到的摘要</translation>
    </message>
    <message>
        <source>Why not the suggested unit?</source>
        <translation>为何不派建议单位？</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>具体说明</translation>
    </message>
    <message>
        <source>Why is it moved?</source>
        <translation>为何改派？</translation>
    </message>
    <message>
        <source>tomorrow 16:30, in 2 h, Fri 9:00</source>
        <translation>明天 16:30、2 小时后、周五 9:00</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Due</source>
        <extracomment>In which order columns give way where the list is narrow.</extracomment>
        <translation>时限</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺人</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>原内容</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>In which order columns give way where the list is narrow; state, due time and summary always stay.</extracomment>
        <translation>工单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>受理时间</translation>
    </message>
</context>
</TS>
