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
        <translation>正确：</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>出处：</translation>
    </message>
    <message>
        <source>Must not be said:</source>
        <translation>不得说：</translation>
    </message>
    <message>
        <source>This is new. Before:</source>
        <translation>此处有更新。原为：</translation>
    </message>
</context>
<context>
    <name>AppraisalForm</name>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>What counts from a day on; what was set before stays in the list</source>
        <translation>设定自某日起的考核权重；以前的设定保留在列表中</translation>
    </message>
</context>
<context>
    <name>AppraisalPage</name>
    <message>
        <source>Appraisal</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Appraisal figures, their formula and its history</source>
        <translation>考核数据、计算公式及历次设定</translation>
    </message>
    <message>
        <source>The formula is set; what counted before stays in the list.</source>
        <translation>公式已设定；以前的公式保留在列表中。</translation>
    </message>
    <message>
        <source>Figures of the last 13 weeks</source>
        <translation>近13周考核数据</translation>
    </message>
    <message>
        <source>My figures of 13 weeks</source>
        <translation>本人近13周考核数据</translation>
    </message>
    <message>
        <source>What counted from when on</source>
        <translation>历次公式及生效日期</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>{total} = {parts}. {days}</source>
        <translation>{total} = {parts}。{days}</translation>
    </message>
    <message>
        <source>Critical errors</source>
        <translation>致命差错</translation>
    </message>
    <message>
        <source>{days} days of practice in a quarter are all; without a measured part there is no total.</source>
        <translation>一季度练习满 {days} 天为满分；有一项未测则不计总分。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Days asked for</source>
        <translation>要求练习天数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出厂设定</translation>
    </message>
</context>
<context>
    <name>BankDetail</name>
    <message>
        <source>The question, or what became of each row</source>
        <translation>题目内容，或逐行导入结果</translation>
    </message>
    <message>
        <source>In all exams that are out</source>
        <translation>在所有已公布成绩的考试中</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>作答数</translation>
    </message>
    <message>
        <source>facility</source>
        <translation>难度（得分率）</translation>
    </message>
    <message>
        <source>discrimination</source>
        <translation>区分度</translation>
    </message>
    <message>
        <source>This version was in no exam yet.</source>
        <translation>该版本尚未用于已公布成绩的考试。</translation>
    </message>
</context>
<context>
    <name>BankPage</name>
    <message>
        <source>Questions (*.xlsx *.csv *.gift *.txt)</source>
        <translation>题目文件 (*.xlsx *.csv *.gift *.txt)</translation>
    </message>
    <message>
        <source>Bring questions in</source>
        <translation>导入题目</translation>
    </message>
    <message>
        <source>Question bank</source>
        <translation>题库</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>题目</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>搜索题目</translation>
    </message>
    <message>
        <source>Topic, words of the question, or state</source>
        <translation>主题、题干文字或状态</translation>
    </message>
    <message>
        <source>The question bank is empty</source>
        <translation>题库为空</translation>
    </message>
    <message>
        <source>Make questions from the scripts (Alt+G), write one (Ctrl+Shift+N), or bring a file in.</source>
        <translation>由话术生成（Alt+G）、自己写一题（Ctrl+Shift+N），或导入文件。</translation>
    </message>
    <message>
        <source>The question is saved; the next exam can draw it.</source>
        <translation>题目已保存，下次考试即可抽到。</translation>
    </message>
    <message>
        <source>Made from the scripts: {added} new, {updated} changed, {unchanged} as before</source>
        <translation>由话术生成：新增 {added}，更新 {updated}，未变 {unchanged}</translation>
    </message>
</context>
<context>
    <name>BehindView</name>
    <message>
        <source>Sittings and questions of the chosen exam</source>
        <translation>所选考试的考卷与试题</translation>
    </message>
    <message>
        <source>Sittings ({count})</source>
        <translation>考卷（{count}）</translation>
    </message>
    <message>
        <source>Questions ({count})</source>
        <translation>试题（{count}）</translation>
    </message>
    <message>
        <source>Results of the chosen exam</source>
        <translation>所选考试的成绩</translation>
    </message>
    <message>
        <source>Questions of the chosen exam</source>
        <translation>所选考试的试题</translation>
    </message>
    <message>
        <source>Options of the chosen question</source>
        <translation>所选试题的选项</translation>
    </message>
    <message>
        <source>best third</source>
        <translation>前三分之一</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中间</translation>
    </message>
    <message>
        <source>last third</source>
        <translation>后三分之一</translation>
    </message>
    <message>
        <source>(no answer)</source>
        <translation>（未作答）</translation>
    </message>
    <message>
        <source>Nobody sat it yet.</source>
        <translation>还没有人参加。</translation>
    </message>
    <message>
        <source>{people} people · mean {mean} · SD {deviation} · α (KR-20) {alpha} · SEM {error}</source>
        <translation>{people} 人 · 平均 {mean} · 标准差 {deviation} · α（KR-20）{alpha} · 标准误 {error}</translation>
    </message>
    <message>
        <source>few people: read with care</source>
        <translation>人数少，请谨慎解读</translation>
    </message>
</context>
<context>
    <name>BlueprintLines</name>
    <message>
        <source>Questions of each topic</source>
        <translation>各主题试题数</translation>
    </message>
    <message>
        <source>Questions of the chosen line</source>
        <translation>所选行的试题数</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Another line of this topic</source>
        <translation>该主题再加一行</translation>
    </message>
    <message>
        <source>Type the number on a topic; kind and difficulty of the chosen line stand below.</source>
        <translation>在主题上直接输入题数；所选行的题型与难度在下方设置。</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>任意题型</translation>
    </message>
    <message>
        <source>any difficulty</source>
        <translation>任意难度</translation>
    </message>
