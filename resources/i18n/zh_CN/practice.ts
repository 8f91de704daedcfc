<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Band</name>
    <message>
        <source>PRACTICE – nothing here is real, and nothing is kept as a contact</source>
        <translation>练习模式：以下均非真实，不计入任何接触记录</translation>
    </message>
</context>
<context>
    <name>CallerPanel</name>
    <message>
        <source>What was said</source>
        <extracomment>The transcript shows so many lines of its text, more in a high window.</extracomment>
        <translation>对话记录</translation>
    </message>
    <message>
        <source>What you say to the caller</source>
        <translation>对来电人说的话</translation>
    </message>
    <message>
        <source>What you say to the caller  Ctrl+T</source>
        <translation>对来电人说的话  Ctrl+T</translation>
    </message>
    <message>
        <source>Say it  Enter</source>
        <translation>说出  回车</translation>
    </message>
    <message>
        <source>You</source>
        <translation>坐席</translation>
    </message>
</context>
<context>
    <name>PracticePane</name>
    <message>
        <source>No answer is open on the right. F3 searches.</source>
        <translation>右侧没有打开的话术，按 F3 查找。</translation>
    </message>
    <message>
        <source>The caller is not read aloud any more.</source>
        <translation>已停止朗读来电人的话。</translation>
    </message>
    <message>
        <source>The caller is read aloud.</source>
        <translation>正在朗读来电人的话。</translation>
    </message>
    <message>
        <source>No voice of this language is installed on this computer; the call goes on in writing.</source>
        <translation>本机没有安装该语言的语音，通话继续以文字进行。</translation>
    </message>
    <message>
        <source>Mock call</source>
        <translation>模拟通话</translation>
    </message>
    <message>
        <source>The telephone rings. F2 picks it up.</source>
        <translation>电话响了，按 F2 接听。</translation>
    </message>
    <message>
        <source>The call is over. Save what was written (F8, F9 …), or Ctrl+E ends without saving.</source>
        <translation>通话已结束。请保存记录（F8、F9 等），或按 Ctrl+E 不保存直接结束。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Speak to the caller</source>
        <translation>对来电人说话</translation>
    </message>
    <message>
        <source>Go to the line in which you say something to the practice caller</source>
        <translation>跳到对模拟来电人说话的输入行</translation>
    </message>
    <message>
        <source>Read the open answer out</source>
        <translation>读出打开的话术</translation>
    </message>
    <message>
        <source>Put the answer that is open on the right into the line; Enter says it</source>
        <translation>把右侧打开的话术放入输入行，按回车说出</translation>
    </message>
    <message>
        <source>Caller aloud</source>
        <translation>朗读来电人</translation>
    </message>
    <message>
        <source>Hear the practice caller, where a voice of the language is installed</source>
        <translation>安装了相应语音时，朗读模拟来电人的话</translation>
    </message>
    <message>
        <source>End the mock call</source>
        <translation>结束模拟通话</translation>
    </message>
    <message>
        <source>Go back to training and see what is proposed of this call</source>
        <translation>回到培训，查看系统对本次通话的提示</translation>
    </message>
</context>
</TS>
