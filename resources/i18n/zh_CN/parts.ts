<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutScript</name>
    <message>
        <source>Never say</source>
        <translation>切勿说</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>review by {day}</source>
        <translation>{day} 前复审</translation>
    </message>
</context>
<context>
    <name>AudienceChoice</name>
    <message>
        <source>For everybody</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Kind of caller</source>
        <translation>来电人类型</translation>
    </message>
</context>
<context>
    <name>BlankField</name>
    <message>
        <source>{name}, needed</source>
        <translation>{name}，必填</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
</context>
<context>
    <name>DurationWords</name>
    <message>
        <source>the same day</source>
        <translation>当日</translation>
    </message>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working minute(s)</source>
        <translation>
            <numerusform>%n 分钟（工作时间）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n 小时（工作时间）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagLine</name>
    <message>
        <source>What is wrong with this script?</source>
        <translation>这条话术有什么问题？</translation>
    </message>
    <message>
        <source>The whole script</source>
        <translation>整条话术</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Which part</source>
        <translation>哪一部分</translation>
    </message>
    <message>
        <source>Add a word if you like; Enter sends it</source>
        <translation>可补充一句，按回车提交</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>反馈问题</translation>
    </message>
    <message>
        <source>Send the flag</source>
        <translation>提交反馈</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>What has changed</source>
        <extracomment>Whether an urgent one says that it goes before the next call.</extracomment>
        <translation>变更通知</translation>
    </message>
    <message>
        <source>Which of these is said now?</source>
        <translation>以下哪一条是现在的标准说法？</translation>
    </message>
    <message>
        <source>Press its number.</source>
        <translation>请按对应的数字键。</translation>
    </message>
    <message>
        <source>Read it again  Esc</source>
        <translation>重新阅读  Esc</translation>
    </message>
    <message>
        <source>Open the script</source>
        <translation>打开话术</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 条，共 {count} 条</translation>
    </message>
    <message>
        <source>Not quite. What is said now: {answer}</source>
        <translation>不对。现在的说法是：{answer}</translation>
    </message>
    <message>
        <source>Understood  Enter</source>
        <translation>已了解  回车</translation>
    </message>
    <message>
        <source>Ask me again  Enter</source>
        <translation>再答一次  回车</translation>
    </message>
    <message>
        <source>I have read it  Enter</source>
        <translation>我已读完  回车</translation>
    </message>
    <message>
        <source>Read this instead</source>
        <translation>查看替代话术</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>Version {version} was withdrawn {when}, {by}. Version {given} counts again.</source>
        <extracomment>The color of each kind.</extracomment>
        <translation>第 {version} 版于{when}由 {by} 撤回，恢复使用第 {given} 版。</translation>
    </message>
    <message>
        <source>Version {version} was withdrawn {when}, {by}. It is given to nobody any more.</source>
        <translation>第 {version} 版于{when}由 {by} 撤回，不再提供给任何人。</translation>
    </message>
    <message>
        <source>You flagged it; answered {when}, {by}.</source>
        <translation>您曾反馈；{by} 于{when}回复。</translation>
    </message>
    <message>
        <source>New {when}, {by}.</source>
        <translation>{when}由 {by} 新发布。</translation>
    </message>
    <message>
        <source>Version {version} since {when}, {by}. You knew version {known}.</source>
        <translation>{when}由 {by} 发布第 {version} 版，您此前了解的是第 {known} 版。</translation>
    </message>
    <message>
        <source>Read it before the next call: F2 leads here, a second F2 takes a call that is on the line already.</source>
        <translation>接下一个电话前须先读完并作答：按 F2 到此处；电话已接通时再按一次 F2 即可接听。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Your flag</source>
        <translation>您的反馈</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Nothing that is said to callers differs.</source>
        <translation>对来电人的说法没有变化。</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>If asked</source>
        <translation>如追问</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Never say</source>
        <translation>切勿说</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效时间</translation>
    </message>
</context>
<context>
    <name>PaperWindow</name>
    <message>
        <source>Text copied</source>
        <extracomment>Width and height for paper that is read upright, and across, whose lists need the width. How much of the screen the window takes at most.</extracomment>
        <translation>文本已复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Copy e-mail text</source>
        <translation>复制邮件文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the paper as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已发送到打印机</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
</context>
<context>
    <name>PastDispatches</name>
    <message numerus="yes">
        <source>%n recent dispatch(es) of the same {parts}</source>
        <translation>
            <numerusform>近期同一{parts}派单 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>must be said</source>
        <extracomment>Only so many have a key.</extracomment>
        <translation>必须说到</translation>
    </message>
</context>
<context>
    <name>ProposalForm</name>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Propose as a script</source>
        <translation>提议为话术</translation>
    </message>
    <message>
        <source>Send to the trainers</source>
        <translation>发给培训员</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReaderDocuments</name>
    <message>
        <source>Source document: {name}</source>
        <translation>依据文件：{name}</translation>
    </message>
    <message>
        <source>{name}, {size}: open it (D)</source>
        <translation>{name}，{size}：打开（D）</translation>
    </message>
