<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CallingPart</name>
    <message>
        <source>Hours of calling, such as 09:00-11:30 14:00-18:00; an empty line is never called in</source>
        <translation>拨打时段，例如 09:00-11:30 14:00-18:00；留空的时段不拨打</translation>
    </message>
</context>
<context>
    <name>CallingRules</name>
    <message>
        <source>Rules of calling: as usual</source>
        <extracomment>What hardly anybody changes is for the command line: these rules have to fit into a small window.</extracomment>
        <translation>拨打规则：均为默认</translation>
    </message>
    <message>
        <source>Rules of calling: {count} not as usual</source>
        <translation>拨打规则：{count} 项与默认不同</translation>
    </message>
</context>
<context>
    <name>CampaignPages</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>问卷录入</translation>
    </message>
    <message>
        <source>What is shown of the campaign</source>
        <translation>显示调查的哪一部分</translation>
    </message>
</context>
<context>
    <name>CampaignStop</name>
    <message numerus="yes">
        <source>Calling stopped. Waiting: %n open case(s)</source>
        <translation>
            <numerusform>已停止拨打：%n 个未结个案等待恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calling goes on: %n open case(s)</source>
        <translation>
            <numerusform>已恢复拨打：%n 个未结个案</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignsPane</name>
    <message>
        <source>Campaigns</source>
        <translation>回访活动</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>还没有回访活动</translation>
    </message>
    <message>
        <source>Import a frame (Alt+I), then plan one from it (Alt+N).</source>
        <translation>先导入抽样框（Alt+I），再据此新建（Alt+N）。</translation>
    </message>
    <message>
        <source>Finding {number} is measured again: choose the frame with these dates, then Check.</source>
        <translation>复测问题 {number}：请选择含这些日期的抽样框，再点“检查”。</translation>
    </message>
    <message>
        <source>There is no frame yet: import one first (Alt+I).</source>
        <translation>还没有抽样框：请先导入（Alt+I）。</translation>
    </message>
    <message>
        <source>Frame {name} is kept. Alt+N plans a campaign from it.</source>
        <translation>抽样框“{name}”已保存。按 Alt+N 据此新建回访活动。</translation>
    </message>
    <message>
        <source>No campaign is chosen</source>
        <translation>未选择回访活动</translation>
    </message>
    <message>
        <source>Choose one at the left, or plan a new one.</source>
        <translation>请在左侧选择，或新建一个。</translation>
    </message>
    <message>
        <source>Drawn. The first replicate can be called.</source>
        <translation>抽样完成，第一组样本可以拨打。</translation>
    </message>
</context>
<context>
    <name>DrawForm</name>
    <message>
        <source>This is needed</source>
        <extracomment>What stands in it before anybody changes it.</extracomment>
        <translation>必填</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Draw the sample</source>
        <translation>抽取样本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建回访活动</translation>
    </message>
    <message>
        <source>Strata of the plan</source>
        <translation>方案各层</translation>
    </message>
    <message>
        <source>Nothing checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Check shows who would be drawn, and what calling them costs.</source>
        <translation>检查后显示将抽取的人数与所需工作量。</translation>
    </message>
    <message>
        <source>No: such a case ends</source>
        <translation>没有：该个案结束</translation>
    </message>
    <message>
        <source>Yes: it is called again</source>
        <translation>有：会再次拨打</translation>
    </message>
    <message>
        <source>People drawn</source>
        <translation>抽取人数</translation>
    </message>
    <message>
        <source>Interviews wanted</source>
        <translation>完成份数</translation>
    </message>
    <message>
        <source>The people of {frame} are on this computer now.</source>
        <translation>“{frame}”的人员名单已在本机。</translation>
    </message>
    <message>
        <source>{frame}, not on this computer</source>
        <translation>{frame}，不在本机</translation>
    </message>
    <message>
        <source>Checking: {count} people so far. A long list takes a minute; Esc stops it.</source>
        <translation>正在检查：已读 {count} 人。名单较长时约需一分钟，按 Esc 停止。</translation>
    </message>
    <message>
        <source>{drawn} people of {size} would be drawn</source>
        <translation>将从 {size} 人中抽取 {drawn} 人</translation>
    </message>
    <message numerus="yes">
        <source>%n encounter(s) gave way to another of one person</source>
        <translation>
            <numerusform>%n 次就诊因同一人让位</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {left}</source>
        <translation>已排除：{left}</translation>
    </message>
    <message>
        <source>Everybody is drawn of: {strata}</source>
        <translation>全部抽取的层：{strata}</translation>
    </message>
    <message>
        <source>Not in the directory of units: {places}</source>
        <translation>不在承办单位名录中：{places}</translation>
    </message>
    <message>
        <source>{people} people complete about {count} interviews by {day}, where {contact} of calls reach somebody and {agree} of these answer</source>
        <translation>{people} 人到 {day} 约可完成 {count} 份（按每次拨打接通率 {contact}、接通后应答率 {agree} 估算）</translation>
    </message>