</context>
<context>
    <name>ContestPage</name>
    <message>
        <source>Contest</source>
        <translation>每月一赛</translation>
    </message>
    <message>
        <source>Teams of this month, your own result, and the best</source>
        <translation>本月各队、本人成绩和前三名</translation>
    </message>
    <message>
        <source>Show me when I am among the best three</source>
        <translation>进入前三名时公开显示我</translation>
    </message>
    <message>
        <source>Name to be shown under</source>
        <translation>公开时的化名</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Name to be shown under; empty is your own</source>
        <translation>公开时的化名；留空则显示本名</translation>
    </message>
    <message>
        <source>All rounds of this month are played.</source>
        <translation>本月各轮已全部完成。</translation>
    </message>
    <message>
        <source>{count} teams are drawn; everybody sees their own.</source>
        <translation>已分成 {count} 队，每个人都能看到自己的队伍。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Teams of {month}</source>
        <translation>{month} 各队成绩</translation>
    </message>
    <message>
        <source>Your own result</source>
        <translation>本人成绩</translation>
    </message>
    <message>
        <source>The best who want to be seen</source>
        <translation>愿意公开的前三名</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Rounds: {rounds}. Right answers are those of the rounds; appraisals do not see the contest.</source>
        <translation>竞赛轮次：{rounds}。正确率按各轮计算；竞赛不计入考核。</translation>
    </message>
    <message>
        <source>It counts the daily drills; appraisals do not see it.</source>
        <translation>按每日一练计分，不计入考核。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>队伍</translation>
    </message>
    <message>
        <source>Team {number}</source>
        <translation>第 {number} 队</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>我的队伍</translation>
    </message>
    <message>
        <source>answers: {answers}, days: {days}</source>
        <translation>{days} 天，{answers} 次作答</translation>
    </message>
    <message>
        <source>answers: {answers}, {share} of the rounds finished</source>
        <translation>已答 {answers} 题，完成 {share} 的轮次</translation>
    </message>
    <message>
        <source>flags dealt with: {count}</source>
        <translation>{count} 条反馈已处理</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Right answers (50 %)</source>
        <translation>正确率（50 %）</translation>
    </message>
    <message>
        <source>Improvement (30 %)</source>
        <translation>进步（30 %）</translation>
    </message>
    <message>
        <source>Participation (20 %)</source>
        <translation>参与（20 %）</translation>
    </message>
    <message>
        <source>No teams are drawn this month. A trainer draws them; 12 people are needed.</source>
        <translation>本月尚未分队。由培训员分队，至少需要 12 人。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>The four weeks before</source>
        <translation>此前四周</translation>
    </message>
    <message>
        <source>Your best month: {month}</source>
        <translation>个人最佳月份：{month}</translation>
    </message>
    <message>
        <source>Rounds of this month</source>
        <translation>本月竞赛轮次</translation>
    </message>
    <message>
        <source>{share} of what was missing gained</source>
        <translation>补上了差距的 {share}</translation>
    </message>
    <message>
        <source>Nobody who wants to be seen has gained or mended something yet.</source>
        <translation>愿意公开的人员中暂无可表扬的进步或话术改进。</translation>
    </message>
    <message>
        <source>Nobody wants to be seen yet, or has answered enough.</source>
        <translation>还没有人愿意公开，或作答次数不够。</translation>
    </message>
</context>
<context>
    <name>CourseForm</name>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Tick who attended: nobody is ticked.</source>
        <translation>请勾选参加人员：目前未勾选任何人。</translation>
    </message>
    <message>
        <source>Change the course</source>
        <translation>修改培训记录</translation>
    </message>
    <message>
        <source>Write a course down</source>
        <translation>登记培训</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>参加人员</translation>
    </message>
    <message>
        <source>Everybody, or nobody</source>
        <translation>全选 / 全不选</translation>
    </message>
</context>
<context>
    <name>CoursesPage</name>
    <message>
        <source>Courses</source>
        <translation>培训记录</translation>
    </message>
    <message>
        <source>Courses of the last year</source>
        <translation>近一年的培训</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>培训详情</translation>
    </message>
    <message>
        <source>Answer to the first open question</source>
        <translation>回答第一个未答问题</translation>
    </message>
    <message>
        <source>No course was written down yet</source>
        <translation>还没有培训记录</translation>
    </message>
    <message>
        <source>Trainers write lectures, ward rotations and visits down with Alt+C.</source>
        <translation>讲座、科室轮转和外出学习由培训员按 Alt+C 登记。</translation>
    </message>
    <message>
        <source>The course is saved; who attended sees it.</source>
        <translation>培训记录已保存，参加人员可见。</translation>
    </message>
    <message>
        <source>The answer is saved.</source>
        <translation>回答已保存。</translation>
    </message>
    <message>
        <source>No question waits for you</source>
        <translation>没有待回答的问题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>参加人员</translation>
    </message>
    <message>
        <source>Questions after it</source>
        <translation>课后问题</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>尚无回答。</translation>
    </message>
</context>
<context>
    <name>DrillEnd</name>
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
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Today&apos;s drill</source>
        <translation>每日一练</translation>
    </message>
    <message>
        <source>This key point comes once more today.</source>
        <translation>该要点今天会再练一次。</translation>
    </message>
    <message>
        <source>again in {count} d</source>
        <translation>{count} 天后再练</translation>
    </message>