</context>
<context>
    <name>ReaderHeader</name>
    <message>
        <source>Read it in {name}</source>
        <translation>用{name}阅读</translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation>通俗说法</translation>
    </message>
    <message>
        <source>Short and easy sentences for people who need them</source>
        <translation>短句、白话，说给需要的人听</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>反馈问题</translation>
    </message>
    <message>
        <source>Say that something in this script is wrong or out of date</source>
        <translation>指出这条话术有错误或已过时</translation>
    </message>
    <message>
        <source>Flag this script</source>
        <translation>反馈这条话术的问题</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>RevealLine</name>
    <message>
        <source>Why is the whole number needed? It is written down.</source>
        <translation>为何需要完整号码？理由将被记录。</translation>
    </message>
    <message>
        <source>Reason for seeing the whole number</source>
        <translation>查看完整号码的理由</translation>
    </message>
    <message>
        <source>Show number</source>
        <translation>显示号码</translation>
    </message>
</context>
<context>
    <name>ScriptReader</name>
    <message>
        <source>Say</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>If asked</source>
        <translation>如追问</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>1 to 9 tick a key point, Space the next one, L changes the language, P the words, D opens the document</source>
        <translation>1–9 勾选要点，空格勾选下一条，L 换语言，P 换通俗说法，D 打开依据文件</translation>
    </message>
    <message>
        <source>L changes the language, P the words, D opens the document</source>
        <translation>L 换语言，P 换通俗说法，D 打开依据文件</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Give this answer</source>
        <translation>按此答复</translation>
    </message>
    <message>
        <source>Write down on the contact that the caller was told this version</source>
        <translation>在本次接触上记下已把这一版告知来电人</translation>
    </message>
</context>
<context>
    <name>UnitAdvice</name>
    <message>
        <source>By the rule “{rule}”</source>
        <translation>按规则“{rule}”</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take the suggested unit</source>
        <translation>采用建议的单位</translation>
    </message>
    <message>
        <source>No unit is suggested: no rule fits, and past dispatches are not clear enough.</source>
        <translation>暂无派单建议：没有命中规则，历史派单也不足以判断。</translation>
    </message>
    <message>
        <source> (said: {words})</source>
        <translation>（提到：{words}）</translation>
    </message>
    <message>
        <source>by the rule “{rule}”{heard}</source>
        <translation>依据规则“{rule}”{heard}</translation>
    </message>
    <message>
        <source>As suggested: {unit}, {reason}</source>
        <translation>与建议一致：{unit}，{reason}</translation>
    </message>
    <message>
        <source>Suggested: {unit}, {reason}</source>
        <translation>建议派往：{unit}，{reason}</translation>
    </message>
    <message>
        <source>{share} sure, by the words {words}</source>
        <translation>把握 {share}，依据用词 {words}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{share} sure, {same}</source>
        <translation>把握 {share}，{same}</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>group of categories</source>
        <translation>分类大类</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Version {new} has just replaced version {former}, which stood here. Read it again.</source>
        <translation>第 {new} 版刚刚取代了此处的第 {former} 版，请重新阅读。</translation>
    </message>
    <message>
        <source>Version {former}, which stood here, has just been withdrawn. Version {new} counts again.</source>
        <translation>此处的第 {former} 版刚刚被撤回，恢复使用第 {new} 版。</translation>
    </message>
    <message>
        <source>Withdrawn. Do not give this answer to anyone.</source>
        <translation>已撤回，不得再用于答复。</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Read instead: {title}</source>
        <translation>请改用：{title}</translation>
    </message>
    <message>
        <source>No longer valid. Do not give this answer to anyone.</source>
        <translation>已失效，不得再用于答复。</translation>
    </message>
    <message>
        <source>Not valid yet: from {day}.</source>
        <translation>尚未生效：{day} 起有效。</translation>
    </message>
    <message>
        <source>Not approved yet. Do not give this answer to callers.</source>
        <translation>尚未审定，不得用于答复来电人。</translation>
    </message>
    <message>
        <source>Several people found something wrong in it, and its review is due. It is still valid.</source>
        <translation>多人指出其中有误，需要复审；目前仍然有效。</translation>
    </message>
    <message>
        <source>Its review is overdue. It is still valid.</source>
        <translation>已过复审期，目前仍有效。</translation>
    </message>
    <message>
        <source>Its review was due on {day}. It is still valid.</source>
        <translation>应于 {day} 前复审，目前仍有效。</translation>
    </message>
    <message>
        <source>Changed since this caller was given it last.</source>
        <translation>上次告知这位来电人之后，内容已有变化。</translation>
    </message>
    <message>
        <source>About to expire: its last day is {day}.</source>
        <translation>即将失效：有效期至 {day}。</translation>
    </message>
    <message>
        <source>Not written in your language; shown in {name}.</source>
        <translation>没有您的语言版本，以{name}显示。</translation>
    </message>
    <message>
        <source>There is no plain wording yet.</source>
        <translation>还没有通俗说法。</translation>
    </message>
    <message>
        <source>There is only a plain wording.</source>
        <translation>只有通俗说法。</translation>
    </message>
    <message>
        <source>No wording of its own for this kind of caller: {kind}.</source>
        <translation>没有专门针对此类来电人的说法：{kind}。</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>What is asked</source>
        <translation>问什么</translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation>怎么答</translation>
    </message>
    <message>
        <source>Names and numbers are taken out; read it through before you send it</source>
        <translation>姓名和号码已去除；发送前请通读一遍</translation>
    </message>
</context>
</TS>
