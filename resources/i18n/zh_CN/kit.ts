<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close {title}</source>
        <translation>关闭 {title}</translation>
    </message>
</context>
<context>
    <name>FaultSheet</name>
    <message>
        <source>Fault report</source>
        <translation>故障报告</translation>
    </message>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>This step did not finish; what was saved before is safe. You can go on. The report holds code places and versions, nothing about anybody.</source>
        <translation>这一步没有完成；此前已保存的内容都在，可以继续工作。报告只含代码位置和版本，不含任何人的信息。</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Add the time of day: {day} 16:30</source>
        <translation>请补上时刻：{day} 16:30</translation>
    </message>
    <message>
        <source>Not in the list: type on, then choose with ↓ and Enter</source>
        <translation>列表中没有此项：请继续输入，再按 ↓ 和回车键选择</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>超出 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no day: write it as {day}, or as today, fri, +3</source>
        <translation>不是日期：请写成 {day}，或“今天”“周五”“+3”</translation>
    </message>
    <message>
        <source>This is no time: write it as {day} 16:30, or as tomorrow 9:00, in 2 h</source>
        <translation>不是时间：请写成 {day} 16:30，或“明天 9:00”“2小时后”</translation>
    </message>
    <message>
        <source>This is no number: write digits, such as 1,250 or 12.5</source>
        <translation>不是数字：请用数字填写，如 1,250 或 12.5</translation>
    </message>
    <message>
        <source>{when}, already past</source>
        <translation>{when}，该时间已过</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Messages</source>
        <extracomment>How long a question before somebody leaves stands, and the same key means it. A text, or what says it in the language of the window whenever it is asked.</extracomment>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Undo ({seconds} s)</source>
        <translation>撤销（{seconds} 秒）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <extracomment>What Qt&apos;s own window for files says and its catalog leaves in English: ours is asked before it.</extracomment>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Conversations</source>
        <translation>会话</translation>
    </message>
</context>
<context>
    <name>TagButton</name>
    <message>
        <source>Tag {text}, press to remove</source>
        <translation>标签 {text}，按下即移除</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>No font with Chinese characters is installed. Install one, for example fonts-noto-cjk, and start again.</source>
        <extracomment>Property of an application that has the Fusion style already. Half of the lightness of white.</extracomment>
        <translation>系统没有安装中文字体。请安装一种（例如 fonts-noto-cjk）后重新启动。</translation>
    </message>
</context>
<context>
    <name>TriState</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
</context>
</TS>
