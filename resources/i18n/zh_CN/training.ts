<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AnswerPlace</name>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Lead this call again</source>
        <translation>重新应答这通电话</translation>
    </message>
    <message>
        <source>The call is led to its end.</source>
        <translation>这通电话已应答完毕。</translation>
    </message>
    <message>
        <source>A caller says this. Type what you answer; it is saved while you type.</source>
        <translation>来电人这样说。请输入您的答复，边输入边保存。</translation>
    </message>
    <message>
        <source>What stands in the gap?</source>
        <translation>空格处应填什么？</translation>
    </message>
    <message>
        <source>Press the number of the right one.</source>
        <translation>按正确选项的数字键。</translation>
    </message>
    <message>
        <source>Press the numbers of all that belong; once more takes one back.</source>
        <translation>按所有正确选项的数字键，再按一次取消。</translation>
    </message>
    <message>
        <source>Press the numbers in their order; Backspace takes the last one back.</source>
        <translation>按先后顺序按数字键，退格键撤回最后一项。</translation>
    </message>
    <message>
        <source>What is done next? Press its number; the caller answers.</source>
        <translation>下一步怎么做？按数字键选择，来电人会回应。</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>What was right</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Approved wording:</source>
        <translation>审定话术：</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>正确答案：</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>出处：</translation>
    </message>
    <message>
        <source>Must not be said:</source>
        <translation>禁用说法：</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Today&apos;s drill</source>
        <translation>每日一练</translation>
    </message>
    <message>
        <source>Questions of today</source>
        <translation>今日题目</translation>
    </message>
    <message>
        <source>This key point comes once more today.</source>
        <translation>该要点今天会再练一次。</translation>
    </message>
    <message>
        <source>Today: {done} of {whole} questions · {minutes} min of 10</source>
        <translation>今日：{done} / {whole} 题 · 已用 {minutes} 分钟，共 10 分钟</translation>
    </message>
    <message>
        <source>Today&apos;s drill is done</source>
        <translation>今日练习已完成</translation>
    </message>
    <message>
        <source>Nothing is to be practiced today</source>
        <translation>今天没有要练的内容</translation>
    </message>
    <message>
        <source>What comes due tomorrow waits here. Ten minutes a day are enough.</source>
        <translation>明天到期的内容会出现在这里，每天十分钟就够了。</translation>
    </message>
    <message>
        <source>again in {count} d</source>
        <translation>{count} 天后再练</translation>
    </message>
</context>
<context>
    <name>ExamsPage</name>
    <message>
        <source>Exams</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>My exams</source>
        <translation>我的考试</translation>
    </message>
    <message>
        <source>My result</source>
        <translation>我的成绩</translation>
    </message>
    <message>
        <source>Choose an exam. While it is open, begin it; when the results are out, they are here.</source>
        <translation>请选择考试。开放期间可以开始作答；成绩公布后在此显示。</translation>
    </message>
    <message>
        <source>No exam is set for you</source>
        <translation>没有安排您参加的考试</translation>
    </message>
    <message>
        <source>The next one appears here before it opens.</source>
        <translation>下一场考试会在开始前显示在这里。</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>critical points missed:</source>
        <translation>关键要点答错：</translation>
    </message>
    <message>
        <source>Sitting {number}</source>
        <translation>第 {number} 次考试</translation>
    </message>
    <message>
        <source>time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>answers too late:</source>
        <translation>超时答案：</translation>
    </message>
    <message>
        <source>window left:</source>
        <translation>离开窗口次数：</translation>
    </message>
    <message>
        <source>The clock was moved:</source>
        <translation>电脑时钟被调整：</translation>
    </message>
    <message>
        <source>Your answer:</source>
        <translation>您的答案：</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>正确答案：</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>The clock of this PC was moved; that is noted</source>
        <translation>本机时钟被调整过，已记录</translation>
    </message>
    <message>
        <source>Time left: {time}</source>
        <translation>剩余时间：{time}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Questions of this paper</source>
        <translation>本卷试题</translation>
    </message>
    <message>
        <source>Handed in. The results come when a person has marked the typed answers.</source>
        <translation>已交卷。文字答案经人工评分后公布成绩。</translation>
    </message>
    <message>
        <source>The time is up. What was saved in time counts.</source>
        <translation>时间到。规定时间内保存的答案有效。</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>第 {number} 题</translation>
    </message>
    <message>
        <source>{count} questions are without an answer. Hand in once more to finish.</source>
        <translation>还有 {count} 题未作答。再次交卷即完成。</translation>
    </message>
    <message>
        <source>Not yet saved</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Every answer is saved</source>
        <translation>答案已全部保存</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>What would you tell the caller? All key points, in your own words.</source>
        <translation>您会怎样答复来电人？用自己的话说出全部要点。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>A caller says this. Type what you answer; Ctrl+Enter has it graded.</source>
        <translation>来电人这样问。请输入您的答复，按 Ctrl+Enter 评分。</translation>
    </message>
    <message>
        <source>What stands in the gap? Enter has it graded.</source>
        <translation>空白处应填什么？按 Enter 评分。</translation>
    </message>
    <message>
        <source>Which of these is part of the approved answer? Press its number.</source>
        <translation>哪一项属于审定的答复？按数字键选择。</translation>
    </message>
    <message>
        <source>Which of these belong to the approved answer? Press their numbers, then Enter.</source>
        <translation>哪些属于审定的答复？按数字键多选，再按 Enter。</translation>
    </message>
    <message>
        <source>Press the numbers in the order in which it is said, then Enter.</source>
        <translation>按说话的先后顺序依次按数字键，再按 Enter。</translation>
    </message>
    <message>
        <source>Question and answer of the caller: what is done next? Press its number.</source>
        <translation>这是提问和来电人的回答：接下来怎么做？按数字键选择。</translation>
    </message>
    <message>
        <source>Find the script within 10 seconds: type, press Enter, then its number.</source>
        <translation>请在 10 秒内找到话术：输入后按 Enter，再按数字键。</translation>
    </message>
