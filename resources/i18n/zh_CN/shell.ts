<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BackupWatch</name>
    <message>
        <source>The backup that was due failed. {why} Administrators see it in the settings, under Data and keys.</source>
        <extracomment>The first look waits until the start is long over.</extracomment>
        <translation>到期的备份没有成功。{why}管理员可在设置的“数据与密钥”中查看。</translation>
    </message>
</context>
<context>
    <name>BackupWay</name>
    <message>
        <source>The backup was put in place and is sound. Sign in as before.</source>
        <translation>备份已恢复并校验通过，请照常登录。</translation>
    </message>
    <message>
        <source>The backup is in place. It opens with the passphrase of its desk.</source>
        <translation>备份已放入，请输入该坐席的口令打开。</translation>
    </message>
    <message>
        <source>The backup is in place, but its key is not on this computer.</source>
        <translation>备份已放入，但本机没有它的密钥。</translation>
    </message>
</context>
<context>
    <name>BottomStrip</name>
    <message>
        <source>Today</source>
        <extracomment>What changes one of the figures.</extracomment>
        <translation>今日</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超期</translation>
    </message>
    <message numerus="yes">
        <source>call-back(s) due</source>
        <translation>
            <numerusform>今日待回拨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminder(s) to see</source>
        <translation>
            <numerusform>条提醒待知悉</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CenterPlace</name>
    <message>
        <source>Choose a country or region from the list</source>
        <translation>请从列表中选择国家或地区</translation>
    </message>
    <message>
        <source>Nothing is set: this desk takes the settings of the center that it joins in Settings › Hub. Until then numbers are read as in {country}.</source>
        <translation>此处不作设置：本坐席机在“设置 › 同步中心”加入某中心后，采用该中心的设置；此前号码按“{country}”读取。</translation>
    </message>
    <message>
        <source>Numbers are read as in {country}, times are those of {zone}; both can be changed in Settings › Center. Empty it to join a center: its settings hold then.</source>
        <translation>号码按“{country}”读取，时间为 {zone} 时间；二者均可在“设置 › 中心”中更改。若要加入已有的中心，请清空此项：届时以该中心的设置为准。</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>国家或地区</translation>
    </message>
