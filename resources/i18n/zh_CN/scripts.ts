<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ConflictBar</name>
    <message>
        <source>Version {number} was saved meanwhile. Below: there → here.</source>
        <translation>此期间已保存第 {number} 版。以下为：对方 → 我的。</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Go on with mine</source>
        <translation>沿用我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>What is written here becomes the next version; theirs stays in the history</source>
        <translation>您写的内容将成为下一版；对方的版本保留在历史中</translation>
    </message>
    <message>
        <source>Show the newer version; what was written here can be brought back for 15 s</source>
        <translation>显示较新的版本；您写的内容 15 秒内可恢复</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Back to the script</source>
        <translation>返回话术</translation>
    </message>
    <message>
        <source>The contact that it was proposed from</source>
        <translation>提议所依据的接触</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>From version</source>
        <translation>从版本</translation>
    </message>
    <message>
        <source>To version</source>
        <translation>到版本</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Back to reading</source>
        <translation>返回阅读</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>They say the same.</source>
        <translation>内容相同。</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>The file is being encrypted…</source>
        <translation>正在加密文件…</translation>
    </message>
    <message>
        <source>Attached file: {name} · {size} · {day}, {person}</source>
        <translation>所附文件：{name} · {size} · {day}，{person}</translation>
    </message>
    <message>
        <source>The file with this check sum was never attached on this computer.</source>
        <translation>本机从未附上该校验和对应的文件。</translation>
    </message>
    <message>
        <source>No file is attached. With one, whoever reads the script can open the document itself.</source>
        <translation>尚未附上文件。附上后，阅读话术的人可直接打开原文。</translation>
    </message>
    <message>
        <source>{name} is stored. Choose its source and attach it again.</source>
        <translation>{name} 已保存。请选中对应的依据再附一次。</translation>
    </message>
    <message>
        <source>Attached: {name}.</source>
        <translation>已附上：{name}。</translation>
    </message>
    <message>
        <source>The document is written.</source>
        <translation>文件已写出。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>You were writing “{title}”.</source>
        <translation>您上次正在编写“{title}”。</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续编写</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>{title} · next draft after version {number}</source>
        <translation>{title} · 第 {number} 版之后的草稿</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>新话术</translation>
    </message>
    <message>
        <source>Not kept yet…</source>
        <translation>尚未保存…</translation>
    </message>
    <message>
        <source>Kept on this computer at {time}</source>
        <translation>已于 {time} 保存在本机</translation>
    </message>
    <message>
        <source>Nothing changed yet</source>
        <translation>尚无改动</translation>
    </message>
    <message>
        <source>The text cannot be read as a script yet.</source>
        <translation>该文本暂时无法读作话术。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) keep it from review.</source>
        <translation>
            <numerusform>有 %n 处错误，不能提交审核。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditorPages</name>
    <message>
        <source>Pages of the script</source>
        <translation>话术的各页</translation>
    </message>
    <message>
        <source>About</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>ExpiringBoard</name>
    <message>
        <source>{reason} · {day}</source>
        <translation>{reason} · {day}</translation>
    </message>
    <message>
        <source>{detail} · last answered a call {day}</source>
        <translation>{detail} · 最近一次当场答复：{day}</translation>
    </message>
    <message>
        <source>Scripts that run out</source>
        <translation>即将到期或已到期的话术</translation>
    </message>
    <message>
        <source>Nothing runs out</source>
        <translation>没有到期的话术</translation>
    </message>
    <message>
        <source>Scripts that end or are due for review within 30 days, and those that nobody uses, appear here.</source>
        <translation>30 天内失效或需复审的话术，以及无人使用的话术，会出现在这里。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部目录</translation>
    </message>
    <message>
        <source>Write its next version if callers still ask; else leave it to the archive.</source>
        <translation>若仍有人问，请写下一版；否则留待归档。</translation>
    </message>
    <message>
        <source>Have its next version approved before that day, or let it end.</source>
        <translation>请在此日前让下一版获批，或任其失效。</translation>
    </message>
    <message>
        <source>Read it: say that it is still right, or write its next version.</source>
        <translation>请读一遍：确认仍然正确，或写下一版。</translation>
    </message>
    <message>
        <source>Read it: add what callers say, so that it is found, or withdraw it.</source>
        <translation>请读一遍：补上来电人的说法以便搜到，或将其撤回。</translation>
    </message>
