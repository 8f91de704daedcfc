<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgendaView</name>
    <message>
        <source>Agenda of the day</source>
        <translation>当日预约安排</translation>
    </message>
    <message>
        <source>full ({count} agreed)</source>
        <translation>已满（{count}）</translation>
    </message>
    <message>
        <source>{count} agreed</source>
        <translation>已约 {count}</translation>
    </message>
    <message>
        <source>full ({count} agreed, {own} with me)</source>
        <translation>已满（已约 {count} 个，其中我 {own} 个）</translation>
    </message>
    <message>
        <source>{count} agreed, {own} with me</source>
        <translation>已约 {count} 个，其中我 {own} 个</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>BarredBoard</name>
    <message>
        <source>Number, name, campaign or inquiry; Enter looks, Esc shows all</source>
        <translation>号码、姓名、调查项目或诉求编号；回车查找，Esc 显示全部</translation>
    </message>
    <message>
        <source>Look for whoever is never to be called</source>
        <translation>查找禁拨登记</translation>
    </message>
    <message>
        <source>Who is never to be called</source>
        <translation>禁拨登记</translation>
    </message>
    <message>
        <source>Nobody of these is barred</source>
        <translation>没有符合的禁拨登记</translation>
    </message>
    <message>
        <source>Whoever asks never to be called again appears here, with who wrote it down and when.</source>
        <translation>要求不再来电的人会列在这里，并注明由谁、在何时登记。</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>解除禁拨</translation>
    </message>
    <message>
        <source>Everybody may call this person again then. Nobody is dialed now.</source>
        <translation>解除后所有坐席都可以再次拨打此人。现在不会拨打任何人。</translation>
    </message>
    <message>
        <source>Lift it? Press once more</source>
        <translation>确定解除？再按一次</translation>
    </message>
    <message>
        <source>Lifted. Still not called, as this was said too and stands: {said}.</source>
        <translation>已解除。但仍不拨打，另有以下登记有效：{said}。</translation>
    </message>
    <message>
        <source>Lifted. The person may be called again; nobody was dialed.</source>
        <translation>已解除，可以再次拨打此人；未拨打任何人。</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Attempts so far</source>
        <extracomment>No telephone program took the number of this call: whoever calls dials it. What the person ever said of never being called, and what lifted it; ``show_call`` shows it.</extracomment>
        <translation>拨打记录</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不拨打</translation>
    </message>
    <message>
        <source>This call belongs to the station {station}. Tell it now, by telephone or chat: &quot;{who} is calling us, do not dial.&quot; It hears of it by itself only with the next sync.</source>
        <translation>此回访由坐席机 {station} 负责。请立即电话或即时通讯告知：“{who} 正在来电，请勿拨打。”该机要到下次同步才会自动得知。</translation>
    </message>
    <message>
        <source>No program of this computer took the number: dial it by hand.</source>
        <translation>本机没有程序接收该号码，请手动拨打。</translation>
    </message>
    <message>
        <source>Agreed for {time}</source>
        <translation>约定时间：{time}</translation>
    </message>
    <message>
        <source>{used} of {most} attempts</source>
        <translation>已拨打 {used} 次，最多 {most} 次</translation>
    </message>
</context>
<context>
    <name>CallInHand</name>
    <message>
        <source>It has rung long enough: hang up, then F8 and 2 for no answer.</source>
        <extracomment>The outcome by which a person asks never to be called again. For how long it is said that a call has rung long enough, in seconds.</extracomment>
        <translation>振铃已够久：请挂机，按 F8，再按 2 记无人接听。</translation>
    </message>
    <message>
        <source>It has rung long enough: hang up and press 2 for no answer.</source>
        <translation>振铃已够久：请挂断，按 2 记为无人接听。</translation>
    </message>
    <message>
        <source>{told} Findings opened: {count}; they stand in the ledger.</source>
        <translation>{told}新建整改事项 {count} 项，已列入台账。</translation>
    </message>
    <message>
        <source>Saved; nobody calls this person again.</source>
        <translation>已保存；不再给此人打电话。</translation>
    </message>
    <message>
        <source>Never called again; other calls to this person that are taken out too: {count}.</source>
        <translation>不再致电；同时撤销该人的其他外呼 {count} 通。</translation>
    </message>
    <message>
        <source>Ended: nobody here speaks {language}. It comes back as soon as somebody does.</source>
        <translation>已结束：无人会说{language}。一旦有人会说，将自动恢复。</translation>
    </message>
    <message>
        <source>Saved; this call is done.</source>
        <translation>已保存，该电话已完成。</translation>
    </message>
    <message>
        <source>Saved; it does not come again by itself. {why}.</source>
        <translation>已保存；不会自动再次安排：{why}。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Saved; it comes again {time}.</source>
        <translation>已保存，{time}再次拨打。</translation>
    </message>