</context>
<context>
    <name>TopicsView</name>
    <message>
        <source>My topics, the weakest first</source>
        <translation>我的主题（薄弱的在前）</translation>
    </message>
    <message>
        <source>Nothing is known yet. Your answers fill this list; nobody is ranked.</source>
        <translation>还没有数据。答题后这里会显示掌握情况，不做排名。</translation>
    </message>
    <message>
        <source>between {low} and {high} %; {cards} cards</source>
        <translation>{low}% 至 {high}% 之间；{cards} 张卡片</translation>
    </message>
</context>
<context>
    <name>TrainingPane</name>
    <message>
        <source>Training</source>
        <extracomment>Name of a page → who sees it, and where its class is.</extracomment>
        <translation>培训</translation>
    </message>
    <message>
        <source>Parts of training</source>
        <translation>培训各页</translation>
    </message>
    <message>
        <source>Today&apos;s drill</source>
        <translation>每日一练</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>考试</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Look at this page of training again</source>
        <translation>刷新培训的当前页</translation>
    </message>
    <message>
        <source>Next page of training</source>
        <translation>培训下一页</translation>
    </message>
    <message>
        <source>Drill, exams, scores and the others: one after the other</source>
        <translation>练习、考试、评分等各页依次切换</translation>
    </message>
    <message>
        <source>Check, then go on</source>
        <translation>评分／下一题</translation>
    </message>
    <message>
        <source>Have the answer graded; again for the next question</source>
        <translation>为答案评分，再按一次进入下一题</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>看答案</translation>
    </message>
    <message>
        <source>See the approved wording without answering; the question comes again tomorrow</source>
        <translation>不作答，直接看审定话术；此题明天再来</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leave this question for another day; that costs nothing</source>
        <translation>此题改天再练，不影响成绩</translation>
    </message>
    <message>
        <source>Practice this again today</source>
        <translation>今天再练一次</translation>
    </message>
    <message>
        <source>Put the key point of this question into today&apos;s drill once more</source>
        <translation>把此题的要点再次加入今天的练习</translation>
    </message>
    <message>
        <source>Begin or go on</source>
        <translation>开始或继续</translation>
    </message>
    <message>
        <source>Sit the chosen exam; after a restart it goes on where it was, and so did its time</source>
        <translation>参加所选考试；重启后从原处继续，计时不停</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Go back to the question before; the answer is saved</source>
        <translation>回到上一题，答案自动保存</translation>
    </message>
    <message>
        <source>Question after</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>Go to the question after; the answer is saved</source>
        <translation>转到下一题，答案自动保存</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>交卷</translation>
    </message>
    <message>
        <source>Hand the paper in; asked twice, because nothing can be changed after it</source>
        <translation>交卷前确认一次，交卷后不能修改</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