</context>
<context>
    <name>FactsColumn</name>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>待处理的反馈</translation>
    </message>
    <message>
        <source>Versions of this script</source>
        <translation>这条话术的各个版本</translation>
    </message>
    <message>
        <source>Open flags of this script</source>
        <translation>这条话术待处理的反馈</translation>
    </message>
    <message>
        <source>Last change read by {read} of {count}</source>
        <translation>最近变更：{count} 人中已有 {read} 人阅读</translation>
    </message>
    <message>
        <source>Not yet: {names}</source>
        <translation>尚未阅读：{names}</translation>
    </message>
    <message>
        <source>Last answered a call with it: {at}</source>
        <translation>最近一次用它当场答复来电：{at}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>written {when}</source>
        <translation>{when} 写成</translation>
    </message>
    <message>
        <source>back to a draft {when}, {name}</source>
        <translation>{when} 由{name}退回草稿</translation>
    </message>
    <message>
        <source>sent to review {when}, {name}</source>
        <translation>{when} 由{name}送审</translation>
    </message>
    <message>
        <source>approved {when}, {name}</source>
        <translation>{when} 由{name}审定</translation>
    </message>
    <message>
        <source>withdrawn {when}, {name}</source>
        <translation>{when} 由{name}撤回</translation>
    </message>
    <message>
        <source> · from {file}</source>
        <translation> · 来自 {file}</translation>
    </message>
    <message>
        <source> · without Chinese</source>
        <translation> · 缺中文</translation>
    </message>
    <message>
        <source> · without English</source>
        <translation> · 缺英文</translation>
    </message>
    <message>
        <source>key point {number}</source>
        <translation>要点 {number}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>FlagList</name>
    <message>
        <source>was due {day}</source>
        <translation>{day}已到期</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>critical point</source>
        <translation>关键要点</translation>
    </message>
    <message>
        <source>your script</source>
        <translation>您负责</translation>
    </message>
</context>
<context>
    <name>FlagReply</name>
    <message>
        <source>Reply, if you like; Enter closes the flag</source>
        <translation>可填写回复；按回车关闭反馈</translation>
    </message>
    <message>
        <source>Reply to who flagged it</source>
        <translation>回复反馈人</translation>
    </message>
    <message>
        <source>Close the flag</source>
        <translation>关闭反馈</translation>
    </message>
</context>
<context>
    <name>FlowMap</name>
    <message>
        <source>Map of the questions</source>
        <translation>引导流程图</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>no way on</source>
        <translation>没有去向</translation>
    </message>
    <message>
        <source>unknown way</source>
        <translation>去向不明</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>FlowPage</name>
    <message>
        <source>First node</source>
        <translation>第一个节点</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>no way on</source>
        <translation>没有去向</translation>
    </message>
    <message>
        <source>unknown way</source>
        <translation>去向不明</translation>
    </message>
</context>
<context>
    <name>GapsBoard</name>
    <message>
        <source>proposed by {name}, {when}</source>
        <translation>{name} 提议，{when}</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>What no script answers</source>
        <translation>话术库答不上的问题</translation>
    </message>
    <message>
        <source>No gap is known</source>
        <translation>暂无缺口</translation>
    </message>
    <message>
        <source>Searches that found nothing and answers from own knowledge of the last 90 days appear here.</source>
        <translation>近 90 天内搜不到结果的查询和凭自身知识的答复会出现在这里。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部目录</translation>
    </message>
    <message>
        <source>Read it beside its contact, then write its next draft (F4), or put it aside.</source>
        <translation>对照接触阅读，然后起草下一稿（F4），或搁置。</translation>
    </message>
    <message>
        <source>Is “{title}” the answer? Then add the words to it. If no script is, write one.</source>
        <translation>答案是“{title}”吗？是就把这个说法加进去；都不是就新写一条。</translation>
    </message>
    <message>
        <source>Enter searches for these words: open the script that answers them, or write one.</source>
        <translation>按回车搜索这些词：打开能回答的话术，或新写一条。</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>nothing opened</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>found late</source>
        <translation>找得慢</translation>
    </message>
    <message>
        <source>own knowledge</source>
        <translation>凭自身知识</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>HitWords</name>
    <message>
        <source>Only near</source>
        <translation>仅相近</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>“{phrase}”</source>
        <translation>“{phrase}”</translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message>
        <source>Approve at once</source>
        <translation>导入即审定</translation>
    </message>
    <message>
        <source>Callers may be given them right away; that you approved them by import is written down</source>
        <translation>导入后即可用于答复；系统会记下由您在导入时审定</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>They come in as drafts; no caller is given a draft.</source>
        <translation>导入后为草稿，草稿不会用于答复。</translation>
    </message>
    <message>
        <source>Callers may be given them right away. That you approved them is written down.</source>
        <translation>导入后即可用于答复，并记下由您审定。</translation>
    </message>
    <message numerus="yes">
        <source>Import %n script(s)</source>
        <translation>
            <numerusform>导入 %n 条话术</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLines</name>
    <message>
        <source>Lines by result</source>
        <translation>按结果筛选</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>导入的每一行</translation>
    </message>
    <message>
        <source>Choose what to take in</source>
        <translation>请选择要导入的内容</translation>
    </message>
    <message>
        <source>Markdown files, or tables as CSV, Excel or JSON Lines, or a folder of them. You see every line before anything is changed. Files can also be dropped here.</source>
        <translation>Markdown 文件，CSV、Excel 或 JSON Lines 表格，或包含这些文件的文件夹。改动之前，每一行都会先列给您看。也可以把文件拖到这里。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>What the import will do</source>
        <translation>导入预览</translation>
    </message>
    <message>
        <source>Import scripts</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>What the import did</source>
        <translation>导入结果</translation>
    </message>