</context>
<context>
    <name>DrillProgress</name>
    <message>
        <source>Questions of today</source>
        <translation>今天的题目</translation>
    </message>
    <message>
        <source>Today: {done} of {whole} questions · {minutes} of 10 min</source>
        <translation>今天：{done}/{whole} 题 · 已用 {minutes} 分钟（共 10 分钟）</translation>
    </message>
</context>
<context>
    <name>ExamDeskPage</name>
    <message>
        <source>Exams of the center</source>
        <translation>本中心的考试</translation>
    </message>
    <message>
        <source>Exams that were set</source>
        <translation>已安排的考试</translation>
    </message>
    <message>
        <source>No exam was set yet</source>
        <translation>尚未安排考试</translation>
    </message>
    <message>
        <source>Fill the question bank first, then set one with Alt+N.</source>
        <translation>请先生成题库，再按 Alt+N 安排考试。</translation>
    </message>
    <message>
        <source>The exam is set; its questions are drawn and frozen.</source>
        <translation>考试已安排，试题已抽取并固定。</translation>
    </message>
    <message>
        <source>The results are out.</source>
        <translation>成绩已公布。</translation>
    </message>
</context>
<context>
    <name>ExamForm</name>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>New exam for every operator</source>
        <translation>面向全体话务员的新考试</translation>
    </message>
    <message>
        <source>Questions in all</source>
        <translation>总题数</translation>
    </message>
    <message>
        <source>Propose: demand 50 %, weak 30 %, changed 20 %</source>
        <translation>建议：需求 50 %、薄弱 30 %、更新 20 %</translation>
    </message>
    <message>
        <source>{count} questions in all; two parallel forms are drawn</source>
        <translation>共 {count} 题，将抽取两套平行试卷</translation>
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
        <source>Another person decides; the answer stands here.</source>
        <translation>由另一人裁定，答复会显示在这里。</translation>
    </message>
    <message>
        <source>No exam is set for you</source>
        <translation>没有安排您参加的考试</translation>
    </message>
    <message>
        <source>The next one appears here before it opens.</source>
        <translation>下一场考试会在开始前显示在这里。</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>This is needed.</source>
        <extracomment>Which field of the form holds what the rules of questions name.</extracomment>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Change the question</source>
        <translation>修改题目</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>写一道题</translation>
    </message>
</context>
<context>
    <name>LeaveButton</name>
    <message>
        <source>Leave without saving (Esc)</source>
        <translation>不保存，离开（Esc）</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Competence map, weak topics, and cards that come due</source>
        <translation>能力图谱、薄弱主题与到期卡片</translation>
    </message>
    <message>
        <source>No key point is failed by three in ten people (of five and more, in four weeks).</source>
        <translation>近四周没有三成以上人员（至少5人作答）答错的要点。</translation>
    </message>
    <message>
        <source>Weak topics of the last two weeks</source>
        <translation>近两周薄弱主题</translation>
    </message>
    <message>
        <source>Competence: mean and 80 % interval</source>
        <translation>掌握程度：均值与 80 % 区间</translation>
    </message>
    <message>
        <source>Where to look first</source>
        <translation>优先改进方向</translation>
    </message>
    <message>
        <source>Cards that come due</source>
        <translation>到期卡片预测</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Bold from {people} people on: take ten minutes together about it; the next exam weighs it more. Each person&apos;s own weak topics come sooner in the drill.</source>
        <translation>达到 {people} 人的主题加粗显示：用十分钟一起讲一讲；下次考试加权。各人的薄弱主题在每日一练中提前出现。</translation>
    </message>
    <message>
        <source>{failing} of {people} people answer this key point wrong on drills, in exams and on calls.</source>
        <translation>练习、考试和质检中，{people} 人里有 {failing} 人答错该要点。</translation>
    </message>
    <message>
        <source>Scripts to be flagged</source>
        <translation>建议反馈的话术</translation>
    </message>
    <message>
        <source>Key points that many people fail: look at the script before the people</source>
        <translation>多人答错的要点：先检查话术，再看人员</translation>
    </message>
    <message>
        <source>The script is flagged; its owner finds it among the flags to be dealt with.</source>
        <translation>已反馈；话术负责人可在待处理反馈中看到。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <source>Most about</source>
        <translation>最多的要点</translation>
    </message>
    <message>
        <source>Nobody is weak in a topic: no errors on calls, in exams or on drills.</source>
        <translation>质检、考试和练习中均未发现薄弱主题。</translation>
    </message>
    <message>
        <source>No key point shows a weakness yet.</source>
        <translation>目前没有薄弱要点。</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>考试</translation>
    </message>
    <message>
        <source>Best third</source>
        <translation>前三分之一</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>实际通话</translation>
    </message>
    <message>
        <source>Place found</source>
        <translation>搜索名次</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>应关注</translation>
    </message>
</context>
<context>
    <name>MarkAppealRow</name>
    <message>
        <source>The answer that you disagree about</source>
        <translation>有异议的答案</translation>
    </message>
    <message>
        <source>Why you disagree with its mark</source>
        <translation>对评分有异议的理由</translation>
    </message>
    <message>
        <source>Why its mark is wrong; another person decides</source>
        <translation>评分有误的理由；由另一人裁定</translation>
    </message>
