<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BehindPage</name>
    <message>
        <source>Behind the figure</source>
        <extracomment>Most inquiries that are listed; an export has all of them.</extracomment>
        <translation>数据详情</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>按承办单位</translation>
    </message>
    <message>
        <source>By operator</source>
        <translation>按坐席</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>对比方式</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>显示哪些明细</translation>
    </message>
    <message>
        <source>Rows behind the figure</source>
        <translation>指标背后的明细</translation>
    </message>
    <message>
        <source>Nothing of this period is counted here.</source>
        <translation>本期没有计入此指标的数据。</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>没有明细</translation>
    </message>
    <message>
        <source>Groups that are too small to tell stand as ·. Enter shows the rows of a group.</source>
        <translation>数量过少而不公布的分组显示为“·”。按回车查看分组明细。</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>All counted</source>
        <translation>全部计入</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>暂无可对比数据</translation>
    </message>
    <message>
        <source>Choose another period, or show all that are counted.</source>
        <translation>请选择其他时期，或显示全部计入的诉求。</translation>
    </message>
    <message>
        <source>These hours: {hours}</source>
        <translation>统计时段：{hours}</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>不计：{parts}</translation>
    </message>
</context>
<context>
    <name>CallsImport</name>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>First calls of the file</source>
        <translation>文件中的前几条通话</translation>
    </message>
    <message>
        <source>Rows that are not taken</source>
        <translation>未采用的行</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>历次导入</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>No call records yet</source>
        <translation>尚无通话记录</translation>
    </message>
    <message>
        <source>Figures of answered calls say “not measured”.</source>
        <translation>接通类指标显示“未统计”。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Import call records</source>
        <translation>导入通话记录</translation>
    </message>
    <message>
        <source>workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>{file}: {count} rows, read as {how}.</source>
        <translation>{file}：{count} 行，编码 {how}。</translation>
    </message>
    <message>
        <source>A file of the telephone system (CSV, workbook). Numbers of callers are not kept.</source>
        <translation>话务系统导出的 CSV 或工作簿文件。不保存来电号码。</translation>
    </message>
    <message>
        <source>Call records: {added} added, {unchanged} known, {refused} refused</source>
        <translation>通话记录：新增 {added}，已有 {unchanged}，未采用 {refused}</translation>
    </message>
    <message>
        <source>Of the first {looked} rows {added} would be taken and {refused} not.</source>
        <translation>前 {looked} 行中，可采用 {added} 行，不可采用 {refused} 行。</translation>
    </message>
    <message>
        <source>It was stopped; what is added can be taken back.</source>
        <translation>已停止；已新增的可撤回。</translation>
    </message>
    <message>
        <source>No account is called {names}; their calls count for nobody.</source>
        <translation>没有名为 {names} 的账户，其通话不计入任何人。</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Picture copied</source>
        <translation>图片已复制</translation>
    </message>
    <message>
        <source>Data copied</source>
        <translation>数据已复制</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Rows, copy, save</source>
        <translation>明细、复制、保存</translation>
    </message>
    <message>
        <source>Show the rows</source>
        <translation>查看明细</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Save picture or data…</source>
        <translation>保存图片或数据…</translation>
    </message>
    <message>
        <source>{title}: rows, copy, save</source>
        <translation>{title}：明细、复制、保存</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Stop counting</source>
        <extracomment>From so many on it is said how many are counted, and a person may stop it: fewer are done before anybody reads it.</extracomment>
        <translation>停止统计</translation>
    </message>
    <message>
        <source>Being counted: {done} of {total}; figures are not complete yet</source>
        <translation>正在统计：{done} / {total}，数字尚不完整</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Not counted to the end: F5 goes on</source>
        <translation>尚未统计完，按 F5 继续</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Which dashboard</source>
        <translation>选择仪表盘</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Data (*.csv);;Workbook (*.xlsx)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;数据 (*.csv);;工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>DefinitionForm</name>
    <message>
        <source>Must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>另存为新版本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DefinitionsPage</name>
    <message>
        <source>New version…</source>
        <translation>新版本…</translation>
    </message>
    <message>
        <source>New KPI like this…</source>
        <translation>以此新建指标…</translation>
    </message>
    <message>
        <source>End today</source>
        <translation>今日截止</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标定义</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>如何计算</translation>
    </message>
    <message>
        <source>No KPIs</source>
        <translation>没有指标</translation>
    </message>
    <message>
        <source>KPIs come with the program, or from a file.</source>
        <translation>指标随程序提供，或由文件导入。</translation>
    </message>
    <message>
        <source>Saved as version {number}</source>
        <translation>已存为第 {number} 版</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Save the tables…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Made and planned…</source>
        <translation>已生成与计划…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The document; what is written here is printed</source>
        <translation>报告正文，在此编辑的内容将写入文件</translation>
    </message>
    <message>
        <source>Choose a document on the left.</source>
        <translation>请在左侧选择报告。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;JSON (*.json)</source>
        <translation>工作簿 (*.xlsx);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>DraftBar</name>
    <message>
        <source>Make it anew</source>
        <extracomment>Seconds after which what is being written is kept although nobody pauses.</extracomment>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Back to what I wrote</source>
        <translation>恢复我的修改</translation>
    </message>
    <message>
        <source>What you wrote is not on this page.</source>
        <translation>当前页面不含您的修改。</translation>
    </message>
    <message>
        <source>As you edited it, {at}; its figures are of then.</source>
        <translation>此为您 {at} 修改的版本，数据为当时数据。</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>All figures</source>
        <translation>全部指标</translation>
    </message>
    <message>
        <source>Which figures</source>
        <translation>显示哪些指标</translation>
    </message>
