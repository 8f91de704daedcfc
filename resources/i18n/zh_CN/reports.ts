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
        <source>Inquiries</source>
        <translation>诉求</translation>
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
        <source>Which inquiries</source>
        <translation>显示哪些诉求</translation>
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
        <source>Inquiries behind the figure</source>
        <translation>指标背后的诉求</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>暂无可对比数据</translation>
    </message>
    <message>
        <source>No inquiry of this period is counted here.</source>
        <translation>本期没有计入此指标的诉求。</translation>
    </message>
    <message>
        <source>No inquiries</source>
        <translation>没有诉求</translation>
    </message>
    <message>
        <source>Choose another period, or show all that are counted.</source>
        <translation>请选择其他时期，或显示全部计入的诉求。</translation>
    </message>
    <message>
        <source>Groups of fewer than five are not told. Enter shows the inquiries of a group.</source>
        <translation>不足 5 件的分组不显示数据。按回车查看该组诉求。</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>不计：{parts}</translation>
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
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>报告</translation>
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
        <translation>打开所选诉求的全部信息</translation>
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
</context>
</TS>