</context>
<context>
    <name>MarkingView</name>
    <message>
        <source>The answer and what is proposed</source>
        <translation>答案与建议评分</translation>
    </message>
    <message>
        <source>C: a critical point is missed</source>
        <translation>C：漏答关键要点</translation>
    </message>
    <message>
        <source>A word to whoever answered (Tab)</source>
        <translation>给作答者的话（Tab）</translation>
    </message>
    <message>
        <source>A word to whoever answered</source>
        <translation>给作答者的话</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
    <message>
        <source>0–4 points · Enter confirms · Shift+Enter all that say the same · Backspace back · Esc leaves</source>
        <translation>0–4 评分 · 回车确认 · Shift+回车确认所有相同答案 · 退格返回上一份 · Esc 离开</translation>
    </message>
    <message>
        <source>Answer {place} of {count}; the like stand together, nobody is named</source>
        <translation>第 {place} 份答案，共 {count} 份；相似的排在一起，不显示姓名</translation>
    </message>
    <message>
        <source>(nothing typed)</source>
        <translation>（未作答）</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>Must not be said:</source>
        <translation>不得说：</translation>
    </message>
    <message>
        <source>Belongs into the gap:</source>
        <translation>应填：</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>正确：</translation>
    </message>
    <message>
        <source>Appeal:</source>
        <translation>申诉：</translation>
    </message>
</context>
<context>
    <name>MockDeskPage</name>
    <message>
        <source>Some items are open: 0, 1, 2, or N where one did not apply.</source>
        <translation>还有项目未评：请输入 0、1、2，不适用请按 N。</translation>
    </message>
    <message>
        <source>Mock calls to score</source>
        <translation>待评的模拟通话</translation>
    </message>
    <message>
        <source>Mock calls</source>
        <translation>模拟通话</translation>
    </message>
    <message>
        <source>The call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Practice: no score given here enters a figure of quality review.</source>
        <translation>此处为练习：评分不计入任何质检指标。</translation>
    </message>
    <message>
        <source>Nobody has played a mock call yet</source>
        <translation>还没有人做过模拟通话</translation>
    </message>
    <message>
        <source>Operators begin one under Training, Mock calls.</source>
        <translation>坐席可在“培训”的“模拟通话”中开始。</translation>
    </message>
    <message>
        <source>Scored. The operator sees it beside the call.</source>
        <translation>已评分，坐席可在通话旁看到。</translation>
    </message>
</context>
<context>
    <name>MockPage</name>
    <message>
        <source>Mock calls</source>
        <translation>模拟通话</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Calls you played</source>
        <translation>做过的模拟通话</translation>
    </message>
    <message>
        <source>The caller, or the call</source>
        <translation>来电人或通话</translation>
    </message>
    <message>
        <source>Language of the caller</source>
        <translation>来电人的语言</translation>
    </message>
    <message>
        <source>Nobody can call yet</source>
        <translation>暂时没有可用的来电人</translation>
    </message>
    <message>
        <source>Each caller is tied to a sample script; publish those first.</source>
        <translation>每个来电人对应一条示例话术，请先发布这些话术。</translation>
    </message>
    <message>
        <source>No call played yet</source>
        <translation>还没有做过模拟通话</translation>
    </message>
    <message>
        <source>Choose a caller above; Ctrl+Shift+L lets them ring.</source>
        <translation>在上方选择来电人，按 Ctrl+Shift+L 开始来电。</translation>
    </message>
    <message>
        <source>Key points put into today&apos;s drill: {count}</source>
        <translation>已加入今日练习的要点：{count} 个</translation>
    </message>
</context>
<context>
    <name>MockWords</name>
    <message>
        <source>Line</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>理解力</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>The call rings in the intake window, marked as practice. Ask for what you need, say the answer, save it as you would. Nothing of it is a contact, and no figure knows of it.</source>
        <translation>电话会在受理窗口响起，并标明是练习。请像平时一样询问、解答、保存。它不是真实接触，也不计入任何指标。</translation>
    </message>
    <message>
        <source>Not scored by a person yet.</source>
        <translation>还没有人评分。</translation>
    </message>
    <message>
        <source>Proposed by the program; a person decides</source>
        <translation>系统提示（由人评定）</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>What you had to ask for</source>
        <translation>需要询问的内容</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>服务态度</translation>
    </message>
    <message>
        <source>Greeted</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Kind words</source>
        <translation>安抚</translation>
    </message>
    <message>
        <source>Closed politely</source>
        <translation>礼貌结束</translation>
    </message>
    <message>
        <source>Must not be said:</source>
        <translation>禁用语：</translation>
    </message>
    <message>
        <source>Asked again what was told: {count}</source>
        <translation>重复询问：{count} 次</translation>
    </message>
    <message>
        <source>Too much at once: {count}</source>
        <translation>一次说得太多：{count} 次</translation>
    </message>
    <message>
        <source>Mood:</source>
        <translation>情绪变化：</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>没有保存记录</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Expected:</source>
        <translation>应为：</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>对话记录</translation>
    </message>
    <message>
        <source>Operator:</source>
        <translation>坐席：</translation>
    </message>
    <message>
        <source>Caller:</source>
        <translation>来电人：</translation>
    </message>
