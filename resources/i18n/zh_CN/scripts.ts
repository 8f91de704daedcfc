<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
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
        <source>key point {number}</source>
        <translation>要点 {number}</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
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
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>“{phrase}”</source>
        <translation>“{phrase}”</translation>
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
        <source>Without a topic</source>
        <translation>未归类</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>已失效</translation>
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
        <source>The flag is closed.</source>
        <translation>这条反馈已处理。</translation>
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
        <source>Open flags</source>
        <translation>待处理的反馈</translation>
    </message>
    <message>
        <source>List what people found wrong in any script</source>
        <translation>列出各条话术待处理的反馈</translation>
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
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask for the library and the opened script again</source>
        <translation>重新读取话术库和打开的话术</translation>
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
        <translation>行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
</TS>
