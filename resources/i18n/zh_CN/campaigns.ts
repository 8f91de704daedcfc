<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CampaignsPane</name>
    <message>
        <source>Every open case of {name} is closed. Press again to do it.</source>
        <translation>“{name}”的全部未结对象将被关闭。再按一次执行。</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>回访活动</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>还没有回访活动</translation>
    </message>
    <message>
        <source>Import a frame (onewindow campaigns import-frame), then press Alt+N.</source>
        <translation>先导入抽样框（onewindow campaigns import-frame），再按 Alt+N。</translation>
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
        <source>There is no frame yet: import one first (onewindow campaigns import-frame).</source>
        <translation>还没有抽样框：请先导入（onewindow campaigns import-frame）。</translation>
    </message>
    <message>
        <source>Drawn. The first replicate can be called.</source>
        <translation>抽样完成，第一组样本可以拨打。</translation>
    </message>
    <message>
        <source>{count} more people can be called</source>
        <translation>新放开 {count} 人</translation>
    </message>
    <message>
        <source>{count} cases closed</source>
        <translation>已关闭 {count} 个对象</translation>
    </message>
</context>
<context>
    <name>DrawForm</name>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
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
        <source>People drawn</source>
        <translation>抽取人数</translation>
    </message>
    <message>
        <source>Interviews wanted</source>
        <translation>完成份数</translation>
    </message>
    <message>
        <source>{drawn} people of {size} would be drawn; {gave} encounters gave way to another of one person</source>
        <translation>将从 {size} 人中抽取 {drawn} 人；{gave} 次就诊因同一人让位</translation>
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
        <source>{people} people complete about {count} interviews by {day}</source>
        <translation>{people} 人预计到 {day} 完成约 {count} 份访问</translation>
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
        <source>{drawn} drawn, replicate {released} of 10</source>
        <translation>抽取 {drawn} 人，已放开 {released}/10 组</translation>
    </message>
    <message>
        <source>frame {frame}</source>
        <translation>抽样框 {frame}</translation>
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
        <source>Protocol kept: {whole} of {cases} cases that ended unanswered (attempts {attempts}, slots {slots}, evening or day off {home}, days apart {span})</source>
        <translation>流程遵守：未成功而结束的 {cases} 个对象中 {whole} 个（次数 {attempts}、时段 {slots}、晚间或节假日 {home}、间隔天数 {span}）</translation>
    </message>
    <message>
        <source>Contacts by the way of choosing: {arms}</source>
        <translation>按选人方式的接通率：{arms}</translation>
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
        <source>Release the next replicate</source>
        <translation>放开下一组样本</translation>
    </message>
    <message>
        <source>Let another tenth of the sample be called</source>
        <translation>再放开十分之一的样本供拨打</translation>
    </message>
    <message>
        <source>End the field period</source>
        <translation>结束回访期</translation>
    </message>
    <message>
        <source>Press twice: every open case of the campaign is closed as not reached in time</source>
        <translation>按两次：活动的全部未结对象按期满未完成关闭</translation>
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
        <source>Discharged or seen from</source>
        <translation>出院或就诊自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
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
        <source>People who call</source>
        <translation>拨打人数</translation>
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
        <source>Of</source>
        <translation>总体</translation>
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
</context>
</TS>