</context>
<context>
    <name>CallWatch</name>
    <message>
        <source>Talking {time}</source>
        <translation>通话 {time}</translation>
    </message>
    <message>
        <source>On hold, talked {time}</source>
        <translation>保持中，已通话 {time}</translation>
    </message>
    <message>
        <source>Ringing: {ring}, {most} are enough · {time}</source>
        <translation>振铃 {ring} 声，{most} 声即可 · {time}</translation>
    </message>
    <message>
        <source>Ringing: {ring} of {most} · {time}</source>
        <translation>振铃 {ring}/{most} · {time}</translation>
    </message>
</context>
<context>
    <name>CallbacksLayout</name>
    <message>
        <source>Call-backs</source>
        <translation>回访回拨</translation>
    </message>
    <message>
        <source>Calls that can be made now</source>
        <translation>现在可以拨打的电话</translation>
    </message>
    <message>
        <source>Who is to be called is being looked up …</source>
        <translation>正在查询待拨电话……</translation>
    </message>
    <message>
        <source>Nobody is to be called now</source>
        <translation>现在没有要拨打的电话</translation>
    </message>
    <message>
        <source>Promised calls, missed calls and cases of campaigns appear here when they may be called.</source>
        <translation>承诺回拨、未接来电和回访活动的对象到可以拨打时会出现在这里。</translation>
    </message>
    <message>
        <source>No call in hand</source>
        <translation>尚未领取电话</translation>
    </message>
    <message>
        <source>F7 takes the next one and says why; Enter takes the chosen one.</source>
        <translation>按 F7 领取下一个并说明原因；按回车领取选中的一个。</translation>
    </message>
    <message>
        <source>Number of whoever calls back</source>
        <translation>回电人的号码</translation>
    </message>
    <message>
        <source>Calls today: {count}</source>
        <translation>今日拨打：{count}</translation>
    </message>
</context>
<context>
    <name>CallbacksPane</name>
    <message>
        <source>Your last call has no outcome yet. How did it end?</source>
        <translation>您上一个电话还没有填写结果，结果如何？</translation>
    </message>
    <message>
        <source>Nobody is to be called now; under the queue stands what it waits for.</source>
        <translation>现在没有要拨打的电话；队列下方说明各在等待什么。</translation>
    </message>
</context>
<context>
    <name>CallsComingIn</name>
    <message>
        <source>We owe this number no call.</source>
        <translation>没有要回拨给该号码的电话。</translation>
    </message>
    <message>
        <source>Say first how the call in progress ended.</source>
        <translation>请先填写当前通话的结果。</translation>
    </message>