</context>
<context>
    <name>ModeChoice</name>
    <message>
        <source>How to practice</source>
        <translation>练习方式</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>The clock of this PC was moved; that is noted</source>
        <extracomment>In the last seconds each letter is saved at once.</extracomment>
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
        <source>Every question has an answer. Hand in once more to finish.</source>
        <translation>每题都已作答。再按一次交卷。</translation>
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
        <source>Script: {title}</source>
        <translation>话术：{title}</translation>
    </message>
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
        <translation>来电人这样问。请输入您的答复，按 Ctrl+回车评分。</translation>
    </message>
    <message>
        <source>What stands in the gap? Enter has it graded.</source>
        <translation>空白处应填什么？按回车评分。</translation>
    </message>
    <message>
        <source>Which of these is part of the approved answer? Press its number.</source>
        <translation>哪一项属于审定的答复？按数字键选择。</translation>
    </message>
    <message>
        <source>Which of these belong to the approved answer? Press their numbers, then Enter.</source>
        <translation>哪些属于审定的答复？按数字键多选，再按回车。</translation>
    </message>
    <message>
        <source>Press the numbers in the order in which it is said, then Enter.</source>
        <translation>按说话的先后顺序依次按数字键，再按回车。</translation>
    </message>
    <message>
        <source>Question and answer of the caller: what is done next? Press its number.</source>
        <translation>这是提问和来电人的回答：接下来怎么做？按数字键选择。</translation>
    </message>
    <message>
        <source>Find the script within 10 seconds: type, press Enter, then its number.</source>
        <translation>请在 10 秒内找到话术：输入后按回车，再按数字键。</translation>
    </message>
</context>
<context>
    <name>RatingView</name>
    <message>
        <source>Of 100 operators who can just do the work, how many answer this right?</source>
        <translation>100 名刚好胜任的话务员中，有多少人能答对此题？</translation>
    </message>
    <message>
        <source>The question and what is right</source>
        <translation>题目与正确答案</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>离开（Esc）</translation>
    </message>
    <message>
        <source>Question {place} of {count}</source>
        <translation>第 {place} 题，共 {count} 题</translation>
    </message>
    <message>
        <source>{count} of {all} rated; Enter goes on, ↑ back</source>
        <translation>已评定 {count} / {all} 题；回车继续，↑ 返回上一题</translation>
    </message>
    <message>
        <source>The judges lie {points} points apart here</source>
        <translation>此题各评定人相差 {points} 分</translation>
    </message>
    <message>
        <source>Form {number}: no judge has rated every question, the mark that was set holds</source>
        <translation>第 {number} 卷：尚无人评定全部题目，沿用设定的合格线</translation>
    </message>
    <message>
        <source>Form {number}: {share} % by {count} judges</source>
        <translation>第 {number} 卷：合格线 {share} %（{count} 人评定）</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>My result</source>
        <translation>我的成绩</translation>
    </message>
    <message>
        <source>While an exam is open, Enter begins it. Its result comes here when everybody has sat it and a person has marked the typed answers.</source>
        <translation>考试开放期间按回车开始。所有人考完、文字答案评分后，成绩显示在这里。</translation>
    </message>
    <message>
        <source>You can sit it again on another form from {at} on, for a week from the results on.</source>
        <translation>您可自 {at} 起用另一套试卷补考，截止成绩公布后一周。</translation>
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
        <translation>正确：</translation>
    </message>
    <message>
        <source>Your appeal:</source>
        <translation>您的申诉：</translation>
    </message>
    <message>
        <source>waits for another person</source>
        <translation>等待另一人裁定</translation>
    </message>
    <message>
        <source>decided: what stands here counts</source>
        <translation>已裁定：以此处得分为准</translation>
    </message>
    <message>
        <source>a person still marks it</source>
        <translation>尚待人工评分</translation>
    </message>
    <message>
        <source>Is the script wrong?</source>
        <translation>话术有误？</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Quality review</source>
        <extracomment>Why, which contact, and the evaluation that is there already.</extracomment>
        <translation>质检</translation>
    </message>
    <message>
        <source>Contacts to look at</source>
        <translation>待质检的来电</translation>
    </message>
    <message>
        <source>The contact</source>
        <translation>来电内容</translation>
    </message>
    <message>
        <source>No contact waits for a review</source>
        <translation>没有待质检的来电</translation>
    </message>
    <message>
        <source>The draw of a month takes three of each operator.</source>
        <translation>每月每位话务员抽取三个来电。</translation>
    </message>
    <message>
        <source>Some items are open: 0, 1, 2, or N where one did not apply.</source>
        <translation>还有未评分的项目：请按 0、1、2，不适用按 N。</translation>
    </message>
    <message>
        <source>Scored. Errors about key points come back as practice tomorrow.</source>
        <translation>已评分。涉及要点的差错将在明天的练习中出现。</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>{count} scored twice: κ {kappa}, critical {critical}</source>
        <translation>双人评分 {count} 个：κ {kappa}，关键差错一致率 {critical}</translation>
    </message>
    <message>
        <source>below 85 %: calibrate again</source>
        <translation>低于 85 %：请重新校准</translation>
    </message>
    <message>
        <source>evaluators differ, write the item anew: {items}</source>
        <translation>评分分歧大，请改写该项：{items}</translation>
    </message>
    <message>
        <source>Given:</source>
        <translation>已答复话术：</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>关键</translation>
    </message>
    <message>
        <source>No script was given.</source>
        <translation>未使用话术。</translation>
    </message>
    <message>
        <source>Appeal:</source>
        <translation>申诉：</translation>
    </message>
</context>
<context>
    <name>RoundView</name>
    <message>
        <source>{round}: question {number} of {count}. Each counts once. Esc leaves; the rest can be played later.</source>
        <translation>{round}：第 {number} 题，共 {count} 题。每题只计一次。Esc 离开，其余可稍后再答。</translation>
    </message>
    <message>
        <source>The one before: {share} %</source>
        <translation>上一题：{share}%</translation>
    </message>
    <message>
        <source>Right: {answer}</source>
        <translation>正确答案：{answer}</translation>
    </message>