</context>
<context>
    <name>MadePage</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Plan this</source>
        <translation>加入计划</translation>
    </message>
    <message>
        <source>Remove plan</source>
        <translation>移除计划</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Made so far</source>
        <translation>已生成的报告</translation>
    </message>
    <message>
        <source>Made by itself on this station</source>
        <translation>本坐席机自动生成</translation>
    </message>
    <message>
        <source>Made while this window is open and nobody is with a caller, or by “reports due” from the scheduler of the system; each period once.</source>
        <translation>窗口打开且无人接听时生成，或由系统计划任务运行“reports due”；每期一次。</translation>
    </message>
    <message>
        <source>Day {day} after the period</source>
        <translation>期末后第 {day} 天</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>本机文件夹</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>报告语言</translation>
    </message>
    <message>
        <source>Day after the period</source>
        <translation>期末后第几天</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Nothing was made yet</source>
        <translation>尚未生成报告</translation>
    </message>
    <message>
        <source>A document that is saved as PDF stands here.</source>
        <translation>保存为PDF的报告会列在这里。</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>尚无计划</translation>
    </message>
    <message>
        <source>Choose a document and a folder, and plan it.</source>
        <translation>选择报告与文件夹，加入计划。</translation>
    </message>
    <message>
        <source>Folder for documents</source>
        <translation>报告文件夹</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>指标定义</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>来电人心声</translation>
    </message>
    <message>
        <source>Length of the period</source>
        <translation>周期长度</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>仅看本人</translation>
    </message>