</context>
<context>
    <name>ChecksBoard</name>
    <message>
        <source>Calls to look into</source>
        <translation>待核查的回访</translation>
    </message>
    <message>
        <source>Nothing is to be looked into</source>
        <translation>没有待核查的回访</translation>
    </message>
    <message>
        <source>Stays that were denied, numbers that are no good and blocked lines appear here.</source>
        <translation>否认住院、号码无效及线路被拦截的回访显示在此。</translation>
    </message>
    <message>
        <source>Compare name, birth and dates with the list of the institution.</source>
        <translation>请将姓名、出生日期和住院日期与机构名单核对。</translation>
    </message>
    <message>
        <source>The stay is real: call again</source>
        <translation>住院属实：重新拨打</translation>
    </message>
    <message>
        <source>Not on the list: it stays ended</source>
        <translation>名单中没有：维持结束</translation>
    </message>
    <message>
        <source>Ask the institution for another number of this person.</source>
        <translation>请向机构询问此人的其他号码。</translation>
    </message>
    <message>
        <source>Call this number</source>
        <translation>改拨此号码</translation>
    </message>
    <message>
        <source>Nobody knows another one</source>
        <translation>没有其他号码</translation>
    </message>
    <message>
        <source>Which line is not blocked?</source>
        <translation>哪条线路未被拦截？</translation>
    </message>
    <message>
        <source>Call from this line</source>
        <translation>用此线路拨打</translation>
    </message>
    <message>
        <source>Saved; the case goes on by what was found out.</source>
        <translation>已保存；个案按核查结果继续。</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>What the queue waits for</source>
        <translation>队列在等待什么</translation>
    </message>
    <message>
        <source>Can be called now: F7 takes the next</source>
        <translation>现在可以拨打：按 F7 取下一个</translation>
    </message>
    <message>
        <source>No call is owed and no case is open.</source>
        <translation>没有待回拨的电话，也没有未结束的个案。</translation>
    </message>
    <message>
        <source>A supervisor draws a sample or releases more of one (Ctrl+8).</source>
        <translation>由班长抽样，或放开更多样本（Ctrl+8）。</translation>
    </message>
    <message>
        <source>This is no time of day for survey calls.</source>
        <translation>当前不在回访拨打时段。</translation>
    </message>
    <message>
        <source>Many inquiries come in: off-peak calls wait.</source>
        <translation>来电较多：平峰回访暂缓。</translation>
    </message>
    <message>
        <source>Next time of day: {slot}, {time}</source>
        <translation>下一时段：{slot}，{time}</translation>
    </message>
    <message>
        <source>The next call falls due: {time}</source>
        <translation>最近一个电话的时间：{time}</translation>
    </message>
</context>
<context>
    <name>FlagAsking</name>
    <message>
        <source>What is urgent? Tell the person to call 120 where life is in danger.</source>
        <extracomment>What is asked after an urgent inquiry was opened: who takes the person over.</extracomment>
        <translation>什么情况紧急？危及生命时请告知拨打 120。</translation>
    </message>
    <message>
        <source>Numbers, then words: 1 4 since noon. Enter opens the inquiry.</source>
        <translation>先输编号再输说明，如：1 4 中午开始。回车即建单。</translation>
    </message>
    <message>
        <source>Back returns to the question.</source>
        <translation>“返回”回到原题。</translation>
    </message>
    <message>
        <source>Words; Enter opens the inquiry</source>
        <translation>写明内容，回车即建单</translation>
    </message>
    <message>
        <source>What is the complaint about?</source>
        <translation>投诉什么？</translation>
    </message>
    <message>
        <source>Back leaves it out.</source>
        <translation>“返回”则不记。</translation>
    </message>
    <message>
        <source>A number of the list, or words; Enter writes it down</source>
        <translation>列表中的编号或文字，回车记下</translation>
    </message>
    <message>
        <source>Say in a few words what it is about.</source>
        <translation>请用几个字说明是什么事。</translation>
    </message>
    <message>
        <source>Inquiry {number} is opened; the interview goes on.</source>
        <translation>已建单 {number}；访问继续。</translation>
    </message>
    <message>
        <source>Who takes the person over now? Stay on the line until they are connected.</source>
        <translation>现在由谁接手？转接成功前不要挂断。</translation>
    </message>
    <message>
        <source>Say who takes over, or go back.</source>
        <translation>请说明由谁接手，或返回。</translation>
    </message>
    <message>
        <source>Written down; the interview may go on.</source>
        <translation>已记录；访问可继续。</translation>
    </message>
