<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CallTimer</name>
    <message>
        <source>Resume  F4</source>
        <extracomment>Typing into one of these begins the talk of a call that nobody announced. Unless they say who was looked for: a card is read also where nobody rings.</extracomment>
        <translation>恢复  F4</translation>
    </message>
    <message>
        <source>Hold  F4</source>
        <translation>保持  F4</translation>
    </message>
    <message>
        <source>Pick up  F2</source>
        <translation>接听  F2</translation>
    </message>
    <message>
        <source>Hang up  F6</source>
        <translation>挂断  F6</translation>
    </message>
</context>
<context>
    <name>CallerFlags</name>
    <message>
        <source>Add flag</source>
        <translation>加标记</translation>
    </message>
    <message>
        <source>Do not call this person. Answer here; never dial the number.</source>
        <translation>请勿致电此人。可在此接听，切勿拨打该号码。</translation>
    </message>
    <message>
        <source>Who said it, lift it</source>
        <translation>查看登记、解除</translation>
    </message>
    <message>
        <source>Never call</source>
        <translation>设为禁拨</translation>
    </message>
    <message>
        <source>Never call again? Press once more</source>
        <translation>永久禁拨？再按一次确认</translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation>直到手动解除</translation>
    </message>
    <message>
        <source>End this flag? Press once more</source>
        <translation>解除此标记？再按一次</translation>
    </message>
    <message>
        <source>Press to end this flag</source>
        <translation>按下可解除此标记</translation>
    </message>
</context>
<context>
    <name>CallerForm</name>
    <message>
        <source>Who is speaking?</source>
        <translation>是哪一位来电？</translation>
    </message>
    <message>
        <source>Callers on this number</source>
        <translation>使用此号码的来电人</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>另有其人</translation>
    </message>
    <message>
        <source>Somebody else on this number</source>
        <translation>使用此号码的另一人</translation>
    </message>
</context>
<context>
    <name>CommandedPane</name>
    <message>
        <source>Nothing has changed since you knew it.</source>
        <translation>没有新的变更需要阅读。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>尚未保存。{reason}</translation>
    </message>
</context>
<context>
    <name>ConversationTabs</name>
    <message>
        <source>New conversation</source>
        <translation>新建接触</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>窗口已锁定</translation>
    </message>
    <message>
        <source>The call goes on. Unlock to see what is written.</source>
        <translation>通话仍在继续，解锁后可查看内容。</translation>
    </message>
</context>
<context>
    <name>DuplicateHints</name>
    <message>
        <source>Perhaps the same matter</source>
        <extracomment>After the last keystroke: a pause, not the next letter. The key of the command that adds to the first hint. So long a list has to stand before one key saves into its first inquiry; until then the key only marks it.</extracomment>
        <translation>可能是同一件事</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>More: {count}</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>Show all that may be the same matter</source>
        <translation>显示所有可能是同一件事的工单</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一件事</translation>
    </message>
    <message>
        <source>Put these hints aside for this conversation</source>
        <translation>本次接触中不再显示这些提示</translation>
    </message>
