<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <translation>培训</translation>
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
    <name>commands</name>
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
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Look at today&apos;s drill again</source>
        <translation>重新查看今日练习</translation>
    </message>
</context>
</TS>