</context>
<context>
    <name>LibraryColumn</name>
    <message>
        <source>Parts of the library</source>
        <translation>话术库的各部分</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Scripts found</source>
        <translation>找到的话术</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>待处理的反馈</translation>
    </message>
    <message>
        <source>Flags ({count})</source>
        <translation>反馈（{count}）</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>To do ({count})</source>
        <translation>待办（{count}）</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>News ({count})</source>
        <translation>变更（{count}）</translation>
    </message>
</context>
<context>
    <name>LibraryEmpty</name>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配的话术</translation>
    </message>
    <message>
        <source>Use fewer or other words: what a caller would say, pinyin, or the beginning of a word.</source>
        <translation>少输几个字或换个说法：来电人的原话、拼音，或单词开头。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部目录</translation>
    </message>
    <message>
        <source>No open flag</source>
        <translation>没有待处理的反馈</translation>
    </message>
    <message>
        <source>Whoever finds a mistake in a script flags it, and it appears here.</source>
        <translation>谁发现话术有误就反馈一下，反馈会列在这里。</translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>话术库还是空的</translation>
    </message>
    <message>
        <source>Take in scripts from Markdown, Excel, CSV or JSON Lines files.</source>
        <translation>从 Markdown、Excel、CSV 或 JSON Lines 文件导入话术。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>A trainer takes scripts in; then they appear here.</source>
        <translation>由培训员导入话术后，会显示在这里。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
</context>
<context>
    <name>LifeBar</name>
    <message>
        <source>Version {number}: {state}</source>
        <translation>第 {number} 版：{state}</translation>
    </message>
    <message>
        <source>written by {name}</source>
        <translation>{name} 编写</translation>
    </message>
    <message>
        <source>approved by {names}, one more needed</source>
        <translation>{names} 已审定，还需一人</translation>
    </message>
</context>
<context>
    <name>MendLine</name>
    <message>
        <source>Or mend it at once: you passed an exam about this topic</source>
        <translation>或直接修改：您已通过该主题的考试</translation>
    </message>
    <message>
        <source>Callers also say…</source>
        <translation>来电人还会这样问……</translation>
    </message>
    <message>
        <source>Misspelled word</source>
        <translation>写错的词</translation>
    </message>
    <message>
        <source>Spelled right</source>
        <translation>正确写法</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>改正</translation>
    </message>
</context>
<context>
    <name>NewsColumn</name>
    <message>
        <source>Changed since you knew it</source>
        <translation>您尚未阅读的变更</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Urgent changes stay until their question is answered</source>
        <translation>紧急变更须答对问题后才会消失</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Scripts by topic</source>
        <extracomment>A library up to this size is shown open.</extracomment>
        <translation>按目录排列的话术</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>My favorites</source>
        <translation>我的收藏</translation>
    </message>
    <message>
        <source>Given most today</source>
        <translation>今日最常用</translation>
    </message>
    <message>
        <source>Without a topic</source>
        <translation>未归类</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>已失效</translation>
    </message>
</context>
<context>
    <name>PhrasingsBoard</name>
    <message>
        <source>→ {title}</source>
        <translation>→ {title}</translation>
    </message>
    <message>
        <source>Proposed phrasings</source>
        <translation>建议的说法</translation>
    </message>
    <message>
        <source>No phrasing is proposed</source>
        <translation>暂无建议的说法</translation>
    </message>
    <message>
        <source>Words for which two operators opened a script that was not on top appear here.</source>
        <translation>两名话务员用同样的词打开了并非排在首位的话术，这些词会出现在这里。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部目录</translation>
    </message>
    <message>
        <source>{people} people opened this script for these words. Add them, and it is found by them at once.</source>
        <translation>有 {people} 人用这些词打开了这条话术。加入后立即可以用它搜到。</translation>
    </message>