</context>
<context>
    <name>FormNote</name>
    <message>
        <source>Version {newer} of this form was made with a newer OneWindow and cannot be shown here; these are the questions of version {used}. Nothing is lost. OneWindow has to be updated on this computer.</source>
        <translation>本表单第{newer}版由更新版的 OneWindow 制作，本机无法显示，以下仍按第{used}版提问，已填内容不会丢失。请升级本机的 OneWindow。</translation>
    </message>
    <message>
        <source>Version {newer} of this form is faulty and cannot be shown; these are the questions of version {used}. Nothing is lost. Tell an administrator: Settings › Center says what is wrong.</source>
        <translation>本表单第{newer}版有误，无法显示，以下仍按第{used}版提问，已填内容不会丢失。请告知管理员：错误详情见“设置 › 中心”。</translation>
    </message>
    <message>
        <source>This computer does not have the questions of this line (form {form}); everything else is taken and saved as usual. Sync; if they do not come, OneWindow has to be updated on this computer.</source>
        <translation>本机没有本热线的提问表单（{form}），其余内容照常受理和保存。请先同步；仍未出现时，请升级本机的 OneWindow。</translation>
    </message>
    <message>
        <source>The questions of this line (form {form}) were made with a newer OneWindow and cannot be shown here; everything else is taken and saved as usual. OneWindow has to be updated on this computer.</source>
        <translation>本热线的提问表单（{form}）由更新版的 OneWindow 制作，本机无法显示，其余内容照常受理和保存。请升级本机的 OneWindow。</translation>
    </message>
    <message>
        <source>The questions of this line (form {form}) are faulty and cannot be shown; everything else is taken and saved as usual. Tell an administrator: Settings › Center says what is wrong.</source>
        <translation>本热线的提问表单（{form}）有误，无法显示，其余内容照常受理和保存。请告知管理员：错误详情见“设置 › 中心”。</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>Reopen and add</source>
        <translation>重开并补充</translation>
    </message>
    <message>
        <source>Add to this</source>
        <translation>并入此单</translation>
    </message>
    <message>
        <source>Add to {number}: {reasons}</source>
        <translation>并入 {number}：{reasons}</translation>
    </message>
    <message>
        <source>Same incident</source>
        <translation>同一事件</translation>
    </message>
    <message>
        <source>An inquiry of its own beside {number}, as one incident</source>
        <translation>另立一单，与 {number} 并单</translation>
    </message>
</context>
<context>
    <name>IntakePane</name>
    <message>
        <source>Pick up</source>
        <extracomment>A draft is saved at least this often while somebody is on the line, so that a killed window knows how long it was.</extracomment>
        <translation>接听</translation>
    </message>
    <message>
        <source>Flagged. Those who write scripts will see it.</source>
        <translation>已反馈，话术维护人员会看到。</translation>
    </message>
    <message>
        <source>Saved {number}</source>
        <translation>已保存 {number}</translation>
    </message>
    <message>
        <source>Saved without an inquiry</source>
        <translation>已保存，未立单</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Saved; its conversation in Intake is discarded</source>
        <translation>已保存；受理中的会话已放弃</translation>
    </message>
</context>
<context>
    <name>KeptDrafts</name>
    <message numerus="yes">
        <source>%n draft(s) brought back</source>
        <extracomment>So many are opened by themselves: each takes a tenth of a second to build, and tabs stay readable.</extracomment>
        <translation>
            <numerusform>已恢复 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>{opened}. More under Drafts: {count}.</source>
        <translation>{opened}。“草稿”中还有 {count} 份。</translation>
    </message>
    <message>
        <source>Drafts: {count}</source>
        <translation>草稿：{count}</translation>
    </message>
    <message>
        <source>Unfinished drafts to open: {count}</source>
        <translation>可打开的未完成草稿：{count}</translation>
    </message>
    <message>
        <source>Left unfinished earlier; kept until they are saved or discarded</source>
        <translation>此前未完成的记录，在保存或放弃之前一直保留</translation>
    </message>
</context>
<context>
    <name>LeftAnswers</name>
    <message>
        <source>The questions of this line have changed. These answers belong to none of them and are not saved; write into the details what still matters:</source>
        <translation>本热线的问题已变更。以下回答已无对应的问题，不会保存；仍有用的请写入详情：</translation>
    </message>
</context>
<context>
    <name>LetterDrop</name>
    <message>
        <source>Not taken: {names}. A letter is an .eml, .txt or .html file.</source>
        <extracomment>Longest list of attachments below a letter, in characters. Longest name and address of whoever wrote, in characters.</extracomment>
        <translation>未读取：{names}。信件须是 .eml、.txt 或 .html 文件。</translation>
    </message>
    <message>
        <source>Only the first {count} letters were taken. Bring the others to a conversation of their own.</source>
        <translation>只读取了前 {count} 封来信，其余请放到各自的会话中。</translation>
    </message>
    <message>
        <source>The letter is longer than the details can be. Its beginning was taken; the rest stays in the file.</source>
        <translation>来信超过“详情”可容纳的长度：已取开头部分，其余仍在文件中。</translation>
    </message>