</context>
<context>
    <name>ChangingPage</name>
    <message>
        <source>The key is being changed</source>
        <extracomment>How often, and how many times, it is looked whether something is still being answered (milliseconds).</extracomment>
        <translation>正在更换密钥</translation>
    </message>
    <message>
        <source>Nobody can work here meanwhile; a large desk takes some minutes. Should the computer go off, the desk opens all the same at the next start.</source>
        <translation>更换期间无法在此工作；数据较多时需要几分钟。即使电脑中途断电，下次启动时坐席仍能打开。</translation>
    </message>
    <message>
        <source>Looking for room on the disk…</source>
        <translation>正在检查磁盘空间…</translation>
    </message>
    <message>
        <source>Keeping the recovery copy of the new key…</source>
        <translation>正在保存新密钥的恢复副本…</translation>
    </message>
    <message>
        <source>Keeping the new key beside the old one…</source>
        <translation>正在保存新密钥，旧密钥同时保留…</translation>
    </message>
    <message>
        <source>Encrypting every page with the new key…</source>
        <translation>正在用新密钥加密每一页…</translation>
    </message>
    <message>
        <source>Reading every page with the new key…</source>
        <translation>正在用新密钥读取每一页…</translation>
    </message>
    <message>
        <source>Leaving the old key to the backups…</source>
        <translation>旧密钥仅留给备份使用…</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>跳过 (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>开始工作</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>DemoBanner</name>
    <message>
        <source>Demo: every person and number here is made up.</source>
        <translation>演示环境：人员与号码均为虚构。</translation>
    </message>
    <message>
        <source>Every account has the password {password}, for example {name}.</source>
        <translation>所有账号的密码都是 {password}，例如账号 {name}。</translation>
    </message>
    <message>
        <source>{what} {how}</source>
        <translation>{what}{how}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>A call is going on. Sign out once more to leave it; what you typed is kept.</source>
        <extracomment>So long after a person sat down the start is over (milliseconds).</extracomment>
        <translation>通话正在进行。再次退出登录即可离开，已输入的内容会保留。</translation>
    </message>
    <message>
        <source>Sign out now</source>
        <translation>立即退出登录</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
</context>
<context>
    <name>FindButton</name>
    <message>
        <source>Search or do anything</source>
        <translation>搜索或执行任何操作</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>The demo is being filled with a few hundred made-up inquiries …</source>
        <translation>正在生成几百条虚构的工单，请稍候…</translation>
    </message>
    <message>
        <source>Welcome to OneWindow</source>
        <translation>欢迎使用一窗</translation>
    </message>
    <message>
        <source>The desk of a health hotline: take a call, find the approved answer, lose nothing.</source>
        <translation>健康热线的工作台：接来电，找标准话术，一条不漏。</translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation>设置本坐席</translation>
    </message>
    <message>
        <source>Make the first account and the encrypted data folder. Takes a minute; have a printer or a safe place for one page ready.</source>
        <translation>建立第一个账号和加密的数据文件夹。约需一分钟，请准备好打印机，或一处可以妥善保管一页纸的地方。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>开始设置</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>看看演示</translation>
    </message>
    <message>
        <source>A desk with made-up callers, inquiries and answers, to try everything without a trace.</source>
        <translation>一个带虚构来电人、工单和话术的工作台，可以随意试用，不留痕迹。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>This computer is new or its data is gone: go on with a backup, the file of its keys beside it.</source>
        <translation>新电脑或数据丢失时：用备份继续工作，其密钥文件须放在备份旁边。</translation>
    </message>
    <message>
        <source>Choose the backup…</source>
        <translation>选择备份…</translation>
    </message>
    <message>
        <source>Recover a desk</source>
        <translation>恢复坐席</translation>
    </message>
    <message>
        <source>The data is here but its key is lost: open it with the passphrase of the recovery sheet.</source>
        <translation>数据还在而密钥丢失：用恢复单上的恢复口令打开。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup is put in place and read whole. With many records this takes minutes.</source>
        <translation>正在放入备份并完整校验，记录较多时需要几分钟。</translation>
    </message>
    <message>
        <source>Setting up this desk was cut short. Nothing was kept; please set it up again.</source>
        <translation>上次设置本坐席时中断，未保留任何数据，请重新设置。</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>备份文件</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Everything has its place</source>
        <translation>各处各有其位</translation>
    </message>
    <message>
        <source>Go from one part of the window to another with Ctrl+1, Ctrl+2 and so on. Nothing gets lost on the way: what you typed is saved within a second.</source>
        <translation>按 Ctrl+1、Ctrl+2 等在各部分之间切换。途中什么都不会丢：输入的内容一秒之内就会保存。</translation>
    </message>
    <message>
        <source>Say what you are doing</source>
        <translation>说明您的状态</translation>
    </message>
    <message>
        <source>Ready, or away with a reason. During a call this shows its state and how long it has been going on; it goes on when you lock the window.</source>
        <translation>示闲，或注明原因的示忙。通话时这里显示通话状态和时长；锁定窗口后通话照常继续。</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>接听来电</translation>
    </message>
    <message>
        <source>Who is calling on the left, what it is about in the middle, what to say on the right. F8 saves an answer, F9 dispatches, F10 promises to call back.</source>
        <translation>左边是谁来电，中间是什么事，右边是怎么答。F8 答复并保存，F9 派单，F10 承诺回拨。</translation>
    </message>
    <message>
        <source>Find everything</source>
        <translation>什么都能找</translation>
    </message>
    <message>
        <source>Ctrl+K finds callers, inquiries, units, scripts and every command. Type a few letters, go down, press Enter.</source>
        <translation>按 Ctrl+K 查找来电人、工单、承办单位、话术和所有命令。输入几个字，用方向键选择，按回车打开。</translation>
    </message>
    <message>
        <source>Owe nothing</source>
        <translation>件件有着落</translation>
    </message>
    <message>
        <source>What is open, due today or overdue, and the calls that we owe. Each figure opens its list. F1 shows every key.</source>
        <translation>未办结、今日到期、已超期的工单，以及待回拨的电话。点击数字打开清单。按 F1 查看全部快捷键。</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>键盘快捷键 (F1)</translation>
    </message>
</context>
<context>
    <name>KeyHome</name>
    <message>
        <source>At least {count} characters; several words are best</source>
        <extracomment>The same least length as the provider&apos;s own rule; said before anything is tried.</extracomment>
        <translation>至少 {count} 个字符，用几个词最好记</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>Where the key of the encrypted data is kept</source>
        <translation>加密数据的密钥存放在哪里</translation>
    </message>
    <message>
        <source>In the keyring of this computer (recommended)</source>
        <translation>存放在本机的密钥环中（推荐）</translation>
    </message>
    <message>
        <source>Nowhere: a passphrase is typed at every start</source>
        <translation>不存放：每次启动时输入口令</translation>
    </message>
    <message>
        <source>Passphrase of the desk</source>
        <translation>坐席口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>In {place}, as it was named at the start.</source>
        <translation>保存在 {place}（启动时已指定）。</translation>
    </message>
    <message>
        <source>From the command {program}</source>
        <translation>由命令 {program} 提供</translation>
    </message>
    <message>
        <source>For a computer whose account several people share. Who knows it can start OneWindow.</source>
        <translation>适用于多人共用一个系统账户的电脑。知道口令的人都能启动一窗。</translation>
    </message>
    <message>
        <source>OneWindow starts without a question; the account of this computer protects the key.</source>
        <translation>启动时无需输入；密钥由本机的系统账户保护。</translation>
    </message>
</context>
<context>
    <name>KeyRenewal</name>
    <message>
        <source>Another key for the database</source>
        <translation>更换数据库密钥</translation>
    </message>
</context>
<context>
    <name>KeyWay</name>
    <message>
        <source>The key was changed. From now on the new recovery sheet counts.</source>
        <translation>密钥已更换。从现在起以新的恢复单为准。</translation>
    </message>
    <message>
        <source>No key that is kept opens these copies from before an upgrade: {names}.</source>
        <translation>现有密钥都无法打开这些升级前的副本：{names}。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong while the key was being changed.</source>
        <translation>更换密钥时发生意外错误。</translation>
    </message>
    <message>
        <source>The key is the one from before: the recovery sheet from before counts; destroy the new one.</source>
        <translation>密钥仍是原来的：更换前的恢复单有效，请销毁新的恢复单。</translation>
    </message>
    <message>
        <source>The key was changed all the same: from now on the new recovery sheet counts.</source>
        <translation>密钥仍已更换：从现在起新的恢复单有效。</translation>
    </message>
    <message>
        <source>It is not settled yet which recovery sheet counts: keep both. Each names its key, and onewindow doctor says which key is in use.</source>
        <translation>尚未确定哪一张恢复单有效：请两张都保留。每张都写有密钥名称，onewindow doctor 会显示正在使用的是哪一个密钥。</translation>
    </message>
</context>
<context>
    <name>LeavingWatch</name>
    <message>
        <source>Open work of {person}, who has left, came from another station: {count} to {heir}.</source>
        <extracomment>The first look waits until the start is long over.</extracomment>
        <translation>{person}已离职，其他坐席机补传来其未办结事项：{count} 项已转给{heir}。</translation>
    </message>
    <message>
        <source>Open work of {person}, who has left, came from another station: {count}; nobody has it yet.</source>
        <translation>{person}已离职，其他坐席机补传来其未办结事项：{count} 项，尚无人接手。</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Another call rings {number}</source>
        <translation>另有来电 {number}</translation>
    </message>
    <message>
        <source>The window is locked. What you typed is kept.</source>
        <translation>窗口已锁定，已输入的内容都会保留。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>This password does not open the window. Type it again.</source>
        <translation>密码不正确，无法解锁。请重新输入。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A call rings, but {person} takes no calls here.</source>
        <translation>有来电振铃，但 {person} 不在此接听电话。</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>A call is going on. Close once more to leave it; what you typed is kept.</source>
        <translation>通话正在进行。再次关闭即可离开，已输入的内容会保留。</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>立即关闭</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <extracomment>Under this name the world holds the one search over the library of scripts.</extracomment>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Number, name, inquiry, script, unit or command</source>
        <translation>号码、姓名、工单、话术、承办单位或命令</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>empty the line</source>
        <translation>清空输入</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Scripts: nearest, not approved for this</source>
        <translation>话术：最接近的，并非针对此问题</translation>
    </message>
    <message>
        <source>Scripts: none fits, these are nearest</source>
        <translation>话术：没有合适的，以下最接近</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>打开坐席</translation>
    </message>
    <message>
        <source>The data of this desk is encrypted with a passphrase that somebody here knows.</source>
        <translation>本坐席的数据以口令加密，口令由本单位人员掌握。</translation>
    </message>
    <message>
        <source>Passphrase of the desk</source>
        <translation>坐席口令</translation>
    </message>
    <message>
        <source>Nobody knows it any more</source>
        <translation>口令已无人知晓</translation>
    </message>
</context>
<context>
    <name>Patience</name>
    <message>
        <source>Opening takes longer than usual.</source>
        <translation>打开比平时慢。</translation>
    </message>
    <message>
        <source>Opening takes longer than usual: after an update the records are brought up to it first.</source>
        <translation>打开比平时慢：更新后需先将记录升级到新版本。</translation>
    </message>
    <message>
        <source>Step {step} of {total}.</source>
        <translation>第 {step} 步，共 {total} 步。</translation>
    </message>
</context>
<context>
    <name>PersonButton</name>
    <message>
        <source>Signed in: {person}</source>
        <translation>已登录：{person}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
</context>
<context>
    <name>PracticeRoom</name>
    <message>
        <source>This mock call goes on; Ctrl+E ends it.</source>
        <translation>本次模拟通话仍在进行，按 Ctrl+E 结束。</translation>
    </message>
    <message>
        <source>The practice desk is being made…</source>
        <translation>正在准备练习环境…</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Parts of the window</source>
        <extracomment>A button is so much higher than its word: ten of them stand in the least window with the largest texts.</extracomment>
        <translation>窗口各部分</translation>
    </message>
</context>
<context>
    <name>Reception</name>
    <message>
        <source>Without this sheet a lost key cannot be recovered. Close once more to leave without it.</source>
        <translation>没有这张恢复单，密钥一旦丢失便无法恢复。再次关闭则不保留恢复单而离开。</translation>
    </message>
    <message>
        <source>Before the desk</source>
        <translation>登录之前</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Recover the desk</source>
        <translation>恢复坐席</translation>
    </message>
    <message>
        <source>Eight groups of four. Capital or small letters, with or without hyphens.</source>
        <translation>共八组，每组四位。大小写均可，连字符可有可无。</translation>
    </message>
    <message>
        <source>The recovery sheet was printed when this desk was set up or its key was changed last. Its passphrase opens the data again.</source>
        <translation>恢复单在设置本坐席时或最近一次更换密钥时打印。其口令可重新打开数据。</translation>
    </message>
    <message>
        <source>Recovery passphrase</source>
        <translation>恢复口令</translation>
    </message>
    <message>
        <source>Use the center&apos;s recovery key…</source>
        <translation>使用中心恢复密钥…</translation>
    </message>
    <message>
        <source>The center&apos;s recovery key opens the data again: {file}.</source>
        <translation>用中心恢复密钥重新打开数据：{file}。</translation>
    </message>
    <message>
        <source>Code of the recovery key</source>
        <translation>恢复密钥的口令</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>使用恢复单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The center&apos;s recovery key</source>
        <translation>中心恢复密钥</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>This is not the last group; compare it with the sheet</source>
        <translation>这不是最后一组，请与恢复单核对</translation>
    </message>
    <message>
        <source>Saved: {path}. Move it to a safe place that is not this computer.</source>
        <translation>已保存：{path}。请移到本机以外的安全地方。</translation>
    </message>
    <message>
        <source>Keep this recovery sheet</source>
        <translation>请保管好恢复单</translation>
    </message>
    <message>
        <source>If this computer or its keyring is lost, only these eight groups open the data again. They are shown once and kept nowhere.</source>
        <translation>如果这台电脑或其密钥环丢失，只有这八组字符能重新打开数据。它们只显示这一次，不保存在任何地方。</translation>
    </message>
    <message>
        <source>Print it or write it down, and lock it away. Not on this computer.</source>
        <translation>请打印或抄写下来并锁好，不要放在这台电脑上。</translation>
    </message>
    <message>
        <source>Type the last group, to be sure that you have it</source>
        <translation>请输入最后一组，以确认您已留存</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>I have it, go on</source>
        <translation>已留存，继续</translation>
    </message>
    <message>
        <source>Leave the key as it is</source>
        <translation>不更换密钥</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>第 {number} 组：{letters}</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复单</translation>
    </message>
</context>
<context>
    <name>Ringing</name>
    <message>
        <source>A call rings. F2 picks it up; whoever you talk with waits meanwhile.</source>
        <extracomment>As long as a telephone rings before most people give up, in seconds.</extracomment>
        <translation>有来电。按 F2 接听；正在通话的人先等候。</translation>
    </message>
    <message>
        <source>Pick up</source>
        <translation>接听</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message numerus="yes">
        <source>%n conversation(s) cannot be saved yet. The desk stays open so that none is lost.</source>
        <translation>
            <numerusform>有 %n 个会话暂时无法保存。工作台保持打开，以免丢失内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>New here? Five steps show where everything is.</source>
        <translation>第一次使用？五步带您了解各处所在。</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>带我看看</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Setting up …</source>
        <extracomment>Two columns: one below the other, the parts do not fit into a window of 720 pixels.</extracomment>
        <translation>正在设置…</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>开始设置</translation>
    </message>
    <message>
        <source>Set up this desk</source>
        <translation>设置本坐席</translation>
    </message>
    <message>
        <source>The first account is that of the administrator, who can add everybody else.</source>
        <translation>第一个账号是系统管理员，之后可由其添加其他人员。</translation>
    </message>
    <message>
        <source>Name to sign in with</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Short, in small letters</source>
        <translation>简短，小写字母</translation>
    </message>
    <message>
        <source>Name as colleagues read it</source>
        <translation>显示给同事的姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>At least {count} characters</source>
        <translation>至少 {count} 个字符</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>This is too short</source>
        <translation>太短了</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Everything else is in the search line: Ctrl+K</source>
        <translation>其余命令都可用 Ctrl+K 搜索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>关闭快捷键表</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>A call rings. Sign in to take it.</source>
        <extracomment>Whose names are closed since this computer joined a center, and whose have another password.</extracomment>
        <translation>有来电振铃，请登录后接听。</translation>
    </message>
    <message>
        <source>Your account was closed, or this computer has joined a center. Sign in with an account of the center.</source>
        <translation>您的账号已停用，或本机已加入中心。请用中心的账号登录。</translation>
    </message>
    <message>
        <source>This computer has joined a center. Sign in with an account of the center.</source>
        <translation>本机已加入中心，请用中心的账号登录。</translation>
    </message>
    <message>
        <source>Closed on this computer: {names}.</source>
        <translation>本机已停用的账号：{names}。</translation>
    </message>
    <message>
        <source>Open by the center&apos;s password now: {names}.</source>
        <translation>须改用中心密码的账号：{names}。</translation>
    </message>
    <message>
        <source>OneWindow</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Sign in to your desk</source>
        <translation>登录您的工作台</translation>
    </message>
    <message>
        <source>In the demo: {name}</source>
        <translation>演示用：{name}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on</source>
        <translation>大写锁定似乎已打开</translation>
    </message>
</context>
<context>
    <name>StateButton</name>
    <message>
        <source>What you are doing: {state}</source>
        <extracomment>During these the person is with a caller: nothing else can be said. After what the disk refused.</extracomment>
        <translation>您的状态：{state}</translation>
    </message>
    <message>
        <source>Say that you are ready or away</source>
        <translation>设置示闲或示忙</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>示忙</translation>
    </message>
</context>
<context>
    <name>SyncButton</name>
    <message>
        <source>Sync with the hub: {state}</source>
        <translation>与中心同步：{state}</translation>
    </message>
    <message>
        <source>{station} of {center}</source>
        <translation>{center} {station}</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>Last sync: {at}</source>
        <translation>上次同步：{at}</translation>
    </message>
    <message>
        <source>Records that wait: {count}</source>
        <translation>待发送记录：{count}</translation>
    </message>
    <message>
        <source>Rows that need a decision: {count}</source>
        <translation>待裁定：{count}</translation>
    </message>
    <message>
        <source>Failed {at}: {why}</source>
        <translation>失败（{at}）：{why}</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>停止同步</translation>
    </message>
    <message>
        <source>Details and decisions</source>
        <translation>详情与裁定</translation>
    </message>
    <message>
        <source>Syncing {count}</source>
        <translation>同步中 {count}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>同步中</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>待裁定 {count}</translation>
    </message>
    <message>
        <source>To send: {count}</source>
        <translation>待发送 {count}</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Sync is late</source>
        <translation>同步滞后</translation>
    </message>
    <message>
        <source>Hub not reached</source>
        <translation>未连上同步中心</translation>
    </message>
    <message>
        <source>Sync refused</source>
        <translation>同步被拒</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>顶栏</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The desk cannot be opened</source>
        <extracomment>Which troubles end with the recovery passphrase: the database is there, its key is not.</extracomment>
        <translation>坐席无法打开</translation>
    </message>
    <message>
        <source>Nothing was changed and nothing is lost.</source>
        <translation>未作任何改动，数据没有丢失。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use the recovery sheet or the center&apos;s key</source>
        <translation>使用恢复单或中心恢复密钥</translation>
    </message>
    <message>
        <source>Look at the demo meanwhile</source>
        <translation>先看看演示</translation>
    </message>
    <message>
        <source>Close OneWindow</source>
        <translation>关闭一窗</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Intake</source>
        <extracomment>Going to a pane. A row&apos;s id is ``go.`` and the id of the pane.</extracomment>
        <translation>受理</translation>
    </message>
    <message>
        <source>Take calls and messages, find the approved answer, save them</source>
        <translation>接来电和消息，找标准话术，保存接触</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>Inquiries and call-backs, by the time when they are due</source>
        <translation>按到期时间排列的工单和回拨</translation>
    </message>
    <message>
        <source>Call-backs</source>
        <translation>回访回拨</translation>
    </message>
    <message>
        <source>Whom to call now and why; dial, and say how it ended</source>
        <translation>现在该拨打谁、为什么；拨打并填写结果</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>整改台账</translation>
    </message>
    <message>
        <source>The ledger of what is to be put right: owner, measure, due, verified or not</source>
        <translation>整改事项台账：责任人、措施、时限、是否核实</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Read, write and check the approved answers</source>
        <translation>查阅、编写和检查标准话术</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Practice today&apos;s questions, and see which topics are strong or weak</source>
        <translation>完成今日练习，查看强项与薄弱主题</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>What is late or will be soon, by unit and person; what waits for a decision</source>
        <translation>按单位和人员看已超期和即将到期的工单，以及待审批事项</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>回访活动</translation>
    </message>
    <message>
        <source>Samples drawn from frames, how far calling has come, and the next one</source>
        <translation>从抽样框抽取的样本、回访进度与下一次活动</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>统计报告</translation>
    </message>
    <message>
        <source>KPIs with target, trend and the rows behind each; documents to hand in</source>
        <translation>各项指标的目标、走势和明细，以及各类报告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Accounts, units, the center, and how this window looks</source>
        <translation>账号、承办单位、中心设置和窗口外观</translation>
    </message>
    <message>
        <source>Search everything</source>
        <extracomment>What a person does at the desk as a whole.</extracomment>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Find a caller, an inquiry, a unit, a script or a command</source>
        <translation>查找来电人、工单、承办单位、话术或命令</translation>
    </message>
    <message>
        <source>Open inquiries</source>
        <translation>未办结工单</translation>
    </message>
    <message>
        <source>List every inquiry that is not closed</source>
        <translation>列出所有未办结的工单</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>List the inquiries that are due before midnight</source>
        <translation>列出今天内到期的工单</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>List the inquiries whose time has passed</source>
        <translation>列出已超过时限的工单</translation>
    </message>
    <message>
        <source>Call-backs due</source>
        <translation>待回拨</translation>
    </message>
    <message>
        <source>List the calls that we owe</source>
        <translation>列出应回拨的电话</translation>
    </message>
    <message>
        <source>Hand-over sheet…</source>
        <translation>交接班单…</translation>
    </message>
    <message>
        <source>At the end of your shift: what somebody else must know, to sign and to print</source>
        <translation>下班时：交给接班人的事项，可打印签字</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Send the hub what was written here, and bring what others wrote</source>
        <translation>把本机写下的记录送往中心，并取回他人写下的记录</translation>
    </message>
    <message>
        <source>Sync and conflicts</source>
        <translation>同步情况与冲突</translation>
    </message>
    <message>
        <source>How this station stands with its hub, the latest syncs, what needs a decision</source>
        <translation>本机与中心的同步情况、最近几次同步，以及需要裁决的冲突</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Cover the window while you are away from it; a call goes on</source>
        <translation>离开时遮住窗口，通话照常继续</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Let another person sign in; your drafts wait for you</source>
        <translation>换人登录，您的草稿会为您保留</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Show every key of the window on one sheet</source>
        <translation>在一页上显示窗口的全部按键</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>带我看看</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>五步了解窗口</translation>
    </message>
    <message>
        <source>Close OneWindow</source>
        <translation>关闭一窗</translation>
    </message>
    <message>
        <source>End the program; everything that you typed is kept</source>
        <translation>结束程序，已输入的内容都会保留</translation>
    </message>
    <message>
        <source>Ready for calls</source>
        <extracomment>What an operator is doing.</extracomment>
        <translation>示闲，可接来电</translation>
    </message>
    <message>
        <source>Say that you can take the next call</source>
        <translation>表示可以接下一个来电</translation>
    </message>
    <message>
        <source>Away…</source>
        <translation>示忙…</translation>
    </message>
    <message>
        <source>Choose the reason why you take no calls now</source>
        <translation>选择暂不接电话的原因</translation>
    </message>
    <message>
        <source>English</source>
        <extracomment>How the window looks to this person.</extracomment>
        <translation>English</translation>
    </message>
    <message>
        <source>Show the window in English</source>
        <translation>以英文显示窗口</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Show the window in Chinese</source>
        <translation>以中文显示窗口</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Light text on a dark ground, for the night shift</source>
        <translation>深底浅字，适合夜班</translation>
    </message>
    <message>
        <source>Theme of the computer</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Light or dark as the computer is set</source>
        <translation>随电脑设置显示浅色或深色</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>One size up: small, normal, large</source>
        <translation>大一号：小、中、大</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>One size down: large, normal, small</source>
        <translation>小一号：大、中、小</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>宽松行距</translation>
    </message>
    <message>
        <source>More room between lines</source>
        <translation>行间更疏朗</translation>
    </message>
    <message>
        <source>Dense rows</source>
        <translation>紧凑行距</translation>
    </message>
    <message>
        <source>More lines on the screen</source>
        <translation>一屏显示更多行</translation>
    </message>
</context>
</TS>