</context>
<context>
    <name>PhrasingsPage</name>
    <message>
        <source>One a line, in the callers&apos; own words, mistakes and all: they are what the search finds best.</source>
        <translation>每行一条，照来电者原话写，错字也保留：最利于检索。</translation>
    </message>
    <message>
        <source>Phrasings, {language}</source>
        <translation>问法，{language}</translation>
    </message>
</context>
<context>
    <name>PinLine</name>
    <message>
        <source>Pin “{title}” for everybody until</source>
        <translation>为所有人置顶“{title}”至</translation>
    </message>
    <message>
        <source>Last day of the pin</source>
        <translation>置顶截止日</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Take the pin off</source>
        <translation>取消置顶</translation>
    </message>
</context>
<context>
    <name>ReadingColumn</name>
    <message>
        <source>Choose a script</source>
        <translation>请选择一条话术</translation>
    </message>
    <message>
        <source>Type what a caller says, or choose a topic. The arrow keys show one script after the other.</source>
        <translation>输入来电人说的话，或从目录里选。按方向键可逐条查看。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>RecallPage</name>
    <message>
        <source>Who was given it</source>
        <translation>用过此版的来电人</translation>
    </message>
    <message>
        <source>Callers who were given this version</source>
        <translation>被告知此版的来电人</translation>
    </message>
    <message>
        <source>What is to be said</source>
        <translation>要说明的内容</translation>
    </message>
    <message>
        <source>Call by</source>
        <translation>回电期限</translation>
    </message>
    <message>
        <source>What was wrong, and what is right</source>
        <translation>错在哪里，正确的是什么</translation>
    </message>
    <message>
        <source>tomorrow 9:00</source>
        <translation>明天 9:00</translation>
    </message>
    <message>
        <source>Who was given “{title}”, version {number}</source>
        <translation>用过“{title}”第 {number} 版的来电人</translation>
    </message>
    <message>
        <source>This version was given to nobody: nobody has to be called.</source>
        <translation>此版没有告知过任何人，无需回电。</translation>
    </message>
    <message>
        <source>Given {size} times. A supervisor makes call-backs of this list.</source>
        <translation>共告知 {size} 次。由班长据此名单安排回电。</translation>
    </message>
    <message>
        <source>Given {size} times, {shown} shown. Choose callers: Shift and Ctrl choose several, Ctrl+A all.</source>
        <translation>共告知 {size} 次，列出 {shown} 次。请选择来电人：Shift、Ctrl 多选，Ctrl+A 全选。</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>无号码</translation>
    </message>
    <message>
        <source>Call-backs made: {made}. Owed already: {already}; never to be called: {never}; without a number: {none}.</source>
        <translation>已安排回电 {made} 个；此前已安排 {already} 个；请勿致电 {never} 个；无号码 {none} 个。</translation>
    </message>