</context>
<context>
    <name>LinkedCard</name>
    <message>
        <source>Not the same</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Part them? Press once more</source>
        <translation>要分开吗？请再按一次</translation>
    </message>
</context>
<context>
    <name>NoFit</name>
    <message>
        <source>No approved answer fits</source>
        <translation>没有合适的标准话术</translation>
    </message>
    <message>
        <source>What was searched is noted, so that the answer can be written.</source>
        <translation>已记下本次搜索，以便补写标准话术。</translation>
    </message>
    <message>
        <source>Answered from own knowledge</source>
        <translation>凭自身知识解答</translation>
    </message>
</context>
<context>
    <name>NothingPage</name>
    <message>
        <source>The approved answers</source>
        <translation>标准话术</translation>
    </message>
    <message>
        <source>Type a few characters, pinyin or letters. Fitting ones appear here by themselves.</source>
        <translation>输入几个汉字、拼音或字母即可查找；适用的话术会自动列出。</translation>
    </message>
    <message>
        <source>No approved answer found</source>
        <translation>未找到标准话术</translation>
    </message>
    <message>
        <source>Try another word.</source>
        <translation>请换个词再试。</translation>
    </message>
    <message>
        <source>No approved answer fits yet</source>
        <translation>暂无适用的标准话术</translation>
    </message>
    <message>
        <source>F3 searches: characters, pinyin or letters.</source>
        <translation>按 F3 查找：汉字、拼音或字母均可。</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n urgent change(s), asked for after this conversation</source>
        <translation>
            <numerusform>%n 条紧急变更，本次服务结束后须阅读并作答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to read when you are free</source>
        <translation>
            <numerusform>%n 条变更，空闲时请阅读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeList</name>
    <message>
        <source>Changed since you knew it</source>
        <translation>您尚未阅读的变更</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
</context>
<context>
    <name>OpenMatters</name>
    <message>
        <source>Inquiries</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reopen and add</source>
        <translation>重开并补充</translation>
    </message>
    <message>
        <source>Add to this</source>
        <translation>并入此单</translation>
    </message>
    <message>
        <source>Add to {number}</source>
        <translation>并入 {number}</translation>
    </message>
    <message>
        <source>Calls we owe</source>
        <translation>待回电</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>拨打</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已回电</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Call {number}</source>
        <translation>拨打 {number}</translation>
    </message>
    <message>
        <source>The call was made: {what}</source>
        <translation>已回电：{what}</translation>
    </message>
    <message>
        <source>The call was not made: {what}</source>
        <translation>未能回电：{what}</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>已承诺</translation>
    </message>
    <message>
        <source>due {time}</source>
        <translation>时限 {time}</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>Answered</source>
        <extracomment>One letter for each outcome without an inquiry, the same in every language. Lines of a note at most. Room above and under the lines of a button, and of its frame.</extracomment>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>约定回拨</translation>
    </message>
    <message>
        <source>Add to inquiry</source>
        <translation>并入工单</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>告知渠道</translation>
    </message>
    <message>
        <source>Put through</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>No inquiry</source>
        <translation>非诉求</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>silent, wrong number, prank …</source>
        <translation>无声、打错、骚扰等</translation>
    </message>
    <message>
        <source>no open inquiry</source>
        <translation>无在办工单</translation>
    </message>
    <message>
        <source>choose which</source>
        <translation>请选择工单</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Missing: {fields}</source>
        <translation>缺：{fields}</translation>
    </message>
    <message>
        <source>Please check: {fields}</source>
        <translation>请检查：{fields}</translation>
    </message>
    <message>
        <source>saves and closes</source>
        <translation>保存并办结</translation>
    </message>