</context>
<context>
    <name>ScoresPage</name>
    <message>
        <source>My scores</source>
        <translation>我的质检</translation>
    </message>
    <message>
        <source>My contacts that were scored</source>
        <translation>已评分的来电</translation>
    </message>
    <message>
        <source>The score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Why you disagree</source>
        <translation>申诉理由</translation>
    </message>
    <message>
        <source>Why you disagree; another evaluator decides</source>
        <translation>申诉理由；由另一位质检员裁定</translation>
    </message>
    <message>
        <source>No contact of yours was scored yet</source>
        <translation>您还没有被评分的来电</translation>
    </message>
    <message>
        <source>You see everything that is recorded about you.</source>
        <translation>有关您的评分记录都能在此看到。</translation>
    </message>
    <message>
        <source>Noted: you have read it.</source>
        <translation>已记录：您已阅读。</translation>
    </message>
    <message>
        <source>Another evaluator decides; the answer stands here.</source>
        <translation>将由另一位质检员裁定，结果显示在此。</translation>
    </message>
    <message>
        <source>Your appeal:</source>
        <translation>您的申诉：</translation>
    </message>
    <message>
        <source>waits for another evaluator</source>
        <translation>等待另一位质检员裁定</translation>
    </message>
    <message>
        <source>right; this score counts instead</source>
        <translation>申诉成立，以此评分为准</translation>
    </message>
    <message>
        <source>the score stands</source>
        <translation>维持原评分</translation>
    </message>
</context>
<context>
    <name>ScriptFlagging</name>
    <message>
        <source>The script is flagged; whoever looks after it sees it and answers.</source>
        <translation>已反馈；话术负责人会看到并答复。</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Items of the score sheet</source>
        <extracomment>So many errors are seen at once.</extracomment>
        <translation>评分表项目</translation>
    </message>
    <message>
        <source>0, 1, 2 points · N did not apply · Del takes an error away</source>
        <translation>0、1、2 评分 · N 不适用 · Del 删除差错</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <source>Class of the error</source>
        <translation>差错类别</translation>
    </message>
    <message>
        <source>Key point of the error</source>
        <translation>差错涉及的要点</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>差错说明</translation>
    </message>
    <message>
        <source>What was wrong; Enter adds the error</source>
        <translation>差错说明；按回车添加</translation>
    </message>
    <message>
        <source>Add the error</source>
        <translation>添加差错</translation>
    </message>
    <message>
        <source>Word to the operator</source>
        <translation>给话务员的话</translation>
    </message>
    <message>
        <source>A word to the operator</source>
        <translation>给话务员的话</translation>
    </message>
    <message>
        <source>about no key point</source>
        <translation>不涉及要点</translation>
    </message>
</context>
<context>
    <name>StuckPage</name>
    <message>
        <source>Stuck cards</source>
        <translation>停练卡片</translation>
    </message>
    <message>
        <source>Cards that are not drilled any more</source>
        <translation>已停练的卡片</translation>
    </message>
    <message>
        <source>The card and its last answers</source>
        <translation>卡片与最近作答</translation>
    </message>
    <message>
        <source>Where the cause lies</source>
        <translation>原因所在</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处理情况</translation>
    </message>
    <message>
        <source>What was done about it; the card comes again tomorrow</source>
        <translation>做了什么处理；卡片明天恢复练习</translation>
    </message>
    <message>
        <source>No card is stuck</source>
        <translation>没有停练的卡片</translation>
    </message>
    <message>
        <source>What somebody forgets four times stands here, until you have looked at it.</source>
        <translation>有人忘记四次的要点会列在这里，待查看题目、话术或人员后恢复。</translation>
    </message>
    <message>
        <source>What was done is written down; the card is drilled again from tomorrow.</source>
        <translation>处理已登记；卡片明天起恢复练习。</translation>
    </message>
    <message>
        <source>Last answers</source>
        <translation>最近作答</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>未作答</translation>
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
    <message>
        <source>Cards that come due: {today} today, {tomorrow} tomorrow, {week} in 7 days, {both} in 14 days</source>
        <translation>到期卡片：今天 {today}，明天 {tomorrow}，7 天内 {week}，14 天内 {both}</translation>
    </message>