</context>
<context>
    <name>ReviewBoard</name>
    <message>
        <source>Versions that wait for review</source>
        <translation>等待审核的版本</translation>
    </message>
    <message>
        <source>Nothing waits for review</source>
        <translation>没有待审的版本</translation>
    </message>
    <message>
        <source>Whoever writes a script submits its draft, and it appears here for a second person.</source>
        <translation>编写人提交草稿后，会出现在这里等另一人审核。</translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation>显示全部目录</translation>
    </message>
    <message>
        <source>Version {number}: read it, then approve it or send it back.</source>
        <translation>第 {number} 版：请读一遍，然后批准或退回。</translation>
    </message>
    <message>
        <source>Version {number}: one more person has to approve it.</source>
        <translation>第 {number} 版：还需另一人批准。</translation>
    </message>
    <message>
        <source>Version {number}: somebody else has to approve it, because you wrote it.</source>
        <translation>第 {number} 版：由您编写，须由他人批准。</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>Next review on</source>
        <translation>下次复审日期</translation>
    </message>
    <message>
        <source>+90, 2027-03-01</source>
        <translation>+90、2027-03-01</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>仍然正确</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add a row (Insert)</source>
        <translation>添加一行（Insert）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Remove the row (Delete)</source>
        <translation>删除该行（Delete）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>Key points</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Must not be said</source>
        <translation>不得说的话</translation>
    </message>
    <message>
        <source>Dialects</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Questions and answers that lead to what is said</source>
        <translation>引出答案的提问与回答</translation>
    </message>
    <message>
        <source>Answers of the caller</source>
        <translation>来电者的回答</translation>
    </message>
    <message>
        <source>No document yet. An answer is approved only with one.</source>
        <translation>尚无文件。没有依据的答案不能批准。</translation>
    </message>
    <message>
        <source>None. Write {name} in a wording where a value is filled in, then describe it.</source>
        <translation>无。在措辞中需要填入内容处写 {name}，再在此说明。</translation>
    </message>
    <message>
        <source>None yet. Write what every answer must contain.</source>
        <translation>尚无。请写出每次回答必须包含的内容。</translation>
    </message>
    <message>
        <source>None. Write words here that would be a promise or wrong.</source>
        <translation>无。请写出会构成承诺或错误的词语。</translation>
    </message>
    <message>
        <source>None. Write how dialects say it otherwise.</source>
        <translation>无。请写出方言的不同说法。</translation>
    </message>
    <message>
        <source>No questions: the answer is read at once. Add the first question.</source>
        <translation>没有提问：直接宣读答案。请添加第一个提问。</translation>
    </message>
    <message>
        <source>No answers: the node goes on by itself.</source>
        <translation>没有回答：节点自动继续。</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message>
        <source>Thrown away.</source>
        <extracomment>From the last key to the checks; with the question they are there within 300 ms.</extracomment>
        <translation>已丢弃。</translation>
    </message>
    <message>
        <source>What you wrote is kept. “Go on writing” brings it back.</source>
        <translation>您写的内容已保留，可用“继续编写”取回。</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已删除。</translation>
    </message>
    <message>
        <source>The text stays as it is until it can be read: {says}</source>
        <translation>文本保持原样，直到可以读取：{says}</translation>
    </message>
    <message>
        <source>Saved as draft {number}.</source>
        <translation>已保存为第 {number} 版草稿。</translation>
    </message>
    <message>
        <source>Version {number} waits for a second person.</source>
        <translation>第 {number} 版等待另一人审核。</translation>
    </message>
    <message>
        <source>The newer version is shown.</source>
        <translation>已显示较新的版本。</translation>
    </message>
</context>
<context>
    <name>ScriptSearchBox</name>
    <message>
        <source>Words, pinyin or characters</source>
        <extracomment>So many results are listed; who needs more types one more letter.</extracomment>
        <translation>汉字、拼音或单词</translation>
    </message>
    <message>
        <source>Search scripts</source>
        <translation>搜索话术</translation>
    </message>
</context>
<context>
    <name>ScriptsPane</name>
    <message>
        <source>The answer is on the clipboard.</source>
        <translation>答复已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Flagged. Whoever looks after the script sees it here.</source>
        <translation>已反馈，话术负责人会在这里看到。</translation>
    </message>
    <message>
        <source>Mended. It counts from now on; the history of the script has your name.</source>
        <translation>已修改，即刻生效；话术历史中记有您的姓名。</translation>
    </message>
    <message>
        <source>Imported: {added} new, {updated} changed, {unchanged} the same, {rejected} refused.</source>
        <translation>导入完成：新增 {added} 条，更新 {updated} 条，无变化 {unchanged} 条，拒收 {rejected} 条。</translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) written.</source>
        <translation>
            <numerusform>已写出 %n 条话术。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ShelvingPane</name>
    <message>
        <source>Rows written: {count}.</source>
        <translation>已写出 {count} 行。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>It stands among your favorites.</source>
        <translation>已加入我的收藏。</translation>
    </message>
    <message>
        <source>It is no favorite any more.</source>
        <translation>已取消收藏。</translation>
    </message>
    <message>
        <source>Pinned for everybody.</source>
        <translation>已为所有人置顶。</translation>
    </message>
    <message>
        <source>The pin is off.</source>
        <translation>已取消置顶。</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Beside the form</source>
        <translation>表单旁</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>流程图</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题列表</translation>
    </message>
    <message>
        <source>Nothing is wrong. It can be sent to review.</source>
        <translation>没有问题，可以提交审核。</translation>
    </message>
    <message>
        <source>No questions. The page “Questions” adds them, and they are drawn here.</source>
        <translation>没有提问。在“引导”页添加后，将在此画出。</translation>
    </message>
    <message>
        <source>Nothing to read yet. Write a wording.</source>
        <translation>尚无可读内容，请先写措辞。</translation>
    </message>
    <message>
        <source>Checks ({count})</source>
        <translation>检查（{count}）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>The same script as a text file. Leaving this page reads it back into the form.</source>
        <translation>同一话术的文本文件形式。离开此页时会读回表单。</translation>
    </message>
    <message>
        <source>Script as a text file</source>
        <translation>文本文件形式的话术</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Reason; Enter sends it, Esc leaves</source>
        <translation>原因；回车提交，Esc 取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read instead: title or key, if there is one</source>
        <translation>替代话术：标题或编号，可不填</translation>
    </message>
    <message>
        <source>Read instead</source>
        <translation>替代话术</translation>
    </message>
    <message>
        <source>Next review: +90, 2027-03-01</source>
        <translation>下次复审：+90、2027-03-01</translation>
    </message>
    <message>
        <source>Next review on</source>
        <translation>下次复审日期</translation>
    </message>
    <message>
        <source>The day on which somebody looks at it again</source>
        <translation>再次复审的日期</translation>
    </message>
    <message>
        <source>Version {number} then counts again. If it is wrong too, write a new version first.</source>
        <translation>之后将恢复使用第 {number} 版；如该版也有误，请先编写新版本。</translation>
    </message>