</context>
<context>
    <name>InterviewDesk</name>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>Everything is asked. Say below how the call ended.</source>
        <translation>问题已全部问完，请在下方填写通话结果。</translation>
    </message>
    <message>
        <source>Ended here. Say below how the call ended; Back asks on.</source>
        <translation>已在此结束。请在下方说明通话结果；“返回”可继续提问。</translation>
    </message>
    <message>
        <source>Nothing more is asked after this answer. Say below how the call ended.</source>
        <translation>答完这题不再往下问，请在下方填写通话结果。</translation>
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
        <source>A number of the list, or words; Enter goes on</source>
        <translation>列表中的编号或文字，回车继续</translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Enter goes on once it is read out</source>
        <extracomment>How large answers are: each next one where they are not all in sight with the one before.</extracomment>
        <translation>念完后按回车继续</translation>
    </message>
    <message>
        <source>Keys of the answers, as 1 3; Enter goes on</source>
        <translation>各选项的数字键，如 1 3，回车继续</translation>
    </message>
    <message>
        <source>0 to 10; Enter goes on</source>
        <translation>0 到 10，回车继续</translation>
    </message>
    <message>
        <source>A whole number; Enter goes on</source>
        <translation>整数，回车继续</translation>
    </message>
    <message>
        <source>A date, as 2026-03-02; Enter goes on</source>
        <translation>日期，如 2026-03-02，回车继续</translation>
    </message>
    <message>
        <source>Words; Enter goes on</source>
        <translation>文字，回车继续</translation>
    </message>
    <message>
        <source>Key of the answer</source>
        <translation>答案的数字键</translation>
    </message>
    <message>
        <source>You say it, nobody is asked: {wanted}</source>
        <translation>由您填写，不用问对方：{wanted}</translation>
    </message>
    <message>
        <source>{wanted}; - does not know, -- refuses</source>
        <translation>{wanted}；- 不知道，-- 拒答</translation>
    </message>
    <message>
        <source>Answers to choose from</source>
        <translation>可选答案</translation>
    </message>
    <message>
        <source>How much has been asked</source>
        <translation>访问进度</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Look at the question before this one, and answer it again</source>
        <translation>回到上一题重新作答</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>到此为止</translation>
    </message>
    <message>
        <source>Ask nothing more, and say how the call ended</source>
        <translation>不再提问，填写通话结果</translation>
    </message>
    <message>
        <source>Urgent health problem</source>
        <translation>紧急健康问题</translation>
    </message>
    <message>
        <source>Open an urgent inquiry now; then go on</source>
        <translation>立即建立紧急工单，然后继续访问</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Open a complaint now; then go on</source>
        <translation>立即建立投诉工单，然后继续访问</translation>
    </message>
</context>
<context>
    <name>LeasesBoard</name>
    <message>
        <source>Only if that station is gone: press again to take its calls. What it may have dialed counts.</source>
        <translation>仅限该坐席机已停用时：再按一次收回其回访。其可能已拨的次数计入。</translation>
    </message>
    <message>
        <source>Only if that station is out of service for good: press again to say that it called nobody after that time.</source>
        <translation>仅在该坐席机已停用时：请再按一次，确认其自该时间起未再拨打。</translation>
    </message>
    <message>
        <source>Said. Its calls can be moved; they go over once its time is over.</source>
        <translation>已记录。可转移其个案；授权到期后生效。</translation>
    </message>
    <message>
        <source>Which station calls whom</source>
        <translation>各坐席机负责哪些回访</translation>
    </message>
    <message>
        <source>No case is given to a station</source>
        <translation>尚无个案分配给坐席机</translation>
    </message>
    <message>
        <source>Cases of campaigns that were released appear here, with the station that calls them.</source>
        <translation>已放开的回访个案及负责拨打的坐席机显示在此。</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>声明停用</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Take by force</source>
        <translation>强制收回</translation>
    </message>
    <message>
        <source>Calls: {calls}; contact groups: {groups}. Who shares a telephone or a person goes together. {standing}</source>
        <translation>回访 {calls} 通，联系组 {groups} 个。共用电话或同一人的个案一并转移。{standing}</translation>
    </message>
    <message>
        <source>No call since {since}, said {name} ({at}): {standing}</source>
        <translation>自{since}起未再拨打，{name}声明（{at}）：{standing}</translation>
    </message>
    <message>
        <source>{station}: groups that go over now: {granted}; once their stations gave them back: {waiting}.</source>
        <translation>{station}：立即转入 {granted} 组，待原坐席机交还 {waiting} 组。</translation>
    </message>