</context>
<context>
    <name>ReportsPane</name>
    <message>
        <source>Workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>工作簿 (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Export the rows</source>
        <translation>导出明细</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>统计报告</translation>
    </message>
    <message>
        <source>Rows written: {count}</source>
        <translation>已写入 {count} 行</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>TimePage</name>
    <message>
        <source>Export for appraisal…</source>
        <translation>导出考核表…</translation>
    </message>
    <message>
        <source>Import call records…</source>
        <translation>导入话务记录…</translation>
    </message>
    <message>
        <source>Which sheet</source>
        <translation>选择表</translation>
    </message>
    <message>
        <source>Whole period</source>
        <translation>整个期间</translation>
    </message>
    <message>
        <source>Shift sheet</source>
        <translation>班次表</translation>
    </message>
    <message>
        <source>Time of operators</source>
        <translation>坐席工时</translation>
    </message>
    <message>
        <source>No shifts</source>
        <translation>没有班次</translation>
    </message>
    <message>
        <source>A shift is a day on which an operator was signed in.</source>
        <translation>坐席签到的每一天为一个班次。</translation>
    </message>
    <message>
        <source>No time was recorded</source>
        <translation>没有工时记录</translation>
    </message>
    <message>
        <source>Operators&apos; states are recorded while they are signed in.</source>
        <translation>坐席登录期间自动记录状态。</translation>
    </message>
    <message>
        <source>A state lasts until the next one; what nobody ended within 12 hours is not counted. Occupancy: talking, on hold and wrap-up of the time at the desk. Call records (CSV or workbook) give the figures of answered calls.</source>
        <translation>一个状态持续到下一个状态；12小时内无人结束的不计。占用率：通话、保持与事后处理占在席时间的比例。通话记录（CSV 或工作簿）用于统计接通类指标。</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export for appraisal</source>
        <translation>导出考核表</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>TopicsPage</name>
    <message>
        <source>Hot topics</source>
        <translation>热点问题</translation>
    </message>
    <message>
        <source>Topics that rise</source>
        <translation>上升的问题类别</translation>
    </message>
    <message>
        <source>Words that rise</source>
        <translation>上升的词</translation>
    </message>
    <message>
        <source>What callers asked</source>
        <translation>来电人怎么问</translation>
    </message>
    <message>
        <source>Nothing rises</source>
        <translation>没有上升的类别</translation>
    </message>
    <message>
        <source>No topic came more often than the periods before let expect.</source>
        <translation>没有类别高于此前各期的预期。</translation>
    </message>
    <message>
        <source>No word rises</source>
        <translation>没有上升的词</translation>
    </message>
    <message>
        <source>Words are compared with those of the period before.</source>
        <translation>词与上一期比较。</translation>
    </message>
    <message>
        <source>Topics that rise beyond chance: {count} of {all}, against the {before} periods before each.</source>
        <translation>超出偶然波动的类别：{all} 个中有 {count} 个，各与此前 {before} 期比较。</translation>
    </message>
    <message>
        <source>Open the answer</source>
        <translation>打开话术</translation>
    </message>
    <message>
        <source>Look for an answer</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Nothing was written down about these calls.</source>
        <translation>这些来电没有记录内容。</translation>
    </message>
    <message>
        <source>gap: no answer was given</source>
        <translation>空缺：未给出话术</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>Saved: {file}</source>
        <extracomment>So many periods are shown at least, whatever was counted in them.</extracomment>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>已复制图片</translation>
    </message>
    <message>
        <source>Data copied</source>
        <translation>已复制数据</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Data (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;数据 (*.csv)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
</context>
<context>
    <name>VoicePage</name>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Propose this</source>
        <translation>提出建议</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已落实</translation>
    </message>
    <message>
        <source>A comment, or the title of a proposal</source>
        <translation>输入评论，或建议的标题</translation>
    </message>
    <message>
        <source>Answer to the chosen proposal</source>
        <translation>对所选建议的答复</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>由谁落实</translation>
    </message>
    <message>
        <source>By when, as 12-31</source>
        <translation>完成期限，如 12-31</translation>
    </message>
    <message>
        <source>What callers said</source>
        <translation>来电人原话</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>改进建议</translation>
    </message>
    <message>
        <source>Nothing was said yet</source>
        <translation>暂无原话</translation>
    </message>
    <message>
        <source>Words from interviews stand here, without names and numbers.</source>
        <translation>回访中的原话显示在此，已去除姓名和号码。</translation>
    </message>
    <message>
        <source>No proposals yet</source>
        <translation>暂无建议</translation>
    </message>
    <message>
        <source>Choose what a caller said, type a title and propose.</source>
        <translation>选择一条原话，输入标题后提出建议。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Count what has happened since, and show the figures again</source>
        <translation>统计最新变化并刷新数据</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Show the week, month, quarter or year before</source>
        <translation>查看上一周、月、季或年</translation>
    </message>
    <message>
        <source>Period after</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Show the week, month, quarter or year after</source>
        <translation>查看下一周、月、季或年</translation>
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
        <source>Export the rows…</source>
        <translation>导出明细…</translation>
    </message>
    <message>
        <source>Write every inquiry behind the figure to a workbook or CSV</source>
        <translation>将指标背后的全部诉求写入工作簿或 CSV</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Count / of</source>
        <translation>分子 / 分母</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工单号</translation>
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
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>振铃</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>事后处理</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离席</translation>
    </message>
    <message>
        <source>Came</source>
        <extracomment>Rows of the file that are looked at before it is imported.</extracomment>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>接通</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Not taken because</source>
        <translation>未采用原因</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>以前的导入</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话数</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Away for</source>
        <translation>离席原因</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>占用率</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>偶然概率</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Made</source>
        <extracomment>Place of seven o&apos;clock among the half-hours of a day. Letters of a choice that are seen at least.</extracomment>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>制作人</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下次生成</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Last period, or what failed</source>
        <translation>最近一期，或失败原因</translation>
    </message>
</context>
</TS>