</context>
<context>
    <name>TagChoice</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Show only what carries this tag</source>
        <translation>只显示带此标签的话术</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
</context>
<context>
    <name>ToDoColumn</name>
    <message>
        <source>Review</source>
        <translation>待审</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Phrasings</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>待办事项</translation>
    </message>
    <message>
        <source>Added: version {number} knows these words.</source>
        <translation>已加入：第 {number} 版含有这个说法。</translation>
    </message>
    <message>
        <source>Noted: the script is still right.</source>
        <translation>已记录：该话术仍然正确。</translation>
    </message>
    <message>
        <source>Put aside.</source>
        <translation>已搁置。</translation>
    </message>
    <message>
        <source>It is on the board again.</source>
        <translation>已放回看板。</translation>
    </message>
</context>
<context>
    <name>WordingBody</name>
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
        <source>What the operator reads out. {name} is filled in.</source>
        <translation>坐席宣读的内容。{name} 处会填入具体内容。</translation>
    </message>
    <message>
        <source>about {seconds} s to say, at most {limit}</source>
        <translation>约需 {seconds} 秒说完，上限 {limit} 秒</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>reading level {figure}: {step}</source>
        <translation>难度 {figure}：{step}</translation>
    </message>
    <message>
        <source>figures only here: {figures}</source>
        <translation>仅此处有的数字：{figures}</translation>
    </message>
    <message>
        <source>of the key points missing: {slots}</source>
        <translation>缺少的要点内容：{slots}</translation>
    </message>
</context>
<context>
    <name>WordingPage</name>
    <message>
        <source>Wordings</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Where a wording is missing, its language is kept first, then plain or usual words, then for whom; the reader says what it had to give up.</source>
        <translation>缺少某种措辞时，先保留语言，再看通俗或通常说法，最后看对象；阅读时会说明放弃了什么。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>通俗</translation>
    </message>
    <message>
        <source>For everybody</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Plain words?</source>
        <translation>通俗说法？</translation>
    </message>
    <message>
        <source>Add wording</source>
        <translation>添加措辞</translation>
    </message>
    <message>
        <source>Remove wording</source>
        <translation>删除措辞</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>通俗</translation>
    </message>