</context>
<context>
    <name>OutcomeBox</name>
    <message>
        <source>The interview has opened an inquiry for it.</source>
        <extracomment>Who calls at the time that is agreed: whoever is free, or first whoever agreed on it.</extracomment>
        <translation>访问中已为此建单。</translation>
    </message>
    <message>
        <source>No outcome is called &quot;{text}&quot;; type a digit, a code or a word.</source>
        <translation>没有名为“{text}”的结果，请输入数字、代码或文字。</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>通话结果</translation>
    </message>
    <message>
        <source>A digit, a code or a word: 1 done, 2 no answer, 3 busy …</source>
        <translation>数字、代码或文字：1 完成，2 无人接听，3 占线……</translation>
    </message>
    <message>
        <source>Outcome of the call</source>
        <translation>拨打结果</translation>
    </message>
    <message>
        <source>Raised in the call:</source>
        <translation>通话中提出：</translation>
    </message>
    <message>
        <source>Me, until {minutes} minutes past</source>
        <translation>我，过时 {minutes} 分钟后任何人</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Tell the person to call 120 where life is in danger; stay on the line until handed over.</source>
        <translation>危及生命时请告知拨打 120；转接成功前不要挂断。</translation>
    </message>
</context>
<context>
    <name>ReferredBoard</name>
    <message>
        <source>Press again to end this call: nobody will make it.</source>
        <translation>再按一次即结束：不再拨打。</translation>
    </message>
    <message>
        <source>Calls that wait for a supervisor</source>
        <translation>等待班长处理的电话</translation>
    </message>
    <message>
        <source>Nothing waits for a supervisor</source>
        <translation>没有等待班长处理的电话</translation>
    </message>
    <message>
        <source>Blocked lines, calls that were passed on, and people who need another language appear here.</source>
        <translation>被拦截、转班长以及需要其他语言的电话会列在这里。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交给坐席</translation>
    </message>
    <message>
        <source>Offer to speakers</source>
        <translation>转给会说的坐席</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Say how it ended</source>
        <translation>补填结果</translation>
    </message>
    <message>
        <source>Handed over: it comes to the operator at that time, before everything else.</source>
        <translation>已交给坐席：到时优先拨打。</translation>
    </message>
    <message>
        <source>Saved: it is offered to whoever speaks the language.</source>
        <translation>已保存：将由会说该语言的坐席拨打。</translation>
    </message>
    <message>
        <source>Ended with the outcome {code}.</source>
        <translation>已按结果 {code} 结束。</translation>
    </message>