</context>
<context>
    <name>FieldSteps</name>
    <message>
        <source>Every open case of {name} is closed. Press again to do it.</source>
        <extracomment>The share of the sample that is drawn in addition.</extracomment>
        <translation>{name} 的所有未结个案将被关闭。再按一次执行。</translation>
    </message>
    <message>
        <source>{count} more people are drawn ({strata}). Press again to do it.</source>
        <translation>将追加 {count} 人（{strata}）。再按一次确认。</translation>
    </message>
    <message>
        <source>{count} more people drawn; weights follow</source>
        <translation>已追加 {count} 人，权重已更新</translation>
    </message>
    <message>
        <source>{count} more people can be called</source>
        <translation>又有 {count} 人可以拨打</translation>
    </message>
    <message>
        <source>{count} cases closed</source>
        <translation>已关闭 {count} 个个案</translation>
    </message>
</context>
<context>
    <name>FrameColumnsForm</name>
    <message>
        <source>This is needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Choose its column</source>
        <translation>请选择对应的列</translation>
    </message>
    <message>
        <source>Refuse the rows</source>
        <translation>拒绝这些行</translation>
    </message>
    <message>
        <source>Fill from above</source>
        <translation>取上一行的内容</translation>
    </message>
    <message>
        <source>Take their names</source>
        <translation>按所写名称接受</translation>
    </message>
</context>
<context>
    <name>FrameFetch</name>
    <message>
        <source>Fetch from the hub</source>
        <translation>从中心取回</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The people of this frame are not on this computer.</source>
        <translation>本机上没有该抽样框的人员名单。</translation>
    </message>
    <message>
        <source>{done} of {total} parts</source>
        <translation>{done}/{total} 部分</translation>
    </message>
</context>
<context>
    <name>FrameLines</name>
    <message>
        <source>First lines of the table; Enter takes a line for the headings</source>
        <translation>表的前几行；按回车把该行作为表头</translation>
    </message>