</context>
<context>
    <name>PastContactView</name>
    <message>
        <source>Back to the caller</source>
        <translation>返回来电人</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Propose as a script…</source>
        <translation>提议为话术…</translation>
    </message>
    <message>
        <source>Proposed. The trainers see it, and this contact beside it.</source>
        <translation>已提议。培训员能看到它和这次接触。</translation>
    </message>
    <message>
        <source>Save the amendment</source>
        <translation>保存更正</translation>
    </message>
    <message numerus="yes">
        <source>amended %n time(s)</source>
        <translation>
            <numerusform>已更正 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>书面回复</translation>
    </message>
    <message>
        <source>Put through to</source>
        <translation>已转接至</translation>
    </message>
    <message>
        <source>Referred to</source>
        <translation>已告知咨询</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已解答</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>{field} before: {text}</source>
        <translation>更正前的{field}：{text}</translation>
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
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How it was answered</source>
        <translation>答复方式</translation>
    </message>
</context>
<context>
    <name>QuickDue</name>
    <message>
        <source>Due {time}</source>
        <translation>时限 {time}</translation>
    </message>
    <message>
        <source>{when}, {duration}</source>
        <translation>{when}（{duration}）</translation>
    </message>
    <message>
        <source>Due by policy: {time}</source>
        <translation>按规则时限：{time}</translation>
    </message>
    <message>
        <source>As the policies promise; Down in the empty line takes it</source>
        <translation>按时限规则计算；在空白处按 ↓ 采用</translation>
    </message>
</context>
<context>
    <name>ReplyBox</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>书面回复</translation>
    </message>
    <message>
        <source>Given scripts are added here; copy it into your mail or chat program.</source>
        <translation>采用的话术会加到这里，可复制到邮件或聊天软件。</translation>
    </message>
    <message>
        <source>Copy reply</source>
        <translation>复制答复</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Nearest, not approved for this</source>
        <extracomment>Letters of both scripts, and how wide a picture they are drawn into that nobody sees.</extracomment>
        <translation>最接近的，并非针对此问题</translation>
    </message>
    <message numerus="yes">
        <source>said in %n similar call(s)</source>
        <translation>
            <numerusform>%n 次类似来电用过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SamePerson</name>
    <message>
        <source>Also written down as</source>
        <translation>同一人的其他记录</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>与…是同一人</translation>
    </message>
    <message>
        <source>Link two cards of one person; both stay, and the link can be taken back</source>
        <translation>把同一人的两份资料关联起来；两份都保留，关联可以撤回</translation>
    </message>
    <message>
        <source>Name or number of the other card</source>
        <translation>另一份资料的姓名或号码</translation>
    </message>
    <message>
        <source>Cards found</source>
        <translation>找到的资料</translation>
    </message>
    <message>
        <source>Yes, the same person</source>
        <translation>是，同一人</translation>
    </message>
</context>
<context>
    <name>SayColumn</name>
    <message>
        <source>Search the approved answers</source>
        <translation>查找标准话术</translation>
    </message>
    <message>
        <source>Search the answers  F3 or /</source>
        <translation>查找话术  F3 或 /</translation>
    </message>
    <message>
        <source>Answers found</source>
        <translation>找到的话术</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>返回查找结果</translation>
    </message>
    <message>
        <source>Answers that fit</source>
        <translation>合适的话术</translation>
    </message>
    <message>
        <source>Given most today</source>
        <translation>今日最常用</translation>
    </message>
</context>
<context>
    <name>ScriptPage</name>
    <message>
        <source>This answer was withdrawn: it is given to nobody any more.</source>
        <extracomment>So long a pause in the typing is no place between two keys any more.</extracomment>
        <translation>该话术已撤回，不能再提供给任何人。</translation>
    </message>
    <message>
        <source>This answer is no longer valid: it is given to nobody any more.</source>
        <translation>该话术已失效，不能再提供给任何人。</translation>
    </message>
    <message>
        <source>This answer is not approved for callers yet.</source>
        <translation>该话术尚未审定，不能提供给来电人。</translation>
    </message>