</context>
<context>
    <name>SupervisorBoards</name>
    <message>
        <source>How did this call end? Ask who made it; if nobody knows, say no answer (201).</source>
        <extracomment>The call that was remembered as one of a person who is there twice.</extracomment>
        <translation>这通电话结果如何？请询问拨打者；若无人知晓，请填无人接听（201）。</translation>
    </message>
    <message>
        <source>Remembered. Take the other call of this person and press the same keys again.</source>
        <translation>已记住。请取此人的另一个回访，再按同样的键。</translation>
    </message>
    <message>
        <source>One person: the first case goes on, the later one has ended as twice there (403).</source>
        <translation>为同一人：保留先者，后者以重复（403）结束。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Take the next call</source>
        <extracomment>From the next person to the outcome of the call.</extracomment>
        <translation>领取下一个</translation>
    </message>
    <message>
        <source>Open whoever is to be called now, with the reason</source>
        <translation>打开现在应拨打的对象，并说明原因</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Write the attempt down and hand the number to the telephone program</source>
        <translation>先记录本次拨打，再把号码交给电话程序</translation>
    </message>
    <message>
        <source>Somebody answers</source>
        <translation>已接听</translation>
    </message>
    <message>
        <source>Stop counting rings; the time of the conversation begins</source>
        <translation>停止计铃，开始计通话时间</translation>
    </message>
    <message>
        <source>Pick up a call that rings</source>
        <translation>接听来电</translation>
    </message>
    <message>
        <source>Talk in Intake with whoever rings; the call in hand waits meanwhile</source>
        <translation>到受理中与来电人通话；手头这通电话先等候</translation>
    </message>
    <message>
        <source>Save the outcome</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Say how the call ended; the next one can be taken then</source>
        <translation>填写通话结果，之后才能领取下一个</translation>
    </message>
    <message>
        <source>Never call again</source>
        <translation>不再来电</translation>
    </message>
    <message>
        <source>The person asks never to be called: takes number and person out of every queue</source>
        <translation>对方要求不再来电：号码和本人从所有队列中撤出</translation>
    </message>
    <message>
        <source>Who calls back?</source>
        <extracomment>Around the queue.</extracomment>
        <translation>谁回电了？</translation>
    </message>
    <message>
        <source>Find the open call of whoever calls us from a number</source>
        <translation>按来电号码查找未完成的回访或回拨</translation>
    </message>
    <message>
        <source>They called us</source>
        <translation>对方打来</translation>
    </message>
    <message>
        <source>Begin the call that came in from this person; nobody is dialed</source>
        <translation>开始记录此人打来的电话，不拨号</translation>
    </message>
    <message>
        <source>Why is nobody else here?</source>
        <translation>为什么没有其他人？</translation>
    </message>
    <message>
        <source>Count what waits for what, and when it can be called</source>
        <translation>统计各在等待什么、何时可以拨打</translation>
    </message>
    <message>
        <source>Calls that wait for you</source>
        <translation>等待您处理</translation>
    </message>
    <message>
        <source>Blocked lines, calls passed on, languages: hand over, offer to speakers or end</source>
        <translation>被拦截、转班长、语言障碍：交给坐席、转给会说的坐席或结束</translation>
    </message>
    <message>
        <source>Which station calls whom</source>
        <translation>各坐席机负责哪些回访</translation>
    </message>
    <message>
        <source>See which station holds how many cases, and move them to another one</source>
        <translation>查看各坐席机负责的个案数，并转给另一台</translation>
    </message>
    <message>
        <source>Calls to look into</source>
        <translation>待核查的回访</translation>
    </message>
    <message>
        <source>Stays that were denied, numbers that are no good, lines that are blocked</source>
        <translation>否认住院、号码无效、线路被拦截的回访</translation>
    </message>
    <message>
        <source>Never called</source>
        <translation>禁拨登记</translation>
    </message>
    <message>
        <source>See who said it, when and in which case, and lift it at a written request</source>
        <translation>查看由谁、在何时、哪个个案中提出，并凭书面申请解除</translation>
    </message>
    <message>
        <source>Same person as another call</source>
        <translation>与另一回访为同一人</translation>
    </message>
    <message>
        <source>Remember this call, then press it at the other one: the later case ends as twice there</source>
        <translation>先记住此回访，再在另一个上按：后者以重复结束</translation>
    </message>
    <message>
        <source>Write it down in Intake</source>
        <translation>到受理中登记</translation>
    </message>
    <message>
        <source>Open a conversation with this caller and the matter of the call</source>
        <translation>以该来电人和事项打开一个受理</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Look at the queue again</source>
        <translation>重新查看队列</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Call again at</source>
        <translation>再次拨打时间</translation>
    </message>
    <message>
        <source>The person speaks</source>
        <translation>对方所说的语言</translation>
    </message>
    <message>
        <source>Agreed with</source>
        <translation>与谁约定</translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation>由谁拨打</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is urgent</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Who takes the person over</source>
        <translation>由谁接手</translation>
    </message>
    <message>
        <source>choose or type a language or dialect; empty: nobody knows</source>
        <translation>选择或输入语言、方言；不清楚时留空</translation>
    </message>
    <message>
        <source>tomorrow 16:30, in 2 h, Fri 9:00</source>
        <translation>明天 16:30、2 小时后、周五 9:00</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>choose or type a language or dialect</source>
        <translation>选择或输入语言、方言</translation>
    </message>
    <message>
        <source>Let this station call them</source>
        <translation>改由此坐席机拨打</translation>
    </message>
    <message>
        <source>Has called nobody since</source>
        <translation>最后拨打时间不晚于</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>其他号码</translation>
    </message>
    <message>
        <source>From which line</source>
        <translation>用哪条线路</translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation>核查结果</translation>
    </message>
    <message>
        <source>Day of the written request</source>
        <translation>书面申请日期</translation>
    </message>
    <message>
        <source>Where it is kept, or its reference</source>
        <translation>申请存放处或文号</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Why now</source>
        <translation>拨打理由</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>等待自</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>坐席机</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话数</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
</TS>