</context>
<context>
    <name>FramePage</name>
    <message>
        <source>Tables (*.csv *.xlsx *.txt *.tsv)</source>
        <translation>表格 (*.csv *.xlsx *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Read and check</source>
        <translation>读取并检查</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Keep the frame</source>
        <translation>保存抽样框</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Import a frame</source>
        <translation>导入抽样框</translation>
    </message>
    <message>
        <source>Sheet of the workbook</source>
        <translation>工作簿中的工作表</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>The list that an institution hands over: CSV or a workbook, one row a stay or visit.</source>
        <translation>机构提供的名单：CSV 或工作簿，每行一次住院或就诊。</translation>
    </message>
    <message>
        <source>Choose a file. Headings are found, also below a title or a line of groups; nothing is written yet.</source>
        <translation>请选择文件。表头会自动查找，上方有标题行或分组行也可以；此时还不保存任何内容。</translation>
    </message>
    <message>
        <source>{count} rows read</source>
        <translation>已读 {count} 行</translation>
    </message>
    <message>
        <source>Stopped: nothing was kept.</source>
        <translation>已停止，未保存任何内容。</translation>
    </message>
    <message>
        <source>headings in rows {lines}</source>
        <translation>表头在第 {lines} 行</translation>
    </message>
</context>
<context>
    <name>FrameReport</name>
    <message>
        <source>Workbook (*.xlsx)</source>
        <extracomment>How many refused rows are shown; all of them can be saved.</extracomment>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Reasons for refusing rows</source>
        <translation>拒绝的原因</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>没有被拒绝的行</translation>
    </message>
    <message>
        <source>Every row was taken</source>
        <translation>全部收录</translation>
    </message>
    <message>
        <source>Keep the frame, then plan a campaign from it.</source>
        <translation>请保存抽样框，再据此新建回访活动。</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>{count} refused rows written</source>
        <translation>已写出 {count} 行被拒绝的记录</translation>
    </message>
    <message>
        <source>{taken} rows taken, {refused} refused; {groups} contact groups (who shares a number is one)</source>
        <translation>采用 {taken} 行，退回 {refused} 行；{groups} 个联系组（共用号码者为一组）</translation>
    </message>
    <message>
        <source>{count} of them are people who are not to be asked ({codes}), {rest} are to be mended</source>
        <translation>其中 {count} 行为不应调查的人员（{codes}），{rest} 行须改正</translation>
    </message>
    <message>
        <source>{field}, {count} rows, first in row {line} ({value}): {reason}</source>
        <translation>{field}：{count} 行，首个在第 {line} 行（{value}）：{reason}</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Contacts by weekday and time of day</source>
        <translation>按星期与时段的接通率</translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message>
        <source>Progress by stratum</source>
        <translation>各层进度</translation>
    </message>
    <message>
        <source>Rates with their definitions</source>
        <translation>各项比率及定义</translation>
    </message>
    <message>
        <source>No strata</source>
        <translation>没有分层</translation>
    </message>
    <message>
        <source>This campaign was not drawn from a frame.</source>
        <translation>该活动不是从抽样框抽取的。</translation>
    </message>
    <message>
        <source>No rates yet</source>
        <translation>暂无比率</translation>
    </message>
    <message>
        <source>Contacts by weekday and time of day (dials)</source>
        <translation>按星期与时段的接通率（拨打数）</translation>
    </message>
    <message>
        <source>Rates of {place}; Enter again: all</source>
        <translation>{place} 的各项率；再按回车看全部</translation>
    </message>
    <message>
        <source>Rates of all; Enter at a stratum: its own</source>
        <translation>全部机构的各项率；在层上按回车看该机构</translation>
    </message>
    <message>
        <source>{drawn} drawn, replicate {released} of 10</source>
        <translation>抽取 {drawn} 人，已放开 {released}/10 组</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>抽样框：{frame}</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>How evenly the strata answered: R = {r} (1: all alike)</source>
        <translation>各层应答均衡程度：R = {r}（1 为完全一致）</translation>
    </message>
    <message>
        <source>Calling is stopped. Alt+G lets it go on.</source>
        <translation>已停止拨打。按 Alt+G 恢复。</translation>
    </message>
    <message>
        <source>Calling is stopped since {time} ({name}): {why}. Alt+G lets it go on.</source>
        <translation>{name} 于 {time} 停止拨打：{why}。按 Alt+G 恢复。</translation>
    </message>
    <message>
        <source>Cases that wait for somebody who speaks the language:</source>
        <translation>等待会说该语言的坐席拨打的个案：</translation>
    </message>
    <message>
        <source>Called back at another station than their own: {count}; dialed there all the same before its next sync: {dialed}</source>
        <translation>回电由非负责坐席机接听：{count} 次；负责坐席机在下次同步前仍拨打：{dialed} 次</translation>
    </message>
    <message>
        <source>Protocol kept: {whole} of {cases} cases that ended unanswered (attempts {attempts}, slots {slots}, evening or day off {home}, days apart {span})</source>
        <translation>流程遵守：未成功而结束的 {cases} 例个案中 {whole} 个（次数 {attempts}、时段 {slots}、晚间或节假日 {home}、间隔天数 {span}）</translation>
    </message>
    <message>
        <source>{rule} {value} (usually {usual})</source>
        <translation>{rule} {value}（默认 {usual}）</translation>
    </message>
    <message>
        <source>Rules of calling: {rules}; all else as usual</source>
        <translation>拨打规则：{rules}；其余为默认</translation>
    </message>
    <message>
        <source>Rules of calling: as usual</source>
        <translation>拨打规则：均为默认</translation>
    </message>
    <message>
        <source>Appointments kept on time: {kept} of {due} ({share}; goal at least {goal})</source>
        <translation>按时拨打的预约：{kept}/{due}（{share}；目标不低于 {goal}）</translation>
    </message>
    <message>
        <source>Ended by a supervisor as they stood: {codes}</source>
        <translation>由班长按当时结果结束：{codes}</translation>
    </message>
    <message>
        <source>Contacts by the way of choosing: {arms}; {apart}</source>
        <translation>按选人方式的接通率：{arms}；{apart}</translation>
    </message>
    <message>
        <source>too few dials to compare them (at least {least} of each)</source>
        <translation>拨打次数不足，暂不比较（每种至少 {least} 次）</translation>
    </message>
    <message>
        <source>difference {gap} points (95 % interval {low} to {high})</source>
        <translation>相差 {gap} 个百分点（95% 区间 {low} 至 {high}）</translation>
    </message>
</context>
<context>
    <name>OpinionsPage</name>
    <message>
        <source>Code frames (*.json)</source>
        <translation>编码框 (*.json)</translation>
    </message>
    <message>
        <source>Give the codes</source>
        <translation>给出编码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Publish a code frame…</source>
        <translation>发布编码框…</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>调查方式</translation>
    </message>
    <message>
        <source>How people were asked; ways are never put together</source>
        <translation>调查方式；不同方式不合并统计</translation>
    </message>
    <message>
        <source>Codes; the key of a code chooses it, Enter gives what is chosen</source>
        <translation>编码；按编码的键选择，回车给出所选编码</translation>
    </message>
    <message>
        <source>What people named</source>
        <translation>人们提到的内容</translation>
    </message>
    <message>
        <source>Nothing is coded yet</source>
        <translation>还没有编码</translation>
    </message>
    <message>
        <source>Published as version {number}</source>
        <translation>已发布为第 {number} 版</translation>
    </message>
    <message>
        <source>{mode} ({count} wait)</source>
        <translation>{mode}（{count} 条待编码）</translation>
    </message>
    <message>
        <source>No opinion waits for you.</source>
        <translation>没有等您编码的意见。</translation>
    </message>
    <message>
        <source>{count} wait for you · {told} · agreement {kappa} over {pairs}</source>
        <translation>待您编码 {count} 条 · {told} · 一致性 {kappa}（{pairs} 条）</translation>
    </message>
    <message>
        <source>{place} · Two people disagree: {first} / {second}. What you give settles it.</source>
        <translation>{place} · 两人编码不一致：{first} / {second}。由您的编码定案。</translation>
    </message>
    <message>
        <source>{asked} asked ({why})</source>
        <translation>共询问 {asked} 人（{why}）</translation>
    </message>
    <message>
        <source>{opinions} of {asked} had an opinion: {rate}</source>
        <translation>{asked} 人中 {opinions} 人有意见建议：{rate}</translation>
    </message>
</context>
<context>
    <name>RakedLine</name>
    <message>
        <source>Raked to the age and sex of everybody on the list: withheld. Beside the unweighted share it would tell institutions that are not shown.</source>
        <translation>按名单全员的年龄、性别加权（迭代比例）：不予显示。与未加权比例对照可推算出未显示的机构。</translation>
    </message>
    <message>
        <source>Raked to the age and sex of everybody on the list, top box: {share}, unweighted {raw} · {answers} answers (design effect {effect}). Where both differ much, others answered than stand on the list.</source>
        <translation>按名单全员的年龄、性别加权（迭代比例）后的最优项：{share}，未加权 {raw} · {answers} 份应答（设计效应 {effect}）。两者相差较大时，说明应答者与名单人群构成不同。</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Question</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>调查方式</translation>
    </message>
    <message>
        <source>Held against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>比较口径</translation>
    </message>
    <message>
        <source>Top box</source>
        <translation>最优项</translation>
    </message>
    <message>
        <source>Top two</source>
        <translation>前两项</translation>
    </message>
    <message>
        <source>Quarters before, {quarters}</source>
        <translation>之前各季度，{quarters}</translation>
    </message>
    <message>
        <source>All quarters</source>
        <translation>全部季度</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Figures by institution</source>
        <translation>各机构结果</translation>
    </message>
    <message>
        <source>Changes by institution</source>
        <translation>各机构变化</translation>
    </message>
    <message>
        <source>With names and free texts of those who agreed</source>
        <translation>含同意者的姓名和自由文字</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有应答</translation>
    </message>
    <message>
        <source>They come from interviews, asked by this way and in this quarter.</source>
        <translation>来自该季度、该方式完成的访问。</translation>
    </message>
    <message>
        <source>under 100</source>
        <translation>不足 100</translation>
    </message>
    <message>
        <source>under 50</source>
        <translation>不足 50</translation>
    </message>
    <message>
        <source>under 25</source>
        <translation>不足 25</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>防推算</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>过少</translation>
    </message>
    <message>
        <source>was lowest</source>
        <translation>原属最低</translation>
    </message>
    <message>
        <source>exact test</source>
        <translation>精确检验</translation>
    </message>
    <message>
        <source>new measure</source>
        <translation>含新措施</translation>
    </message>
    <message>
        <source>Drawn from the list {frame} by permanent random numbers, seed {seed}, from {start} on.</source>
        <translation>样本抽自名单 {frame}，按永久随机数抽取，随机种子 {seed}，起点 {start}。</translation>
    </message>
    <message>
        <source>A measure took effect here on {day}: that quarter is left out of what is compared here.</source>
        <translation>该机构有措施于 {day} 生效：此处比较已剔除该季度。</translation>
    </message>
    <message numerus="yes">
        <source>%n interview(s) saved, with codebook and labels</source>
        <translation>
            <numerusform>已保存 %n 份访问，附编码手册和标签</numerusform>
        </translation>
    </message>
    <message>
        <source>one quarter</source>
        <translation>仅一个季度</translation>
    </message>
    <message>
        <source>Top box: the best answer (9–10 of 10). Top two: the two best (rate of satisfaction). Mean × 20: of five points, 20 to 100. Limits: Wilson&apos;s, corrected for how many people the place has. Under 25 answers nothing is shown; withheld: such a figure could be worked out from it. Adjusted: the top box as if every institution shown had had the same patients (age, sex, department, admission, length of stay, who answered, days since).</source>
        <translation>最优项：最好的一档（10 分制为 9–10 分）。前两项：最好的两档，即满意率。均值×20：五级题的满意度，20 至 100。区间：Wilson 法，按该机构总人数作有限总体校正。应答不足 25 份不予显示；由某结果可推算出这类结果的，也不予显示。调整后：假定各显示机构患者构成相同（年龄、性别、科室、入院途径、住院天数、应答人、出院后天数）时的最优项比例。</translation>
    </message>
    <message>
        <source>Least seen: the rise that so many answers would show (80 % power).</source>
        <translation>最小可见：这么多应答能检出的最小升幅（把握度 80 %）。</translation>
    </message>
    <message>
        <source>{count} institutions together: odds ratio {odds} ({low}–{high}), CMH p {p}; the same everywhere: p {same}</source>
        <translation>{count} 家机构合并：比值比 {odds}（{low}–{high}），CMH 检验 p {p}；各机构一致性 p {same}</translation>
    </message>
    <message>
        <source>{place}: {change} points ({limits}), p {p}; against the others {others}</source>
        <translation>{place}：{change} 个百分点（{limits}），p {p}；相对其他机构 {others}</translation>
    </message>
    <message>
        <source>Fisher&apos;s exact test, because a count is small.</source>
        <translation>有计数过小，采用 Fisher 精确检验。</translation>
    </message>
    <message>
        <source>Not judged: it was among the lowest before, and only one quarter before has answers, so that a rise by itself cannot be told from a change. Hold it against two quarters or more.</source>
        <translation>不作判断：该机构之前属于最低之列，而之前只有一个季度有答卷，无法区分自然回升与真实变化。请与两个及以上季度比较。</translation>
    </message>
    <message>
        <source>It was among the lowest before: a part of a rise comes by itself.</source>
        <translation>该机构之前属于最低之列：部分上升属自然回升。</translation>
    </message>
    <message>
        <source>Against the others needs answers of two quarters before or more: here is one.</source>
        <translation>与其他机构比较（双重差分）需之前两个及以上季度的答卷，此处只有一个。</translation>
    </message>
</context>
<context>
    <name>SheetButtons</name>
    <message>
        <source>Begin a sheet</source>
        <translation>开始一份</translation>
    </message>
    <message>
        <source>Go on with a sheet ({count} left)</source>
        <translation>继续未录完的问卷（{count} 份）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>It was: {mode}</source>
        <translation>应为：{mode}</translation>
    </message>
    <message>
        <source>End the sheet</source>
        <translation>结束这份</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Answers to choose from</source>
        <extracomment>What the question is called that is shown, and what was typed for others and not taken.</extracomment>
        <translation>可选答案</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Key of the answer; words, then Enter; - for none on the sheet</source>
        <translation>答案的键；文字后按回车；卷上未答输入 -</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>This is needed</source>
        <extracomment>By their items: answers that wait for a reason or a second look.</extracomment>
        <translation>必填</translation>
    </message>
    <message>
        <source>Answered: {answer}. Answer again, or Enter to leave it.</source>
        <translation>已答：{answer}。可重新作答，按回车保留原答案。</translation>
    </message>
    <message>
        <source>{what} ({answer}). Enter keeps it; or answer again.</source>
        <translation>{what}（{answer}）。按回车保留，或重新作答。</translation>
    </message>
    <message>
        <source>Sheet kept: {worth}; findings opened: {count}</source>
        <translation>已保存：{worth}；生成整改问题 {count} 条</translation>
    </message>
    <message>
        <source>Type in sheets of paper and talks face to face. Each keeps its mode; figures never mix modes.</source>
        <translation>录入纸质问卷和面访。每份保留其调查方式，统计从不混合不同方式。</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>第 {done} / {all} 题</translation>
    </message>
</context>
<context>
    <name>StopBox</name>
    <message>
        <source>Stop calling</source>
        <extracomment>The campaign of the question: another one may be chosen by now.</extracomment>
        <translation>停止拨打</translation>
    </message>
    <message>
        <source>Do not stop</source>
        <translation>不停止</translation>
    </message>
    <message>
        <source>Stop calling for {name}?</source>
        <translation>停止拨打“{name}”？</translation>
    </message>
    <message numerus="yes">
        <source>Not called until calling goes on: %n open case(s)</source>
        <translation>
            <numerusform>恢复拨打之前，%n 个未结个案暂停拨打</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreed on a time: %n case(s)</source>
        <translation>
            <numerusform>其中 %n 人已约时间</numerusform>
        </translation>
    </message>
    <message>
        <source>{agreed}. Nobody calls then while calling is stopped.</source>
        <translation>{agreed}。停止期间届时无人拨打。</translation>
    </message>
    <message>
        <source>{agreed}, the next {time}</source>
        <translation>{agreed}，最近一次为{time}</translation>
    </message>
    <message>
        <source>Calls in hand are ended as usual, who calls back is asked, and the field period goes on.</source>
        <translation>正在进行的通话照常结束，来电者照常访问，回访期继续计算。</translation>
    </message>
</context>
<context>
    <name>WholeLine</name>
    <message>
        <source>All strata by the design: {change} points, p {p}</source>
        <translation>全部层（按抽样设计）：{change} 个百分点，p {p}</translation>
    </message>
    <message>
        <source>All strata by the design: withheld, as one side of it is</source>
        <translation>全部层按抽样设计：不予显示，因为对比的一方不予显示</translation>
    </message>
    <message>
        <source>All strata by the design: one side has fewer than 25 answers, not shown</source>
        <translation>全部层按抽样设计：对比的一方应答不足 25 份，不予显示</translation>
    </message>
    <message>
        <source>All strata: withheld. With the institutions and quarters that are shown, fewer than 25 answers could be worked out from it.</source>
        <translation>全部层合计：不予显示。与已显示的机构和季度对照，可推算出应答不足 25 份的结果。</translation>
    </message>
    <message>
        <source>All strata: fewer than 25 answers, not shown</source>
        <translation>全部层：应答不足 25 份，不予显示</translation>
    </message>
    <message>
        <source>top box</source>
        <translation>最优项</translation>
    </message>
    <message>
        <source>top two</source>
        <translation>前两项</translation>
    </message>
    <message>
        <source>{answers} answers, as exact as {effective} from an endless list (design effect {effect})</source>
        <translation>{answers} 份答卷，精度相当于无限总体中的 {effective} 份（设计效应 {effect}）</translation>
    </message>
    <message>
        <source>Institutions that are not shown count as one stratum: {count}.</source>
        <translation>未显示的机构合并为一层计算：{count} 家。</translation>
    </message>
    <message>
        <source>All strata, {name}: {share} ({limits}), unweighted {raw}</source>
        <translation>全部层{name}：{share}（{limits}），未加权 {raw}</translation>
    </message>
    <message>
        <source>Response: not known, as only calls are counted against the sample</source>
        <translation>应答率：无，仅电话访问按样本计算</translation>
    </message>
    <message>
        <source>Response: RR1 {rr1}, RR3 {rr3} (e {e}), HCAHPS {hcahps} · protocol kept {kept}</source>
        <translation>应答率：RR1 {rr1}，RR3 {rr3}（e {e}），HCAHPS {hcahps} · 规程符合 {kept}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Ask for the campaigns and their progress again</source>
        <translation>重新读取回访活动及进度</translation>
    </message>
    <message>
        <source>New campaign…</source>
        <translation>新建回访活动…</translation>
    </message>
    <message>
        <source>Plan a sample from a frame: strata, sizes, questionnaire, times, people</source>
        <translation>从抽样框制定抽样方案：分层、样本量、问卷、时间、人员</translation>
    </message>
    <message>
        <source>Import a frame…</source>
        <translation>导入抽样框…</translation>
    </message>
    <message>
        <source>Read a list of people from a file, check every row, and keep it to draw from</source>
        <translation>从文件读取名单，逐行检查，保存后供抽样</translation>
    </message>
    <message>
        <source>Release the next replicate</source>
        <translation>放开下一组样本</translation>
    </message>
    <message>
        <source>Let another tenth of the sample be called</source>
        <translation>再放开十分之一的样本供拨打</translation>
    </message>
    <message>
        <source>Draw more people</source>
        <translation>追加样本</translation>
    </message>
    <message>
        <source>Press twice: another tenth is drawn by the same numbers; the sample so far stays</source>
        <translation>按两次：按原随机数再抽取十分之一，已有样本保留</translation>
    </message>
    <message>
        <source>Stop calling…</source>
        <translation>停止拨打…</translation>
    </message>
    <message>
        <source>Nobody of the campaign is called for now, for a reason; cases stay as they are</source>
        <translation>填写原因后暂停拨打本活动的所有人；个案保持不变</translation>
    </message>
    <message>
        <source>Go on calling</source>
        <translation>恢复拨打</translation>
    </message>
    <message>
        <source>Call the people of the stopped campaign again</source>
        <translation>恢复拨打已停止的回访活动</translation>
    </message>
    <message>
        <source>End the field period</source>
        <translation>结束回访期</translation>
    </message>
    <message>
        <source>Press twice: every open case of the campaign is closed as not reached in time</source>
        <translation>按两次：活动的全部未结个案按期满未完成关闭</translation>
    </message>
    <message>
        <source>Results or progress</source>
        <translation>结果或进度</translation>
    </message>
    <message>
        <source>Turn to the results of the campaign, and back to its progress</source>
        <translation>转到调查结果，再转回进度</translation>
    </message>
    <message>
        <source>Opinions of a campaign</source>
        <translation>回访活动的意见建议</translation>
    </message>
    <message>
        <source>Code what people said in their own words, one opinion after another</source>
        <translation>逐条为受访者的原话编码</translation>
    </message>
    <message>
        <source>Sheets of a campaign</source>
        <translation>回访活动的问卷录入</translation>
    </message>
    <message>
        <source>Type in questionnaires on paper and talks face to face</source>
        <translation>录入纸质问卷和面访</translation>
    </message>
    <message>
        <source>Save the answers…</source>
        <translation>保存应答…</translation>
    </message>
    <message>
        <source>Write every interview of the campaign with its codebook as a workbook or CSV</source>
        <translation>把调查的每份访问连同编码本写成工作簿或 CSV</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Frame</source>
        <extracomment>Kind and label of each question in its order, with the words that stand for numbers and choices of the plan.</extracomment>
        <translation>抽样框</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>活动名称</translation>
    </message>
    <message>
        <source>Seed (published)</source>
        <translation>种子（公布）</translation>
    </message>
    <message>
        <source>Drawn behind campaign</source>
        <translation>接续的活动</translation>
    </message>
    <message>
        <source>Discharged or seen from</source>
        <translation>出院或就诊自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Only of one institution</source>
        <translation>仅一家机构</translation>
    </message>
    <message>
        <source>Strata</source>
        <translation>分层</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>分配方式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>The size counts</source>
        <translation>数量含义</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>First day of calling</source>
        <translation>开始拨打日</translation>
    </message>
    <message>
        <source>Days of the field period</source>
        <translation>回访期天数</translation>
    </message>
    <message>
        <source>First call within days</source>
        <translation>首次拨打期限（天）</translation>
    </message>
    <message>
        <source>People who call</source>
        <translation>拨打人数</translation>
    </message>
    <message>
        <source>Somebody speaks the dialect</source>
        <translation>有会方言的人员</translation>
    </message>
    <message>
        <source>Name of the frame</source>
        <translation>抽样框名称</translation>
    </message>
    <message>
        <source>People listed</source>
        <translation>名单人群</translation>
    </message>
    <message>
        <source>All of one institution</source>
        <translation>全部属于同一机构</translation>
    </message>
    <message>
        <source>Empty cells of merged ones</source>
        <translation>合并单元格留下的空格</translation>
    </message>
    <message>
        <source>Institutions not in the directory</source>
        <translation>名录中没有的机构</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>调查方式</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Day of the stay or visit</source>
        <translation>住院或就诊日期</translation>
    </message>
    <message>
        <source>Why (every desk reads it)</source>
        <translation>原因（各坐席均可看到）</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Campaign</source>
        <translation>回访活动</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已放开</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总体</translation>
    </message>
    <message>
        <source>Top box</source>
        <translation>最优项</translation>
    </message>
    <message>
        <source>95 % limits</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>调整后</translation>
    </message>
    <message>
        <source>Top two</source>
        <translation>前两项</translation>
    </message>
    <message>
        <source>Mean × 20</source>
        <translation>均值×20</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>p (Holm)</source>
        <translation>p (Holm)</translation>
    </message>
    <message>
        <source>To others</source>
        <translation>相对其他</translation>
    </message>
    <message>
        <source>Least seen</source>
        <translation>最小可见</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Dials</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Interviews foreseen</source>
        <translation>预计完成数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Of which</source>
        <translation>分子/分母</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Reason, and what to do</source>
        <translation>原因与处理</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>原内容</translation>
    </message>
    <message>
        <source>Coded as</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Of all asked</source>
        <translation>占全部受访者</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
</context>
</TS>