</context>
<context>
    <name>SurveyLine</name>
    <message>
        <source>Survey call-back open, interview begun: {name}</source>
        <translation>满意度回访未完成，访问已开始：{name}</translation>
    </message>
    <message>
        <source>Survey call-back open: {name}</source>
        <translation>有待完成的满意度回访：{name}</translation>
    </message>
    <message>
        <source>Resume the interview</source>
        <translation>继续访问</translation>
    </message>
    <message>
        <source>Begin the interview</source>
        <translation>开始访问</translation>
    </message>
</context>
<context>
    <name>WhatColumn</name>
    <message>
        <source>Reply</source>
        <extracomment>So much is scrolled to around a field: its name stands above it.</extracomment>
        <translation>书面回复</translation>
    </message>
</context>
<context>
    <name>WhoColumn</name>
    <message>
        <source>Earlier contacts</source>
        <extracomment>What stands in a number beside its digits.</extracomment>
        <translation>以往接触</translation>
    </message>
    <message>
        <source>Two stations differ on: {fields}. Settings, Hub decides.</source>
        <translation>两处记录不一致：{fields}。请到“设置 › 同步中心”裁定。</translation>
    </message>
    <message>
        <source>Not known yet. The name is kept with the number when you save.</source>
        <translation>新来电人。保存时姓名将与号码一并留存。</translation>
    </message>
    <message>
        <source>No whole telephone number. It is kept as it was typed, with the name, and found by that.</source>
        <translation>号码不完整或无法识别，将按原样与姓名一并留存，下次照此可查。</translation>
    </message>
    <message>
        <source>This is not a telephone number. It is kept with this contact as it was typed.</source>
        <translation>不是电话号码，将按原样记录在本次接触中。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>New call</source>
        <extracomment>Goes on with the survey of whoever is on the line.</extracomment>
        <translation>新来电</translation>
    </message>
    <message>
        <source>Take a call that rings on an ordinary telephone</source>
        <translation>受理普通电话机上的来电</translation>
    </message>
    <message>
        <source>New e-mail or letter</source>
        <translation>新邮件或来信</translation>
    </message>
    <message>
        <source>Enter what came in writing; drop the file or paste the text</source>
        <translation>录入书面诉求，可拖入文件或粘贴文字</translation>
    </message>
    <message>
        <source>New visitor</source>
        <translation>新来访</translation>
    </message>
    <message>
        <source>Take the matter of somebody who came in person</source>
        <translation>受理当面来访</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新会话</translation>
    </message>
    <message>
        <source>Take a question from WeChat</source>
        <translation>受理微信咨询</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Answer the ringing call, or start the timer</source>
        <translation>接听来电，或开始计时</translation>
    </message>
    <message>
        <source>Hold or resume</source>
        <translation>保持或恢复</translation>
    </message>
    <message>
        <source>The caller waits</source>
        <translation>请来电人稍候</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>挂断</translation>
    </message>
    <message>
        <source>The talk is over; finish writing in wrap-up</source>
        <translation>通话结束，进入话后处理</translation>
    </message>
    <message>
        <source>Search the answers</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Find the approved answer; Esc leads back to the form</source>
        <translation>查找标准话术，按 Esc 返回表单</translation>
    </message>
    <message>
        <source>Give this script</source>
        <translation>按此话术答复</translation>
    </message>
    <message>
        <source>Stamp the open script on the contact, or take the stamp back</source>
        <translation>把当前话术记到本次接触，或撤回</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>变更通知</translation>
    </message>
    <message>
        <source>Read what changed in the answers, and what became of your flags</source>
        <translation>阅读话术的变更，以及您反馈的处理结果</translation>
    </message>
    <message>
        <source>Go to the number</source>
        <translation>转到号码</translation>
    </message>
    <message>
        <source>Who is calling</source>
        <translation>谁在来电</translation>
    </message>
    <message>
        <source>Go to the category</source>
        <translation>转到类别</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>属于哪类事项</translation>
    </message>
    <message>
        <source>Go to the summary</source>
        <translation>转到摘要</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>用几句话概括</translation>
    </message>
    <message>
        <source>Go to the unit</source>
        <translation>转到承办单位</translation>
    </message>
    <message>
        <source>Who handles it</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>Take the suggested unit</source>
        <translation>采用建议的单位</translation>
    </message>
    <message>
        <source>With the due time and urgency that its rule proposes</source>
        <translation>连同规则建议的时限与紧急程度</translation>
    </message>
    <message>
        <source>Go to the due time</source>
        <translation>转到时限</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>何时之前</translation>
    </message>
    <message>
        <source>Go to the channel</source>
        <translation>转到渠道</translation>
    </message>
    <message>
        <source>How it reached us</source>
        <translation>来电、来信还是来访</translation>
    </message>
    <message>
        <source>Go to who the caller is</source>
        <translation>转到来电人身份</translation>
    </message>
    <message>
        <source>Patient, family, physician …</source>
        <translation>患者、家属、医生……</translation>
    </message>
    <message>
        <source>Go to how it was answered</source>
        <translation>转到答复方式</translation>
    </message>
    <message>
        <source>From a script, in a three-party call, after asking an expert …</source>
        <translation>标准话术、三方通话、咨询专家……</translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation>复制答复</translation>
    </message>
    <message>
        <source>For your mail or chat program</source>
        <translation>用于邮件或聊天软件</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>直接解答</translation>
    </message>
    <message>
        <source>Save the contact, open its inquiry and close it</source>
        <translation>保存接触，立单并当即办结</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Save and hand the inquiry to a unit with a due time</source>
        <translation>保存并按时限派给承办单位</translation>
    </message>
    <message>
        <source>Dispatch note…</source>
        <translation>派单函…</translation>
    </message>
    <message>
        <source>After F9: the note for the unit of the inquiry that was saved last</source>
        <translation>F9 之后：最近保存的工单致承办单位的派单函</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>约定回拨</translation>
    </message>
    <message>
        <source>Save and promise a call at a time</source>
        <translation>保存并约定回拨时间</translation>
    </message>
    <message>
        <source>Add to inquiry</source>
        <translation>并入工单</translation>
    </message>
    <message>
        <source>Save as one more contact of the open inquiry</source>
        <translation>保存为在办工单的又一次接触</translation>
    </message>
    <message>
        <source>Add to the hinted inquiry</source>
        <translation>并入提示的工单</translation>
    </message>
    <message>
        <source>Save this contact with the inquiry that is perhaps the same matter</source>
        <translation>把这次接触存入可能是同一件事的工单</translation>
    </message>
    <message>
        <source>Same incident as the hinted inquiry</source>
        <translation>与提示的工单属同一事件</translation>
    </message>
    <message>
        <source>Many callers, one incident: this contact gets an inquiry of its own beside it</source>
        <translation>多人来电、同一事件：本次接触另立一单并与之并单</translation>
    </message>
    <message>
        <source>Refer elsewhere</source>
        <translation>告知其他渠道</translation>
    </message>
    <message>
        <source>Save with the place that the caller was told to ask</source>
        <translation>保存，并记下告知来电人咨询的单位</translation>
    </message>
    <message>
        <source>Go on with the survey</source>
        <translation>继续满意度访问</translation>
    </message>
    <message>
        <source>Open the interview that this caller&apos;s number waits for, as a call that came in</source>
        <translation>打开来电号码待完成的访问，按来电记录</translation>
    </message>
    <message>
        <source>Put through</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Save with the place that the caller was put through to</source>
        <translation>保存，并记下转接的单位</translation>
    </message>
    <message>
        <source>No inquiry</source>
        <translation>非诉求</translation>
    </message>
    <message>
        <source>Silent, wrong number and others, by Esc and one letter</source>
        <translation>无声、打错等，按 Esc 加一个字母</translation>
    </message>
    <message>
        <source>Discard the conversation</source>
        <translation>放弃本次接触</translation>
    </message>
    <message>
        <source>Throw away what was typed; 15 seconds to undo</source>
        <translation>丢弃已录入内容，15 秒内可撤销</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo discarding: the conversation comes back; a saved one stays</source>
        <translation>找回刚刚放弃的会话；已保存的不能撤销</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个接触</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>向右切换</translation>
    </message>
    <message>
        <source>Unfinished drafts</source>
        <translation>未完成的草稿</translation>
    </message>
    <message>
        <source>Open one that was left behind earlier</source>
        <translation>打开此前未完成的一份</translation>
    </message>
    <message>
        <source>Conversation before</source>
        <translation>上一个接触</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>向左切换</translation>
    </message>
    <message>
        <source>Read the answer with this number</source>
        <extracomment>One row for each result that can be opened by its number.</extracomment>
        <translation>查看该序号的话术</translation>
    </message>
    <message>
        <source>Open answer 1</source>
        <translation>打开第 1 条</translation>
    </message>
    <message>
        <source>Open answer 2</source>
        <translation>打开第 2 条</translation>
    </message>
    <message>
        <source>Open answer 3</source>
        <translation>打开第 3 条</translation>
    </message>
    <message>
        <source>Open answer 4</source>
        <translation>打开第 4 条</translation>
    </message>
    <message>
        <source>Open answer 5</source>
        <translation>打开第 5 条</translation>
    </message>
    <message>
        <source>Save as silent call</source>
        <extracomment>The outcomes without an inquiry, for the palette; at the keyboard they are Esc and one letter.</extracomment>
        <translation>记为无声电话</translation>
    </message>
    <message>
        <source>Nobody spoke: Esc, S</source>
        <translation>无人说话：Esc，S</translation>
    </message>
    <message>
        <source>Save as wrong number</source>
        <translation>记为打错电话</translation>
    </message>
    <message>
        <source>Somebody else was meant: Esc, W</source>
        <translation>找的不是我们：Esc，W</translation>
    </message>
    <message>
        <source>Save as hung up</source>
        <translation>记为来电人挂断</translation>
    </message>
    <message>
        <source>The caller was gone before saying why: Esc, H</source>
        <translation>未说明来意即挂断：Esc，H</translation>
    </message>
    <message>
        <source>Save as prank call</source>
        <translation>记为骚扰电话</translation>
    </message>
    <message>
        <source>No matter at all: Esc, P</source>
        <translation>并无诉求：Esc，P</translation>
    </message>
    <message>
        <source>Save as abusive call</source>
        <translation>记为辱骂电话</translation>
    </message>
    <message>
        <source>The caller was abusive: Esc, A</source>
        <translation>来电人辱骂：Esc，A</translation>
    </message>
    <message>
        <source>Save as test call</source>
        <translation>记为测试电话</translation>
    </message>
    <message>
        <source>The line was tried out: Esc, T</source>
        <translation>测试线路：Esc，T</translation>
    </message>
    <message>
        <source>Save as not our service</source>
        <translation>记为非受理范围</translation>
    </message>
    <message>
        <source>Told where else to ask: Esc, O</source>
        <translation>已告知其他渠道：Esc，O</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Number</source>
        <extracomment>Columns of the grids of the middle column; at 7 of them a channel is not cut in large text either.</extracomment>
        <translation>号码</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Caller is</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Note on this caller</source>
        <translation>来电人备注</translation>
    </message>
    <message>
        <source>For whoever takes the next call</source>
        <translation>供下一位接听的同事参考</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>9:15, yesterday 16:00</source>
        <translation>9:15，昨天 16:00</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>How it was answered</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>+2h, 16:30</source>
        <translation>+2h、16:30</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Why another due time?</source>
        <translation>为何更改时限？</translation>
    </message>
    <message>
        <source>Agreed with the unit, the caller needs it sooner</source>
        <translation>已与单位约定、来电人急需</translation>
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
        <source>Sent to</source>
        <translation>转往单位</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Why is it corrected?</source>
        <translation>更正原因</translation>
    </message>
</context>
<context>
    <name>ring_words</name>
    <message>
        <source>A call rings. F2 picks it up.</source>
        <translation>有来电，按 F2 接听。</translation>
    </message>
    <message>
        <source>{number} rings.</source>
        <translation>{number} 来电。</translation>
    </message>
</context>
</TS>