</context>
<context>
    <name>WritingPane</name>
    <message>
        <source>The flag is closed.</source>
        <translation>该反馈已关闭。</translation>
    </message>
    <message>
        <source>Done: the step is in the history.</source>
        <translation>已完成并记入历史。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Find a script</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Go to the search line: characters, pinyin or words</source>
        <translation>转到搜索框：汉字、拼音或单词</translation>
    </message>
    <message>
        <source>New script</source>
        <translation>新话术</translation>
    </message>
    <message>
        <source>Write a new answer; it is kept as you type</source>
        <translation>编写新的答案，边写边保存</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Write the next draft of this script; what is valid stays so until it is approved</source>
        <translation>编写此话术的下一稿；批准之前现行版本不变</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续编写</translation>
    </message>
    <message>
        <source>Open what you were writing last</source>
        <translation>打开您上次编写的内容</translation>
    </message>
    <message>
        <source>Flag this script</source>
        <translation>反馈问题</translation>
    </message>
    <message>
        <source>Say that something in it is wrong or out of date; Enter sends it</source>
        <translation>指出内容有误或过时；按回车提交</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>换语言</translation>
    </message>
    <message>
        <source>Read the script in the next language it is written in</source>
        <translation>用另一种语言阅读这条话术</translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation>通俗说法</translation>
    </message>
    <message>
        <source>Change between the usual and the plain wording</source>
        <translation>在一般说法与通俗说法之间切换</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>复制答复</translation>
    </message>
    <message>
        <source>Put what is said on the clipboard, for a letter or a chat</source>
        <translation>把要说的话复制到剪贴板，用于信件或聊天</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Put the open script among your own favorites, or take it from there</source>
        <translation>收藏当前话术，或取消收藏</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>置顶…</translation>
    </message>
    <message>
        <source>Put the open script on top for everybody until a day, or take the pin off</source>
        <translation>把当前话术为所有人置顶到某日，或取消置顶</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>待处理的反馈</translation>
    </message>
    <message>
        <source>List what people found wrong in any script</source>
        <translation>列出各条话术待处理的反馈</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>List what waits for review, what runs out, what is missing, and new phrasings</source>
        <translation>列出待审、到期、缺失的话术和新的说法</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Close the chosen flag of this script: the script is right again, or always was</source>
        <translation>关闭选中的反馈：话术已改正，或本来就没有错</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Take scripts in from files or a folder, with a preview of every line</source>
        <translation>从文件或文件夹导入话术，先逐行预览</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write every script as a file into a folder</source>
        <translation>把每条话术写成文件，存到文件夹</translation>
    </message>
    <message>
        <source>Export the board…</source>
        <translation>导出看板…</translation>
    </message>
    <message>
        <source>Write every row of this board as XLSX or CSV</source>
        <translation>把该看板的全部行写为 XLSX 或 CSV</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask for the library and the opened script again</source>
        <translation>重新读取话术库和打开的话术</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Make a version of it that everybody who writes scripts sees</source>
        <translation>形成一个版本，所有编写人员可见</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Save it and ask a second person to approve it; nothing may be wrong with it</source>
        <translation>保存并请另一人批准；不得有任何错误</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Go to the field of the next thing that is wrong</source>
        <translation>转到下一个有问题的字段</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Turn to the next page of the form</source>
        <translation>转到表单的下一页</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Turn to the page of the form before this one</source>
        <translation>转到表单的上一页</translation>
    </message>
    <message>
        <source>Text file or form</source>
        <translation>文件或表单</translation>
    </message>
    <message>
        <source>Write the script as its file, or go back to the form</source>
        <translation>以文件形式编写话术，或回到表单</translation>
    </message>
    <message>
        <source>Preview or checks</source>
        <translation>预览或检查</translation>
    </message>
    <message>
        <source>Show the next of preview, checks and map beside the form</source>
        <translation>依次显示表单旁的预览、检查和流程图</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw away what was written here since the last version; can be undone for 15 s</source>
        <translation>丢弃上一版以来所写内容；15 秒内可撤销</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回话术库</translation>
    </message>
    <message>
        <source>Leave the editor; what is written stays on this computer and is offered again</source>
        <translation>离开编辑；所写内容保存在本机，之后可继续</translation>
    </message>
    <message>
        <source>Add the words</source>
        <translation>加入说法</translation>
    </message>
    <message>
        <source>Make these words a phrasing of the script: the search finds it by them at once</source>
        <translation>把这些词设为该话术的说法：立即可以用它搜到</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>仍然正确</translation>
    </message>
    <message>
        <source>Say that you read the script and it needs no change, and when it is looked at again</source>
        <translation>表示已读过且无需修改，并选定下次复审日期</translation>
    </message>
    <message>
        <source>Show the contact</source>
        <translation>查看接触</translation>
    </message>
    <message>
        <source>Read what was asked and said when this script was proposed</source>
        <translation>查看提议该话术时的问答</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Take this proposal off the board; a gap comes back when it is asked for again</source>
        <translation>从列表中移去这条建议；缺口再次被问到时会重新出现</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Undo putting aside: the last one is listed again</source>
        <translation>撤销搁置：把刚搁置的建议放回看板</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>下一个列表</translation>
    </message>
    <message>
        <source>Go round: review, expiring, gaps, phrasings</source>
        <translation>依次切换：待审、到期、缺口、说法</translation>
    </message>
    <message>
        <source>Who was given it</source>
        <extracomment>Of the desk: they lead there.</extracomment>
        <translation>用过此版的来电人</translation>
    </message>
    <message>
        <source>List the callers who were given the chosen version, to call them back</source>
        <translation>列出被告知所选版本的来电人，以便回电</translation>
    </message>
    <message>
        <source>Call them back</source>
        <extracomment>Of the page itself.</extracomment>
        <translation>安排回电</translation>
    </message>
    <message>
        <source>Owe each chosen caller one call about this version</source>
        <translation>为每位选中的来电人安排一次关于此版的回电</translation>
    </message>
    <message>
        <source>Back to the script</source>
        <translation>返回话术</translation>
    </message>
    <message>
        <source>Leave the list as it is</source>
        <translation>保持名单不变并离开</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>附上文件…</translation>
    </message>
    <message>
        <source>Keep the document itself, encrypted, so that whoever reads the script can open it; 50 MB at most</source>
        <translation>加密保存文件本身，阅读话术的人都能打开；最大 50 MB</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Look at the attached document; the copy goes when the desk is locked or left</source>
        <translation>查看所附文件；锁定或离开坐席时副本自动删除</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Write the attached document into a folder of your choice</source>
        <translation>把所附文件存到您选的文件夹</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>Attach another file to this source; older versions keep theirs</source>
        <translation>给该依据换一个文件；旧版本仍用原来的文件</translation>
    </message>
    <message>
        <source>Take the file off</source>
        <translation>取下文件</translation>
    </message>
    <message>
        <source>Name no file at this source any more; older versions keep theirs</source>
        <translation>该依据不再引用文件；旧版本仍用原来的文件</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Title, Chinese</source>
        <translation>中文标题</translation>
    </message>
    <message>
        <source>Title, English</source>
        <translation>英文标题</translation>
    </message>
    <message>
        <source>Whole question, Chinese</source>
        <translation>中文完整问题</translation>
    </message>
    <message>
        <source>Whole question, English</source>
        <translation>英文完整问题</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>谁可阅读</translation>
    </message>
    <message>
        <source>Risk of a wrong answer</source>
        <translation>答错的风险</translation>
    </message>
    <message>
        <source>Who mends it</source>
        <translation>谁可修改</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>失效时间</translation>
    </message>
    <message>
        <source>Pinned on top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Review on</source>
        <translation>复审日期</translation>
    </message>
    <message>
        <source>Last reviewed on</source>
        <translation>上次复审</translation>
    </message>
    <message>
        <source>Review after days</source>
        <translation>复审间隔（天）</translation>
    </message>
    <message>
        <source>Missing on purpose</source>
        <translation>不提供的语言</translation>
    </message>
    <message>
        <source>zh or en</source>
        <translation>zh（中文）或 en（英文）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Units it is about</source>
        <translation>涉及单位</translation>
    </message>
    <message>
        <source>Short forms</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>One a line: short=long</source>
        <translation>每行一个：简称=全称</translation>
    </message>
    <message>
        <source>A node, end, script:key or transfer:whom</source>
        <translation>节点名、end、script:编号 或 transfer:对象</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点名</translation>
    </message>
    <message>
        <source>Then goes to</source>
        <translation>然后转到</translation>
    </message>
    <message>
        <source>Ask, Chinese</source>
        <translation>提问（中文）</translation>
    </message>
    <message>
        <source>Ask, English</source>
        <translation>提问（英文）</translation>
    </message>
    <message>
        <source>Say key point</source>
        <translation>说要点</translation>
    </message>
    <message>
        <source>Or say, Chinese</source>
        <translation>或说（中文）</translation>
    </message>
    <message>
        <source>Or say, English</source>
        <translation>或说（英文）</translation>
    </message>
    <message>
        <source>Answer, Chinese</source>
        <translation>回答（中文）</translation>
    </message>
    <message>
        <source>Answer, English</source>
        <translation>回答（英文）</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Several: separated by |</source>
        <translation>多个用 | 分隔</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Critical: must be said</source>
        <translation>关键：必须说到</translation>
    </message>
    <message>
        <source>Fixed numbers</source>
        <translation>固定数字</translation>
    </message>
    <message>
        <source>Fixed telephone numbers</source>
        <translation>固定电话</translation>
    </message>
    <message>
        <source>Units, one of them is said</source>
        <translation>单位（说到其一）</translation>
    </message>
    <message>
        <source>It says “not”</source>
        <translation>含“不”</translation>
    </message>
    <message>
        <source>Also counts as said, Chinese</source>
        <translation>也算说到（中文）</translation>
    </message>
    <message>
        <source>Also counts as said, English</source>
        <translation>也算说到（英文）</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Clause or page</source>
        <translation>条款或页码</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Check sum of the attached file</source>
        <translation>附件校验值</translation>
    </message>
    <message>
        <source>Name in braces</source>
        <translation>花括号中的名称</translation>
    </message>
    <message>
        <source>a-z, 0-9, _</source>
        <translation>a-z、0-9、_</translation>
    </message>
    <message>
        <source>Its value is</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Choices from list</source>
        <translation>选项取自列表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Looked up by</source>
        <translation>查表依据</translation>
    </message>
    <message>
        <source>Without a value</source>
        <translation>没有取值时</translation>
    </message>
    <message>
        <source>Must be filled</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Chinese words</source>
        <translation>中文词语</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>英文词语</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>Note for the operator</source>
        <translation>给坐席的说明</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Result</source>
        <extracomment>In which order they are counted and chosen; &quot;&quot; is all of them. In which order columns give way where the table is narrow.</extracomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
</TS>