</context>
<context>
    <name>TrainingPane</name>
    <message>
        <source>Training</source>
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
    <message>
        <source>Contest</source>
        <translation>每月一赛</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>培训记录</translation>
    </message>
    <message>
        <source>My scores</source>
        <translation>我的质检</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Exam desk</source>
        <translation>考务</translation>
    </message>
    <message>
        <source>Question bank</source>
        <translation>题库</translation>
    </message>
    <message>
        <source>Quality review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Mock calls</source>
        <translation>模拟通话</translation>
    </message>
    <message>
        <source>Mock call desk</source>
        <translation>模拟通话评分</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Stuck cards</source>
        <translation>停练卡片</translation>
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
        <source>Page of training before</source>
        <translation>上一页培训</translation>
    </message>
    <message>
        <source>Back to the page before, from the first to the last</source>
        <translation>回到前一页，第一页之前是最后一页</translation>
    </message>
    <message>
        <source>Mock call</source>
        <translation>模拟通话</translation>
    </message>
    <message>
        <source>Choose a caller that the program plays, and take the call in the intake window</source>
        <translation>选择由程序扮演的来电人，在受理窗口接听</translation>
    </message>
    <message>
        <source>Let the caller ring</source>
        <translation>开始来电</translation>
    </message>
    <message>
        <source>Begin the mock call in the intake window, marked as practice; one that goes on comes back</source>
        <translation>在受理窗口开始模拟通话并标明是练习；已在进行的会回到前面</translation>
    </message>
    <message>
        <source>Practice what is missing</source>
        <translation>练习缺少的要点</translation>
    </message>
    <message>
        <source>Put the key points that this call lacks into today&apos;s drill</source>
        <translation>把本次通话缺少的要点加入今日练习</translation>
    </message>
    <message>
        <source>Save the score of the mock call</source>
        <translation>保存模拟通话评分</translation>
    </message>
    <message>
        <source>The operator sees it beside the call; no figure of quality review knows of it</source>
        <translation>坐席可在通话旁看到；不计入任何质检指标</translation>
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
        <source>Practice in another way</source>
        <translation>换一种方式练习</translation>
    </message>
    <message>
        <source>Key points, finding scripts, leading calls, typed answers: one after the other</source>
        <translation>依次切换：回忆要点、查找话术、引导通话、打字作答</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Show which script answers this; the answer then counts as good at best</source>
        <translation>显示由哪条话术作答；此后最多记为“良好”</translation>
    </message>
    <message>
        <source>Say that something in it is wrong or out of date; Enter sends it</source>
        <translation>指出内容有误或过时；按回车提交</translation>
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
        <source>Disagree with a mark</source>
        <translation>对评分有异议</translation>
    </message>
    <message>
        <source>Say why an answer deserves another mark; somebody who did not give it decides</source>
        <translation>说明该答案为何应得另外的分数；由非原评分人裁定</translation>
    </message>
    <message>
        <source>Certificate…</source>
        <translation>结业证书…</translation>
    </message>
    <message>
        <source>The certificate of the chosen exam: to be saved as PDF or printed</source>
        <translation>所选考试的结业证书，可存为 PDF 或打印</translation>
    </message>
    <message>
        <source>New exam…</source>
        <translation>新考试…</translation>
    </message>
    <message>
        <source>Set an exam for every operator; its questions are drawn now and frozen</source>
        <translation>为全体话务员安排考试，立即抽题并固定</translation>
    </message>
    <message>
        <source>Mark typed answers</source>
        <translation>文字题评分</translation>
    </message>
    <message>
        <source>Confirm or change what is proposed for each typed answer, by keyboard</source>
        <translation>用键盘逐份确认或修改建议评分</translation>
    </message>
    <message>
        <source>Rate the questions…</source>
        <translation>评定题目…</translation>
    </message>
    <message>
        <source>Judge how many would answer each question right; what the judges expect is the pass mark</source>
        <translation>评定每题有多少人能答对；评定人的预期即为合格线</translation>
    </message>
    <message>
        <source>Let the results out</source>
        <translation>公布成绩</translation>
    </message>
    <message>
        <source>Everybody sees their own result; possible when nobody can sit it any more and all answers are marked</source>
        <translation>每人只看到自己的成绩；须无人可再作答且全部答案已评分</translation>
    </message>
    <message>
        <source>Set this exam</source>
        <translation>安排此考试</translation>
    </message>
    <message>
        <source>Draw its questions and put it before the operators</source>
        <translation>抽取试题并向话务员开放</translation>
    </message>
    <message>
        <source>Save the score</source>
        <translation>保存评分</translation>
    </message>
    <message>
        <source>Errors about key points come back to the operator as practice on the next day</source>
        <translation>涉及要点的差错次日进入该话务员的练习</translation>
    </message>
    <message>
        <source>The score stands</source>
        <translation>维持原评分</translation>
    </message>
    <message>
        <source>Decide the appeal: the score of the first evaluator counts</source>
        <translation>裁定申诉：以原评分为准</translation>
    </message>
    <message>
        <source>The appeal is right</source>
        <translation>申诉成立</translation>
    </message>
    <message>
        <source>Decide the appeal: the points on this sheet count instead</source>
        <translation>裁定申诉：以本表评分为准</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>提出申诉</translation>
    </message>
    <message>
        <source>Say why; an evaluator who did not give this score decides</source>
        <translation>说明理由，由未参与评分的质检员裁定</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已阅读</translation>
    </message>
    <message>
        <source>Say that you have read this score; the evaluator sees it, nothing else changes</source>
        <translation>表明您已阅读该评分；质检员可见，其他不变</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已审核</translation>
    </message>
    <message>
        <source>A person looked at this question and it is right</source>
        <translation>已由人工核对，题目正确</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Ask this question never again; exams that hold it keep it</source>
        <translation>不再使用此题；已包含此题的考试不受影响</translation>
    </message>
    <message>
        <source>Make from the scripts</source>
        <translation>由话术生成</translation>
    </message>
    <message>
        <source>Questions of every approved script; what a person reviewed or retired stays</source>
        <translation>由全部审定话术生成；人工审核或停用的保持不变</translation>
    </message>
    <message>
        <source>Bring questions in…</source>
        <translation>导入题目…</translation>
    </message>
    <message>
        <source>From a table, GIFT or Aiken; what became of each row is told</source>
        <translation>从表格、GIFT 或 Aiken 导入，逐行报告结果</translation>
    </message>
    <message>
        <source>New question…</source>
        <translation>新题目…</translation>
    </message>
    <message>
        <source>Write a question with its answers; it counts as reviewed</source>
        <translation>写一道题及其答案；视为已审核</translation>
    </message>
    <message>
        <source>Change the question…</source>
        <translation>修改题目…</translation>
    </message>
    <message>
        <source>Change the chosen question as a new version; exams that hold it keep theirs</source>
        <translation>把所选题目改成新版本；已用它的考试保持原样</translation>
    </message>
    <message>
        <source>Save the question</source>
        <translation>保存题目</translation>
    </message>
    <message>
        <source>Put the question of the form into the bank</source>
        <translation>把表中的题目放进题库</translation>
    </message>
    <message>
        <source>Play the rounds</source>
        <translation>开始竞赛</translation>
    </message>
    <message>
        <source>Mystery caller, speed find, rapid gaps: each question once, from where you stopped</source>
        <translation>神秘来电、快速检索、快速填空：每题一次，从中断处继续</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Show what is right and go on; the question counts nothing</source>
        <translation>显示正确答案并继续；该题不得分</translation>
    </message>
    <message>
        <source>Save my wish</source>
        <translation>保存意愿</translation>
    </message>
    <message>
        <source>Be among the best that are shown, under this name, or not</source>
        <translation>是否以此名出现在前三名中</translation>
    </message>
    <message>
        <source>Draw the teams</source>
        <translation>分队</translation>
    </message>
    <message>
        <source>Teams of like strength for this month; possible once, by trainers</source>
        <translation>按掌握程度均衡分出本月各队；由培训员分一次</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Save the answer to the first question about this course that is open</source>
        <translation>保存对该培训第一个未答问题的回答</translation>
    </message>
    <message>
        <source>New course…</source>
        <translation>登记培训…</translation>
    </message>
    <message>
        <source>Write a lecture, a ward rotation or a visit down, and who was there</source>
        <translation>登记讲座、科室轮转或外出学习及参加人员</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Change the chosen course; what was written before is kept</source>
        <translation>修改所选培训记录；原记录保留</translation>
    </message>
    <message>
        <source>Save the course</source>
        <translation>保存培训记录</translation>
    </message>
    <message>
        <source>Save what stands in the form; who attended sees it</source>
        <translation>保存表单内容，参加人员可见</translation>
    </message>
    <message>
        <source>Change the formula…</source>
        <translation>修改公式…</translation>
    </message>
    <message>
        <source>Say what each part of an appraisal counts from a day on, and why</source>
        <translation>设定各项权重的生效日期和原因</translation>
    </message>
    <message>
        <source>Set the formula</source>
        <translation>设定公式</translation>
    </message>
    <message>
        <source>Let the weights of the form count from the day that it names</source>
        <translation>表单中的权重自所填日期起生效</translation>
    </message>
    <message>
        <source>Drill it again</source>
        <translation>恢复练习</translation>
    </message>
    <message>
        <source>Write down what was done about the chosen card; it comes again from tomorrow</source>
        <translation>登记对所选卡片的处理；明天起恢复练习</translation>
    </message>
    <message>
        <source>Flag the script</source>
        <translation>反馈话术问题</translation>
    </message>
    <message>
        <source>Tell its owner that many people fail the chosen key point, with the figures</source>
        <translation>将多人答错该要点及数据反馈给话术负责人</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
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
        <source>Passing takes (%)</source>
        <translation>合格线（%）</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延长时间</translation>
    </message>
    <message>
        <source>Account and factor, as wang=1.5</source>
        <translation>账号与倍数，如 wang=1.5</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Hours of each person</source>
        <translation>每人学时</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Where it lies: a folder, a shelf, an address</source>
        <translation>存放位置：文件夹、书架或网址</translation>
    </message>
    <message>
        <source>Questions after it</source>
        <translation>课后问题</translation>
    </message>
    <message>
        <source>One a line; who attended answers them. What was answered stays as it is.</source>
        <translation>每行一题，由参加人员回答；已有人回答的题目不可改动。</translation>
    </message>
    <message>
        <source>The weights make 100 together</source>
        <translation>各权重合计为 100</translation>
    </message>
    <message>
        <source>Exams (%)</source>
        <translation>考试（%）</translation>
    </message>
    <message>
        <source>Quality (%)</source>
        <translation>质检（%）</translation>
    </message>
    <message>
        <source>Practice (%)</source>
        <translation>练习（%）</translation>
    </message>
    <message>
        <source>Contest (%)</source>
        <translation>竞赛（%）</translation>
    </message>
    <message>
        <source>0: the contest stays out of appraisals</source>
        <translation>0：竞赛不计入考核</translation>
    </message>
    <message>
        <source>Days of practice in a quarter</source>
        <translation>季度练习天数</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Question in Chinese</source>
        <translation>中文题目</translation>
    </message>
    <message>
        <source>Question in English</source>
        <translation>英文题目</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>One a line, * before what is right, both languages as Chinese | English. An order: in its order. A gap: each wording that fits.</source>
        <translation>每行一个，正确的前面加 *，双语写成“中文 | English”。排序题按正确顺序写；填空题每行写一种可接受的填法。</translation>
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
        <source>Sat it</source>
        <translation>已参加</translation>
    </message>
    <message>
        <source>To mark</source>
        <translation>待评分</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
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
        <source>Sitting</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Critical missed</source>
        <translation>关键要点答错</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Clock moved</source>
        <translation>时钟调整</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>试题</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>难度（答对率）</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>区分度</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>区分效率</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>学时</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>People who fail</source>
        <translation>答错人数</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>已练</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>题型</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Drawn / in the bank</source>
        <translation>抽取 / 题库</translation>
    </message>
    <message>
        <source>Forgotten</source>
        <translation>忘记次数</translation>
    </message>
</context>
</TS>
