<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Each person signs in with a name and password of their own. What a person wrote stays forever.</source>
        <translation>每人使用自己的登录名和密码；每个人填写的内容永久保留。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>{name} has left</source>
        <translation>{name} 已离职</translation>
    </message>
    <message>
        <source>Closed. Handed over: inquiries {inquiries}, call-backs {callbacks}.</source>
        <translation>已停用。移交：事项 {inquiries} 件，回拨 {callbacks} 个。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>AwaitedCard</name>
    <message>
        <source>Waits for other stations</source>
        <translation>等待其他坐席机</translation>
    </message>
    <message>
        <source>This computer or the hub came back from a backup. Calls of campaigns are granted again once each of these stations has synced, and then this one. What a station that is declared gone may have dialed counts as dialed.</source>
        <translation>本机或中心曾由备份恢复。下列坐席机各同步一次、随后本机同步后，方可继续分配回访活动的呼叫。声明停用的坐席机可能已拨的次数计为已拨。</translation>
    </message>
    <message>
        <source>Station that is awaited</source>
        <translation>待同步的坐席机</translation>
    </message>
    <message>
        <source>It is out of service and calls nobody any more</source>
        <translation>该机已停用，不再外呼</translation>
    </message>
    <message>
        <source>Declare gone</source>
        <translation>声明停用</translation>
    </message>
    <message>
        <source>never heard of</source>
        <translation>从无记录</translation>
    </message>
    <message>
        <source>last heard of {at}</source>
        <translation>最近一次记录 {at}</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>An encrypted copy, read whole and proven before it replaces the last one; seven are kept. Another disk is safer. While this window is open it is made when nobody is with a caller.</source>
        <translation>加密副本，通读并验证无误后才替换上一份；保留七份。放在另一块磁盘更安全。窗口打开时，在无人通话时自动进行。</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>不自动备份</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>每 6 小时</translation>
    </message>
    <message>
        <source>Every 12 hours</source>
        <translation>每 12 小时</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every 2 days</source>
        <translation>每 2 天</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>The last one failed</source>
        <translation>上次失败</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应备份</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Never backed up.</source>
        <translation>尚未备份。</translation>
    </message>
    <message>
        <source>Last backup {at}, {count} records, proven.</source>
        <translation>上次备份 {at}，{count} 条记录，已验证。</translation>
    </message>
    <message>
        <source>None is planned: let the scheduler of the system run “backup”.</source>
        <translation>未安排：请由系统计划任务运行 backup 命令。</translation>
    </message>
    <message>
        <source>The next one comes within minutes.</source>
        <translation>几分钟内进行下一次。</translation>
    </message>
    <message>
        <source>Next one {at}.</source>
        <translation>下次 {at}。</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Write a bundle to</source>
        <extracomment>The ending of a bundle&apos;s name.</extracomment>
        <translation>数据包写出到</translation>
    </message>
    <message>
        <source>Bundle of this center</source>
        <translation>本中心的数据包</translation>
    </message>
    <message>
        <source>Without a line</source>
        <translation>离线交换</translation>
    </message>
    <message>
        <source>A station that never reaches the hub gives and takes files, which open at stations of this center only. A station with a line passes on with its next sync what it took in. Lists of people and documents are in no bundle.</source>
        <translation>无法连接同步中心的坐席机以文件交换记录；文件只能在本中心的坐席机上打开。联网的坐席机导入后，下次同步时转交同步中心。人员名单和文档不在数据包内。</translation>
    </message>
    <message>
        <source>For a station that has never had a line: every record that is here. Otherwise a bundle holds what this station wrote and no hub has yet, and all accounts.</source>
        <translation>供从未联网的坐席机使用：包含本机现有的全部记录。不勾选时，只含本机写下而同步中心尚缺的记录，以及全部账号。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部记录</translation>
    </message>
    <message>
        <source>Write a bundle…</source>
        <translation>写出数据包…</translation>
    </message>
    <message>
        <source>Take a bundle in…</source>
        <translation>导入数据包…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Everything into the bundle</source>
        <translation>数据包包含全部记录</translation>
    </message>
    <message>
        <source>Bundle under way</source>
        <translation>正在处理数据包</translation>
    </message>
    <message>
        <source>Bundles (*.bundle)</source>
        <translation>数据包 (*.bundle)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Writing… records: {count}</source>
        <translation>正在写出… 记录数：{count}</translation>
    </message>
    <message>
        <source>Reading… records: {count}</source>
        <translation>正在导入… 记录数：{count}</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，未写出任何内容。</translation>
    </message>
    <message>
        <source>Stopped; nothing was taken.</source>
        <translation>已停止，未导入任何内容。</translation>
    </message>
    <message>
        <source>Stopped. Records taken in by then: {count}; new here: {new}.</source>
        <translation>已停止。此前导入 {count} 条记录，其中新增 {new} 条。</translation>
    </message>
    <message>
        <source>Take the same bundle in again to go on.</source>
        <translation>再次导入同一数据包即可继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written to {file}.</source>
        <translation>
            <numerusform>已将 %n 条记录写出到 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in. Records in the bundle: {count}; new here: {new}.</source>
        <translation>已导入。数据包记录数：{count}；本机新增：{new}。</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>Calendar to import</source>
        <translation>选择要导入的日历</translation>
    </message>
    <message>
        <source>Write the calendar to</source>
        <translation>日历另存为</translation>
    </message>
    <message>
        <source>Calendars (*.json)</source>
        <translation>日历文件 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>CalendarForm</name>
    <message>
        <source>This is needed</source>
        <extracomment>Where the field of an error stands in the form.</extracomment>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Working time of the week</source>
        <translation>每周工作时间</translation>
    </message>
    <message>
        <source>Days that are different</source>
        <translation>特殊日期</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>新建日历</translation>
    </message>
    <message>
        <source>Edit the calendar {name}</source>
        <translation>编辑日历：{name}</translation>
    </message>
</context>
<context>
    <name>CalendarsPage</name>
    <message>
        <source>Calendars</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>When somebody works. Deadlines are counted on the center&apos;s calendar or on that of a unit.</source>
        <translation>何时上班。时限按中心或承办单位的日历计算。</translation>
    </message>
    <message>
        <source>The center&apos;s</source>
        <translation>本中心使用</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>随程序提供。</translation>
    </message>
    <message>
        <source>Version {number}, saved {day} by {person}. Older versions stay with what they were used for.</source>
        <translation>第 {number} 版，{day}由{person}保存。旧版本继续用于当时的时限。</translation>
    </message>
    <message>
        <source>Saved; due times in an estimated year were computed again: {count}, their owners are told</source>
        <translation>已保存；预估年份的时限已重新计算 {count} 条，将告知经办人</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>CenterPage</name>
    <message>
        <source>Center</source>
        <extracomment>Stands for no calendar of its own: the form has no empty choice.</extracomment>
        <translation>中心</translation>
    </message>
    <message>
        <source>These settings are the same for every person and every station of the center.</source>
        <translation>这些设置对本中心所有人员和坐席机一致。</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Automatic: {name}</source>
        <translation>自动：{name}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>ClosureTable</name>
    <message numerus="yes">
        <source>%n day(s) closed</source>
        <translation>
            <numerusform>休息 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) set already</source>
        <translation>
            <numerusform>已单独设定 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Path copied</source>
        <extracomment>So many missing parts of the database are named.</extracomment>
        <translation>路径已复制</translation>
    </message>
    <message>
        <source>Data and keys</source>
        <translation>数据与密钥</translation>
    </message>
    <message>
        <source>Everything is kept encrypted on this computer.</source>
        <translation>所有数据加密保存在本机。</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Is everything still there?</source>
        <translation>数据是否完好</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Key kept by</source>
        <translation>密钥保管方式</translation>
    </message>
    <message>
        <source>Reads every page of the file and every record of the journal and compares them with their seals. Nothing is changed, and you can go on working.</source>
        <translation>逐页读取数据文件并逐条核对日志记录的校验值。不作任何修改，期间可以继续工作。</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>{count} records read; all of them are as they were written.</source>
        <translation>已核对 {count} 条记录，全部与写入时一致。</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{count} records read; {broken} do not verify, {pages} pages of the file are damaged. Stop writing here, copy the data folder to another disk, and restore the last backup.</source>
        <translation>已核对 {count} 条记录，其中 {broken} 条校验不符，文件有 {pages} 页损坏。请停止录入，将数据文件夹复制到其他磁盘，并恢复最近一次备份。</translation>
    </message>
    <message>
        <source>Missing in the database: {names}. Rebuild the tables below: the journal holds what was there.</source>
        <translation>数据库缺少：{names}。请在下方重建数据表：日志中有原来的内容。</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Needs a decision</source>
        <extracomment>Values that are shown; more than these have never been seen at once, and the next question shows the rest. Milliseconds before a question that took the place of another one is answered: the second of two presses is quicker.</extracomment>
        <translation>需要裁定</translation>
    </message>
    <message>
        <source>→ · Later: show the next one</source>
        <translation>→ · 稍后裁定：显示下一项</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 项，共 {count} 项</translation>
    </message>
    <message>
        <source>Two people set this unseen by each other. Press the number of what stands; the rest stays in history.</source>
        <translation>两人互不知情地修改了此项。请按要保留内容的数字键，其余仍留在历史中。</translation>
    </message>
    <message>
        <source>0 · Keep both texts</source>
        <translation>0 · 两段都保留</translation>
    </message>
    <message>
        <source>0 · All are one person</source>
        <translation>0 · 都是同一人</translation>
    </message>
    <message>
        <source>Two people set this unseen by each other. A supervisor decides which one stands.</source>
        <translation>两人互不知情地修改了此项。由班长裁定保留哪一个。</translation>
    </message>
    <message>
        <source>Two people set this unseen by each other. An administrator decides which one stands.</source>
        <translation>两人互不知情地修改了此项。由管理员裁定保留哪一个。</translation>
    </message>
    <message>
        <source>One deleted this while another changed it. It stands until you press the number of what holds; the rest stays in history.</source>
        <translation>一人删除，另一人同时作了修改。按编号决定之前，记录照常显示；未采用的一方留在历史中。</translation>
    </message>
    <message>
        <source>this station</source>
        <translation>本坐席机</translation>
    </message>
    <message>
        <source>another station</source>
        <translation>其他坐席机</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Keep it deleted</source>
        <translation>维持删除</translation>
    </message>
    <message>
        <source>Keep it: {told}</source>
        <translation>保留：{told}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>系统自动</translation>
    </message>
</context>
<context>
    <name>DutyPage</name>
    <message>
        <source>This is needed.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>Duty days</source>
        <translation>值班日</translation>
    </message>
    <message>
        <source>Practice comes due on days that people work. Why somebody is away is written down nowhere.</source>
        <translation>练习安排在上班的日子到期。不记录任何人不上班的原因。</translation>
    </message>
    <message>
        <source>People and their duty days</source>
        <translation>人员与值班日</translation>
    </message>
    <message>
        <source>Nobody practices yet</source>
        <translation>尚无参加练习的人员</translation>
    </message>
    <message>
        <source>Make accounts first.</source>
        <translation>请先建立账号。</translation>
    </message>
    <message>
        <source>Works on</source>
        <translation>上班日</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the duty days</source>
        <translation>保存值班日</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>DutyTable</name>
    <message>
        <source>works</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>ExceptionList</name>
    <message>
        <source>Days that are different</source>
        <translation>特殊日期</translation>
    </message>
    <message>
        <source>Entries of the list of closures</source>
        <translation>休息日清单的条目</translation>
    </message>
    <message>
        <source>Add day</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import closures…</source>
        <translation>导入休息日…</translation>
    </message>
    <message>
        <source>Close these days</source>
        <translation>设为休息</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>They win over the week and over the public holidays.</source>
        <translation>优先于每周时间和节假日。</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>List of closures</source>
        <translation>休息日清单</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日历文件 (*.ics)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>Hub</source>
        <extracomment>So often an open page looks for syncs of other programs: the night&apos;s schedule, the command line.</extracomment>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Stations that belong together sync with a hub, and work without it.</source>
        <translation>同属一处的坐席机与同步中心同步，断网时照常工作。</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本坐席机</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sync under way</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>This station is {station} of {center} now. The first sync is under way.</source>
        <translation>本坐席机现为{center}的{station}，正在进行首次同步。</translation>
    </message>
    <message>
        <source>Syncing… records: {count}</source>
        <translation>正在同步……记录 {count} 条</translation>
    </message>
    <message>
        <source>Giving lists and documents… parts: {count}</source>
        <translation>正在送交名单和文件…… 部分：{count}</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步……</translation>
    </message>
    <message>
        <source>Failed {at}: {why}</source>
        <translation>失败（{at}）：{why}</translation>
    </message>
    <message>
        <source>Done. Records sent: {pushed}; brought: {pulled}.</source>
        <translation>完成：发出 {pushed} 条，取回 {pulled} 条。</translation>
    </message>
    <message>
        <source>Lists and documents that the next sync goes on with: {count}.</source>
        <translation>下次同步继续送交的名单和文件：{count}。</translation>
    </message>
    <message>
        <source>Accounts that are the center&apos;s now, with its passwords: {names}.</source>
        <translation>下列账号现属中心，须用中心的密码登录：{names}。</translation>
    </message>
    <message>
        <source>Conflicts in the last {records} saves: {count}; for 1,000: {rate}. Undecided: {waiting}.</source>
        <translation>最近 {records} 次保存中冲突 {count} 项，每千次 {rate} 项；待裁定 {waiting} 项。</translation>
    </message>
    <message>
        <source>Half of those have waited for {span} or more.</source>
        <translation>其中一半已等待{span}以上。</translation>
    </message>
    <message>
        <source>It has waited for {span}.</source>
        <translation>已等待{span}。</translation>
    </message>
    <message>
        <source>{station} of {center}. Never synced; records that wait: {count}.</source>
        <translation>{center} 的 {station}。尚未同步过，{count} 条记录等待发出。</translation>
    </message>
    <message>
        <source>{station} of {center}. Last sync {at}; records that wait: {count}.</source>
        <translation>{center} 的 {station}。最近同步 {at}，{count} 条记录等待发出。</translation>
    </message>
    <message>
        <source>Mark of this computer: {mark}.</source>
        <translation>本机标识：{mark}。</translation>
    </message>
    <message>
        <source>While the hub is away, calls are divided by the roster of {day}; people on it: {count}.</source>
        <translation>同步中心连不上时，按 {day} 的名单分配回访，名单上共 {count} 人。</translation>
    </message>
    <message>
        <source>Stopped. What has gone over stays; the next sync goes on from there.</source>
        <translation>已停止。已传送的保留，下次同步从此处继续。</translation>
    </message>
    <message>
        <source>Accounts of this computer that are closed at the center: {names}. Sign in with one of the center.</source>
        <translation>本机的下列账号在中心已停用：{names}。请用中心的账号登录。</translation>
    </message>
    <message>
        <source>This station belongs to no hub. An administrator lets it in with an enrollment file.</source>
        <translation>本坐席机尚未加入同步中心。由管理员凭登记文件加入。</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Enrollment file</source>
        <translation>登记文件</translation>
    </message>
    <message>
        <source>Enrollment files (*.json)</source>
        <translation>登记文件 (*.json)</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>加入同步中心</translation>
    </message>
    <message>
        <source>The administrator of the hub made an enrollment file for this station and a code that opens it. The first sync then brings everything that the center has.</source>
        <translation>同步中心的管理员为本坐席机制作了登记文件和打开它的口令。加入后，首次同步会取来本中心的全部内容。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Code of the enrollment file</source>
        <translation>登记文件的口令</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Where the center has an administrator already, accounts of this computer that it does not have are closed then: {names}. Sign in with an account of the center afterward; its administrator can open them again.</source>
        <translation>若中心已有管理员，届时将停用本机上中心没有的账号：{names}。之后请用中心的账号登录；中心管理员可重新启用这些账号。</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>Database key</source>
        <translation>数据库密钥</translation>
    </message>
    <message>
        <source>The recovery sheet opens the data on another computer. It was printed when this installation was set up or its key was changed last; keep it away from the computer. Without key and sheet nobody can read the data again.</source>
        <translation>恢复单可在另一台电脑上打开数据。它在本安装设置时或最近一次更换密钥时打印；请与电脑分开保存。没有密钥和恢复单，任何人都无法再读取数据。</translation>
    </message>
    <message>
        <source>Change the key when a sheet was lost or somebody saw it. You are signed out, keep a new sheet, and every page is encrypted anew. Backups from before go on needing the old sheet.</source>
        <translation>恢复单遗失或被他人看到时，请更换密钥。您将退出登录、保存新的恢复单，随后每一页都会重新加密。更换之前的备份仍需旧恢复单。</translation>
    </message>
    <message>
        <source>Change the database key…</source>
        <translation>更换数据库密钥…</translation>
    </message>
</context>
<context>
    <name>LadderForm</name>
    <message>
        <source>This is needed</source>
        <extracomment>As many as there are steps: each promise has a line of its own.</extracomment>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation>{name} 的新版本</translation>
    </message>
    <message>
        <source>New ladder</source>
        <translation>新的督办阶梯</translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>every inquiry</source>
        <translation>全部诉求</translation>
    </message>
    <message>
        <source>{promise}: {steps}</source>
        <translation>{promise}：{steps}</translation>
    </message>
    <message>
        <source>at the due time</source>
        <translation>到期时</translation>
    </message>
    <message>
        <source>{span} after</source>
        <translation>到期后 {span}</translation>
    </message>
    <message>
        <source>{span} before</source>
        <translation>到期前 {span}</translation>
    </message>
    <message>
        <source>the center&apos;s</source>
        <translation>中心日历</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>已于 {day} 结束</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随附</translation>
    </message>
</context>
<context>
    <name>LaddersPage</name>
    <message>
        <source>Supervision ladder</source>
        <translation>督办阶梯</translation>
    </message>
    <message>
        <source>At which points before and after a due time somebody is reminded, urged, supervised, or made known to all. The most specific ladder counts; each rung fires once for each promise.</source>
        <translation>在到期前后的哪些时点提醒、催办、督办、通报。最具体的阶梯优先；每个时限的每一级只触发一次。</translation>
    </message>
    <message>
        <source>Ladders</source>
        <translation>督办阶梯列表</translation>
    </message>
    <message>
        <source>No ladder yet</source>
        <translation>尚无督办阶梯</translation>
    </message>
    <message>
        <source>Without one, nobody is reminded by the program.</source>
        <translation>没有阶梯时，程序不会自动提醒。</translation>
    </message>
</context>
<context>
    <name>LetterheadCard</name>
    <message>
        <source>Letterhead of documents</source>
        <extracomment>Pixels that the logo is shown in.</extracomment>
        <translation>报告页眉页脚</translation>
    </message>
    <message>
        <source>Stands on every page of a report. PNG or JPEG, at most 256 KB.</source>
        <translation>显示在报告的每一页。标识为 PNG 或 JPEG，不超过 256 KB。</translation>
    </message>
    <message>
        <source>At the head</source>
        <translation>页眉文字</translation>
    </message>
    <message>
        <source>Empty: name of the center and its line</source>
        <translation>留空：中心名称与热线号</translation>
    </message>
    <message>
        <source>At the foot</source>
        <translation>页脚文字</translation>
    </message>
    <message>
        <source>Such as address and telephone</source>
        <translation>如地址、电话</translation>
    </message>
    <message>
        <source>Choose logo…</source>
        <translation>选择标识…</translation>
    </message>
    <message>
        <source>Remove logo</source>
        <translation>移除标识</translation>
    </message>
    <message>
        <source>Save letterhead</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>图片 (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>MyAccount</name>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
    <message>
        <source>Looks are kept for you on this computer.</source>
        <translation>外观设置按个人保存在本机。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>How the window looks</source>
        <translation>窗口外观</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
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
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Duty days: {week}</source>
        <translation>值班日：{week}</translation>
    </message>
    <message>
        <source>off {days}</source>
        <translation>休息 {days}</translation>
    </message>
    <message>
        <source>besides {days}</source>
        <translation>另外上班 {days}</translation>
    </message>
    <message>
        <source>Signs in as {name}</source>
        <translation>登录名：{name}</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已修改</translation>
    </message>
    <message>
        <source>The present password is not right</source>
        <translation>当前密码不正确</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>PasswordLines</name>
    <message>
        <source>At least {count} characters</source>
        <translation>至少 {count} 个字符</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>两次输入不一致</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Show the passwords while held down</source>
        <translation>按住显示密码</translation>
    </message>
</context>
<context>
    <name>PastBatches</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>已有的导入</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤回</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>尚未导入过</translation>
    </message>
    <message>
        <source>Choose a file of your former system: its rows are shown before anything is added.</source>
        <translation>请选择原系统的文件：先显示各行，确认后才写入。</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>确定撤回</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Every inquiry of {source} goes; those that somebody worked on since stay.</source>
        <translation>将撤回“{source}”带来的全部诉求；导入后已有人办理的保留。</translation>
    </message>
    <message>
        <source>It ended before it was done: import the file again, and it goes on.</source>
        <translation>上次导入未完成：再次导入该文件即可接着进行。</translation>
    </message>
</context>
<context>
    <name>PastFile</name>
    <message>
        <source>Sheet</source>
        <extracomment>From this width on all columns stand beside each other.</extracomment>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Sheet of the workbook</source>
        <translation>工作簿中的工作表</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>来源名称</translation>
    </message>
    <message>
        <source>System that the numbers come from</source>
        <translation>编号所属的系统</translation>
    </message>
    <message>
        <source>The same number of the same source is the same inquiry; of another source it is another one.</source>
        <translation>同一来源的同一编号视为同一诉求；不同来源的相同编号视为不同诉求。</translation>
    </message>
    <message>
        <source>Take over what known rows say anew</source>
        <translation>已有诉求按新内容更新</translation>
    </message>
    <message>
        <source>First rows as they would be taken</source>
        <translation>前若干行导入后的样子</translation>
    </message>
    <message>
        <source>workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>{file}: {count} rows, read as {how}.</source>
        <translation>{file}：共 {count} 行，按 {how} 读取。</translation>
    </message>
    <message>
        <source>Of the first {looked} rows {refused} would not be taken.</source>
        <translation>前 {looked} 行中有 {refused} 行不会导入。</translation>
    </message>
    <message>
        <source>No field takes: {columns}.</source>
        <translation>未使用的列：{columns}。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them (is/are) open and overdue: (it/they) will be listed as overdue, but the supervision ladder does not fire for what was passed before the import.</source>
        <translation>
            <numerusform>其中 %n 行仍未办结且已超时：将列为超时，但导入之前已错过的督办节点不再触发。</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a column for the opening, all count as opened now.</source>
        <translation>未指定受理时间列，全部按现在受理计。</translation>
    </message>
    <message>
        <source>03/04 is read as 3 April.</source>
        <translation>03/04 读作 4 月 3 日。</translation>
    </message>
    <message>
        <source>03/04 is read as 4 March.</source>
        <translation>03/04 读作 3 月 4 日。</translation>
    </message>
</context>
<context>
    <name>PastPage</name>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.gz *.xlsx)</source>
        <translation>表格 (*.csv *.tsv *.txt *.gz *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Past inquiries</source>
        <translation>历史诉求</translation>
    </message>
    <message>
        <source>Bring in what a former system or a list knows (CSV, workbook); every row is reported.</source>
        <translation>导入原系统或台账中的诉求（CSV、工作簿）；每一行都有结果。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 行写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>{gone} inquiries taken back; {kept} stay, because somebody worked on them.</source>
        <translation>已撤回 {gone} 条诉求；{kept} 条因已有人办理而保留。</translation>
    </message>
    <message>
        <source>It was stopped; take it back once more for the rest.</source>
        <translation>已停止；再次撤回可继续处理其余部分。</translation>
    </message>
    <message>
        <source>{source}: {added} added, {unchanged} as before, {updated} taken over anew, {differs} known that say something else, {refused} refused.</source>
        <translation>{source}：新增 {added}，未变 {unchanged}，已更新 {updated}，已存在但内容不同 {differs}，未导入 {refused}。</translation>
    </message>
    <message>
        <source>It was stopped; what is added can be taken back.</source>
        <translation>已停止；已导入的部分可以撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n (is/are) open and overdue, and listed so; the supervision ladder does not fire for what was passed before the import.</source>
        <translation>
            <numerusform>其中 %n 件仍未办结且已超时，照列为超时；导入之前已错过的督办节点不再触发。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastReport</name>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Rows that are worth a look</source>
        <translation>需要留意的行</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>Closed on {day}</source>
        <translation>{day} 停用</translation>
    </message>
    <message>
        <source>Last day {day}</source>
        <translation>最后一天 {day}</translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation>可登录</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>A name to sign in with is needed</source>
        <translation>请填写登录名</translation>
    </message>
    <message>
        <source>Choose at least one role</source>
        <translation>请至少选择一个角色</translation>
    </message>
    <message>
        <source>Somebody signs in with this name already</source>
        <translation>该登录名已被使用</translation>
    </message>
    <message>
        <source>Somebody must remain who manages accounts</source>
        <translation>至少保留一名系统管理员</translation>
    </message>
    <message>
        <source>At most 12 languages, each a word of at most 30 characters</source>
        <translation>最多 12 种语言，每种不超过 30 个字符</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>such as wang</source>
        <translation>例如 wang</translation>
    </message>
    <message>
        <source>as colleagues read it</source>
        <translation>同事看到的姓名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>会说的语言</translation>
    </message>
    <message>
        <source>zh_CN en, and dialects such as Hakka</source>
        <translation>zh_CN en，以及方言，如客家话</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>Roles and languages of {name}</source>
        <translation>{name} 的角色与语言</translation>
    </message>
    <message>
        <source>New password for {name}</source>
        <translation>为 {name} 设置新密码</translation>
    </message>
</context>
<context>
    <name>PersonPlace</name>
    <message>
        <source>Nobody in particular: whoever takes it</source>
        <translation>不指定：谁接手谁处理</translation>
    </message>
    <message>
        <source>No unit</source>
        <translation>不属于任何单位</translation>
    </message>
    <message>
        <source>{name} leaves</source>
        <translation>{name} 离职</translation>
    </message>
    <message>
        <source>Unit of {name}</source>
        <translation>{name} 所属单位</translation>
    </message>
    <message>
        <source>The account closes after the last day, without one now. What {name} wrote stays; open inquiries and call-backs go to a colleague then.</source>
        <translation>账号在最后一天结束后停用，不填则立即停用。{name} 写过的内容保留；届时未办结诉求与回拨移交同事。</translation>
    </message>
    <message>
        <source>Some rights reach the inquiries of one&apos;s own unit.</source>
        <translation>有些权限只及于本单位的事项。</translation>
    </message>
    <message>
        <source>Open work goes to</source>
        <translation>未办事项移交给</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>Deadlines</source>
        <translation>时限规则</translation>
    </message>
    <message>
        <source>What is promised about time. The most specific policy counts for each promise; a change is a new version, and what already runs keeps the one that it was promised by.</source>
        <translation>对时限的承诺。每项承诺以最具体的规则为准；修改即产生新版本，正在计时的诉求沿用原版本。</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>时限规则</translation>
    </message>
    <message>
        <source>No policies yet</source>
        <translation>暂无时限规则</translation>
    </message>
    <message>
        <source>Without one, due times are set by hand.</source>
        <translation>没有规则时，时限由人工设定。</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>New version of {name}</source>
        <translation>{name} 的新版本</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>新规则</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>every inquiry</source>
        <translation>全部诉求</translation>
    </message>
    <message>
        <source>the center&apos;s</source>
        <translation>中心日历</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>已于 {day} 结束</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随附</translation>
    </message>
</context>
<context>
    <name>QuestionnairesPage</name>
    <message>
        <source>Questionnaires</source>
        <extracomment>How long the typing rests before the file is checked again. Letters of a title that are read in the list of questionnaires.</extracomment>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Publishing makes a new version; interviews that have begun go on with theirs.</source>
        <translation>发布即生成新版本；已开始的访问继续使用原版本。</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>File of the questionnaire</source>
        <translation>问卷文件</translation>
    </message>
    <message>
        <source>What is wrong; Enter goes there</source>
        <translation>检查结果；按回车定位</translation>
    </message>
    <message>
        <source>How it is read out</source>
        <translation>朗读预览</translation>
    </message>
    <message>
        <source>New questionnaire</source>
        <translation>新建问卷</translation>
    </message>
    <message>
        <source>Begin with an opening, consent and two questions; undo brings back what was here</source>
        <translation>从开场、知情同意和两道题开始；撤销可恢复原有内容</translation>
    </message>
    <message>
        <source>Add an item of this kind behind the cursor</source>
        <translation>在光标所在题目后添加该类题目</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>添加题目…</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Make this the version by which people are asked from now on</source>
        <translation>今后访问使用此版本</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>检查通过，没有问题。</translation>
    </message>
    <message>
        <source>{expected} is missing</source>
        <translation>缺少 {expected}</translation>
    </message>
    <message>
        <source>{found} stands where {expected} belongs</source>
        <translation>此处为 {found}，应为 {expected}</translation>
    </message>
    <message>
        <source>Published as version {number}</source>
        <translation>已发布为第 {number} 版</translation>
    </message>
</context>
<context>
    <name>ReadingsPage</name>
    <message>
        <source>Read log</source>
        <translation>访问日志</translation>
    </message>
    <message>
        <source>Who opened records, saw whole numbers and took rows out, at this station. Nobody can change it. Enter opens the inquiry that a line is about.</source>
        <translation>本坐席机上谁查看了记录、看了完整号码、导出了数据。任何人都不能更改。按回车打开该行涉及的诉求。</translation>
    </message>
    <message>
        <source>Readings, the newest first</source>
        <translation>访问记录，最新在前</translation>
    </message>
    <message>
        <source>Nobody has read anything yet</source>
        <translation>还没有访问记录</translation>
    </message>
    <message>
        <source>It is written down by itself.</source>
        <translation>系统自动记录。</translation>
    </message>
    <message>
        <source>No inquiry belongs to this line.</source>
        <translation>此行没有对应的诉求。</translation>
    </message>
</context>
<context>
    <name>RebuildCard</name>
    <message>
        <source>Do the tables say what the journal says?</source>
        <translation>数据表与日志一致吗？</translation>
    </message>
    <message>
        <source>Throws every table away and makes it anew from the journal, and names those that had said something else. Nobody can save here meanwhile; a million records take some minutes. Check first.</source>
        <translation>丢弃全部数据表并依日志重建，列出此前不一致的表。期间本机无法保存；百万条记录约需数分钟。请先检查。</translation>
    </message>
    <message>
        <source>Rebuild the tables</source>
        <translation>重建数据表</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rebuild under way</source>
        <translation>正在重建</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>{count} records read. These tables had said something else: {tables}.</source>
        <translation>已读取 {count} 条记录。以下数据表此前不一致：{tables}。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{count} records read. Every table says what it said before.</source>
        <translation>已读取 {count} 条记录，全部数据表与之前一致。</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>{field} is missing</source>
        <translation>缺少{field}</translation>
    </message>
    <message>
        <source>{field} is longer than {limit} characters</source>
        <translation>{field}超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>The code stands in line {line} already</source>
        <translation>编码与第 {line} 行重复</translation>
    </message>
    <message>
        <source>{field} cannot be “{value}”</source>
        <translation>{field}不能为“{value}”</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>What it handles</source>
        <translation>受理范围</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Responsible leader</source>
        <translation>包保领导</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Works on the system</source>
        <translation>接入系统</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>What would be due?</source>
        <translation>哪些会到期？</translation>
    </message>
    <message>
        <source>Keep so long</source>
        <translation>按此期限保存</translation>
    </message>
    <message>
        <source>Keep forever</source>
        <translation>永久保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days after the matter ended</source>
        <translation>事项结束后的天数</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Redacted {count} records for good</source>
        <translation>已永久清除 {count} 条记录</translation>
    </message>
    <message>
        <source>Redact {count} records for good</source>
        <translation>永久清除 {count} 条记录</translation>
    </message>
    <message>
        <source>Redact all that is due ({count})…</source>
        <translation>清除全部到期记录（{count}）…</translation>
    </message>
    <message>
        <source>Nothing is redacted before you say so below; it cannot be taken back.</source>
        <translation>只有在下方确认后才会清除；清除后不可恢复。</translation>
    </message>
    <message>
        <source>With {days} days, nothing would be due.</source>
        <translation>按 {days} 天，没有到期的记录。</translation>
    </message>
    <message>
        <source>With {days} days, due would be: {parts}</source>
        <translation>按 {days} 天，到期的有：{parts}</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>Retention</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>How long records that tell of people are kept after their matter ended. Redacting takes names, numbers and free text out for good; figures and the proof that nothing was changed stay.</source>
        <translation>涉及个人的记录在事项结束后保存多久。清除会永久去掉姓名、号码和文字内容；统计数字和未被篡改的证明保留。</translation>
    </message>
    <message>
        <source>Kinds of records</source>
        <translation>记录种类</translation>
    </message>
</context>
<context>
    <name>RetentionTable</name>
    <message>
        <source>forever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
</context>
<context>
    <name>RightPage</name>
    <message>
        <source>Routed right first time</source>
        <translation>一次派准率</translation>
    </message>
    <message>
        <source>A first dispatch is right when its unit took the inquiry on and it was not moved elsewhere (KPI 2). Enter opens the inquiry of a row.</source>
        <translation>首次派单正确：承办单位受理，且未再转派（KPI 2）。按回车打开该行的诉求。</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Results to list</source>
        <translation>列出的结果</translation>
    </message>
    <message>
        <source>First dispatches</source>
        <translation>首次派单</translation>
    </message>
    <message>
        <source>No first dispatch of this kind</source>
        <translation>没有此类首次派单</translation>
    </message>
    <message>
        <source>Choose another stretch of time or another result.</source>
        <translation>请选择其他时间范围或结果。</translation>
    </message>
    <message>
        <source>{right} right of {judged}: right ÷ (right + wrong unit)</source>
        <translation>派准 {right} / 共 {judged}：派准 ÷（派准 + 派错单位）</translation>
    </message>
    <message>
        <source>Left out: {parts}</source>
        <translation>未计入：{parts}</translation>
    </message>
    <message>
        <source>With a suggestion: {suggested}, of which {taken} went there</source>
        <translation>有建议 {suggested} 条，其中采纳 {taken} 条</translation>
    </message>
    <message>
        <source>; otherwise: {reasons}</source>
        <translation>；未采纳：{reasons}</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>What each role may do, and how far: “own” is one&apos;s own records and nobody&apos;s, “own and unit” also those of one&apos;s unit, “all” everybody&apos;s. Several roles add up. The program checks every step by this.</source>
        <translation>各角色可做什么、范围多大：“本人”指本人及无人负责的记录，“本人及本单位”还含本单位的，“全部”指所有人的。多个角色合并计算。程序每一步都按此表检查。</translation>
    </message>
    <message>
        <source>Rights by role</source>
        <translation>按角色的权限</translation>
    </message>
</context>
<context>
    <name>RoleBoxes</name>
    <message>
        <source>takes contacts, works on inquiries, calls back</source>
        <translation>接听受理、办理工单、回拨</translation>
    </message>
    <message>
        <source>also hands over others&apos; inquiries, imports, manages units</source>
        <translation>另可移交他人工单、导入数据、维护承办单位</translation>
    </message>
    <message>
        <source>writes and approves scripts</source>
        <translation>编写和审核标准话术</translation>
    </message>
    <message>
        <source>manages accounts, units and settings</source>
        <translation>管理账号、承办单位和设置</translation>
    </message>
    <message>
        <source>{role}: {does}</source>
        <translation>{role}：{does}</translation>
    </message>
</context>
<context>
    <name>RuleDesk</name>
    <message>
        <source>Published as version {version}</source>
        <translation>已发布为第 {version} 版</translation>
    </message>
    <message>
        <source>{text}. Rules that never fire: {names}</source>
        <translation>{text}。以下规则永远不会触发：{names}</translation>
    </message>
    <message>
        <source>Kept; nothing decides before it is published.</source>
        <translation>已保存；发布前不生效。</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>RuleFiles</name>
    <message>
        <source>Rules to import</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Write the rules to</source>
        <translation>规则写入</translation>
    </message>
    <message>
        <source>Routing rules (*.json)</source>
        <translation>派单规则 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Write it as 08:30-12:00</source>
        <translation>请写成 08:30-12:00</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>编辑规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Routing rules</source>
        <translation>派单规则</translation>
    </message>
    <message>
        <source>The first rule that fits says where an inquiry goes. Where none fits, past dispatches suggest.</source>
        <translation>自上而下第一条命中的规则决定派往何处；无规则命中时，依据历史派单给出建议。</translation>
    </message>
    <message>
        <source>Table of rules</source>
        <translation>规则表</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>Add the first one; try it on past inquiries before it decides anything.</source>
        <translation>添加第一条规则；生效前可先用历史诉求试运行。</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新规则…</translation>
    </message>
    <message>
        <source>Of {looked} past inquiries a rule decides {fired}; right in {agreed} of {judged}.</source>
        <translation>{looked} 条历史诉求中 {fired} 条命中规则；可比的 {judged} 条里 {agreed} 条一致。</translation>
    </message>
    <message>
        <source>An older version, only to be looked at. Version {number} is in force.</source>
        <translation>旧版本，仅供查看。当前生效第 {number} 版。</translation>
    </message>
    <message>
        <source>Changes wait to be published; until then the former rules decide.</source>
        <translation>有改动尚未发布；发布前仍按原规则派单。</translation>
    </message>
    <message>
        <source>Version {number} is in force.</source>
        <translation>第 {number} 版生效中。</translation>
    </message>
</context>
<context>
    <name>RulesTable</name>
    <message>
        <source>outside {calendar}</source>
        <translation>{calendar} 之外</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>fires {fired}, right {agreed} of {judged}</source>
        <translation>触发 {fired}，一致 {agreed}/{judged}</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Settings</source>
        <extracomment>Sections whose tables fill the pane and scroll themselves. A log says sentences, and a questionnaire stands beside its preview: they take all the width there is.</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分类</translation>
    </message>
</context>
<context>
    <name>SyncLogCard</name>
    <message>
        <source>Latest syncs</source>
        <translation>最近的同步</translation>
    </message>
    <message>
        <source>Latest syncs, the newest first</source>
        <translation>最近的同步，新的在前</translation>
    </message>
    <message>
        <source>No sync yet</source>
        <translation>还没有同步过</translation>
    </message>
    <message>
        <source>The first one brings everything of the center.</source>
        <translation>第一次同步会取回本中心的全部数据。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已送交</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Lists and documents given to the hub: {told}</source>
        <translation>已送交中心的名单和文件：{told}</translation>
    </message>
    <message>
        <source>Lists and documents still to give: {told}</source>
        <translation>待送交的名单和文件：{told}</translation>
    </message>
    <message>
        <source>The hub is too old for lists and documents: {told}</source>
        <translation>中心版本过旧，无法接收名单和文件：{told}</translation>
    </message>
    <message>
        <source>Accounts closed that the center does not have: {told}</source>
        <translation>停用了中心没有的账号：{told}</translation>
    </message>
    <message>
        <source>Still differs from the hub: {told}</source>
        <translation>与同步中心仍不一致：{told}</translation>
    </message>
    <message>
        <source>Rows put aside: {told}</source>
        <translation>搁置的记录：{told}</translation>
    </message>
    <message>
        <source>Given back to the hub: {told}</source>
        <translation>补还同步中心：{told}</translation>
    </message>
    <message>
        <source>The hub had lost some; chains read again: {told}</source>
        <translation>同步中心有缺失，重新读取的链：{told}</translation>
    </message>
    <message>
        <source>Went on under a new origin: a copy or a backup</source>
        <translation>改用新的来源编号：磁盘是副本或来自备份</translation>
    </message>
    <message>
        <source>This clock is off by {told} s</source>
        <translation>本机时钟偏差 {told} 秒</translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message>
        <source>Trial under way</source>
        <translation>正在试运行</translation>
    </message>
</context>
<context>
    <name>UndecidedCard</name>
    <message>
        <source>Undecided for too long</source>
        <extracomment>Lines that are shown; the count says how many there are.</extracomment>
        <translation>久未裁定</translation>
    </message>
    <message>
        <source>A supervisor decides these, at any station: Settings, Hub.</source>
        <translation>由班长在任一坐席机裁定：设置 › 同步中心。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>{what}, since {at}</source>
        <translation>{what}，自 {at} 起</translation>
    </message>
</context>
<context>
    <name>UnitExport</name>
    <message>
        <source>Write the units to</source>
        <translation>单位另存为</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>The center&apos;s</source>
        <extracomment>Stands for no calendar of its own: the form has no empty choice.</extracomment>
        <translation>中心日历</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>此项必填</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit unit {code}</source>
        <translation>编辑单位 {code}</translation>
    </message>
    <message>
        <source>New unit</source>
        <translation>新建单位</translation>
    </message>
</context>
<context>
    <name>UnitImport</name>
    <message>
        <source>Import units</source>
        <translation>导入承办单位</translation>
    </message>
    <message>
        <source>CSV or Excel file: type its path, drop it here, or choose it</source>
        <translation>CSV 或 Excel 文件：输入路径、拖放到此处或点击选择</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Column for {field}</source>
        <translation>{field}对应的列</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件前几行</translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Units to import</source>
        <translation>选择承办单位文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.gz *.xlsx)</source>
        <translation>表格 (*.csv *.tsv *.txt *.gz *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Added {added}, updated {updated}, unchanged {unchanged}, rejected {rejected}</source>
        <translation>新增 {added}，更新 {updated}，无变化 {unchanged}，未导入 {rejected}</translation>
    </message>
    <message>
        <source>Say which column holds the code.</source>
        <translation>请指定编码所在的列。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in the file</source>
        <translation>
            <numerusform>文件共 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitSearch</name>
    <message>
        <source>Name, code, telephone, area</source>
        <extracomment>Lines of the table, its headings among them, that stay beside a question.</extracomment>
        <translation>名称、编码、电话、区域</translation>
    </message>
    <message>
        <source>Search units</source>
        <translation>搜索承办单位</translation>
    </message>
</context>
<context>
    <name>UnitTable</name>
    <message>
        <source>The system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Dispatch notes</source>
        <translation>派单函</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Departments, hospitals and persons that an inquiry can be handed to.</source>
        <translation>可派单的科室、医院和人员。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 个单位写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>No unit fits</source>
        <translation>没有符合的单位</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No units yet</source>
        <translation>尚无承办单位</translation>
    </message>
    <message>
        <source>Add them one by one, or import the list that you have as CSV or Excel.</source>
        <translation>可逐个新建，或导入现有的 CSV、Excel 名单。</translation>
    </message>
    <message>
        <source>Import units…</source>
        <translation>导入单位…</translation>
    </message>
    <message>
        <source>A supervisor or an administrator adds them.</source>
        <translation>由班长或系统管理员维护。</translation>
    </message>
</context>
<context>
    <name>VersionChoice</name>
    <message>
        <source>As worked on</source>
        <translation>编辑中的版本</translation>
    </message>
    <message>
        <source>Version of the table</source>
        <translation>规则表版本</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>was in force</source>
        <translation>曾生效</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Saved</source>
        <extracomment>Lines of the table, its headings among them, that stay beside the question.</extracomment>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>YearPanel</name>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Arrow keys go from day to day, N and P to the next and previous different day.</source>
        <translation>方向键逐日移动，N 和 P 跳到后一个、前一个特殊日。</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>预估</translation>
    </message>
    <message>
        <source>The official schedule of this year is not published yet: moved and make-up days are missing.</source>
        <translation>本年放假安排尚未公布：缺少调休和补班日期。</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>New person…</source>
        <translation>新建人员…</translation>
    </message>
    <message>
        <source>Make an account for somebody, with roles and a first password</source>
        <translation>建立账号，设置角色和初始密码</translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation>修改角色…</translation>
    </message>
    <message>
        <source>Choose what the person does at the hotline</source>
        <translation>选择此人在热线的职责</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>重置密码…</translation>
    </message>
    <message>
        <source>Give a password to somebody who has forgotten it</source>
        <translation>为忘记密码的人员设置新密码</translation>
    </message>
    <message>
        <source>Unit…</source>
        <translation>所属单位…</translation>
    </message>
    <message>
        <source>Say to which unit the person belongs: some rights reach its inquiries</source>
        <translation>指定此人所属单位：有些权限只及于该单位的事项</translation>
    </message>
    <message>
        <source>Leaves…</source>
        <translation>离职…</translation>
    </message>
    <message>
        <source>Close the account of somebody who goes, and hand their open work over</source>
        <translation>停用离职人员的账号，并移交其未办事项</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用账号</translation>
    </message>
    <message>
        <source>The person can no longer sign in; what they wrote stays</source>
        <translation>此人不能再登录，其填写内容保留</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>恢复账号</translation>
    </message>
    <message>
        <source>Let the person sign in again</source>
        <translation>允许此人重新登录</translation>
    </message>
    <message>
        <source>New unit…</source>
        <translation>新建单位…</translation>
    </message>
    <message>
        <source>Add a department or a hospital that can be asked</source>
        <translation>添加可派单的科室或医院</translation>
    </message>
    <message>
        <source>Edit unit…</source>
        <translation>编辑单位…</translation>
    </message>
    <message>
        <source>Change its name, telephone number, duties …</source>
        <translation>修改名称、电话、受理范围等</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用单位</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用单位</translation>
    </message>
    <message>
        <source>Offer the unit again</source>
        <translation>重新列入可选单位</translation>
    </message>
    <message>
        <source>Export units…</source>
        <translation>导出单位…</translation>
    </message>
    <message>
        <source>Write all of them to a CSV or Excel file that can be imported again</source>
        <translation>将全部单位写入 CSV 或 Excel 文件，可再次导入</translation>
    </message>
    <message>
        <source>New calendar…</source>
        <translation>新建日历…</translation>
    </message>
    <message>
        <source>Make a calendar that begins as the chosen one</source>
        <translation>以所选日历为起点新建</translation>
    </message>
    <message>
        <source>Edit calendar…</source>
        <translation>编辑日历…</translation>
    </message>
    <message>
        <source>Change hours, holidays and days; what is saved becomes a new version</source>
        <translation>修改时间、节假日和特殊日期；保存后成为新版本</translation>
    </message>
    <message>
        <source>Use for the center</source>
        <translation>设为中心日历</translation>
    </message>
    <message>
        <source>Count the center&apos;s deadlines on the chosen calendar</source>
        <translation>中心的时限按所选日历计算</translation>
    </message>
    <message>
        <source>Import calendar…</source>
        <translation>导入日历…</translation>
    </message>
    <message>
        <source>Read a calendar from its JSON file</source>
        <translation>从 JSON 文件读取日历</translation>
    </message>
    <message>
        <source>Export calendar…</source>
        <translation>导出日历…</translation>
    </message>
    <message>
        <source>Write the chosen calendar to a JSON file</source>
        <translation>将所选日历写入 JSON 文件</translation>
    </message>
    <message>
        <source>New policy…</source>
        <translation>新规则…</translation>
    </message>
    <message>
        <source>Promise something about time for some inquiries</source>
        <translation>为部分诉求设定时限</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>新版本…</translation>
    </message>
    <message>
        <source>Change the chosen policy from now on; what already runs keeps its own</source>
        <translation>自现在起修改所选规则；正在计时的诉求沿用原版本</translation>
    </message>
    <message>
        <source>End today</source>
        <translation>今日结束</translation>
    </message>
    <message>
        <source>Today is the last day on which the chosen policy counts for new inquiries</source>
        <translation>今天是所选规则适用于新诉求的最后一天</translation>
    </message>
    <message>
        <source>New ladder…</source>
        <translation>新建阶梯…</translation>
    </message>
    <message>
        <source>Remind and urge otherwise about some inquiries</source>
        <translation>对部分诉求另行规定提醒和催办时点</translation>
    </message>
    <message>
        <source>Change the rungs of the chosen ladder; what has fired stays</source>
        <translation>修改所选阶梯的时点；已触发的不受影响</translation>
    </message>
    <message>
        <source>Today is the last day on which the chosen ladder climbs</source>
        <translation>今天是所选阶梯生效的最后一天</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新规则…</translation>
    </message>
    <message>
        <source>Add a rule behind the chosen one</source>
        <translation>在所选规则之后添加一条规则</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>编辑规则…</translation>
    </message>
    <message>
        <source>Change its condition, where it sends and what it proposes</source>
        <translation>更改其条件、去向与建议</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Let this rule be looked at earlier</source>
        <translation>让此规则更早生效</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Let this rule be looked at later</source>
        <translation>让此规则更晚生效</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Take it out; it decides until the next version is published</source>
        <translation>移除此规则；在发布下一版之前它仍然生效</translation>
    </message>
    <message>
        <source>Test on the past</source>
        <translation>用历史试运行</translation>
    </message>
    <message>
        <source>Show how often each rule would have fired, and whether people chose the same</source>
        <translation>显示每条规则会触发多少次，与实际派单是否一致</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Put the rules in force as a new version</source>
        <translation>将规则作为新版本生效</translation>
    </message>
    <message>
        <source>Go on with this version</source>
        <translation>以此版本继续</translation>
    </message>
    <message>
        <source>Work on the older version that is shown; it decides once it is published</source>
        <translation>在所示旧版本上继续编辑，发布后生效</translation>
    </message>
    <message>
        <source>Import rules…</source>
        <translation>导入规则…</translation>
    </message>
    <message>
        <source>Read a table of rules from its JSON file; it decides once it is published</source>
        <translation>从 JSON 文件读取规则表，发布后生效</translation>
    </message>
    <message>
        <source>Export rules…</source>
        <translation>导出规则…</translation>
    </message>
    <message>
        <source>Write the table on the screen to a JSON file</source>
        <translation>将所示规则表写入 JSON 文件</translation>
    </message>
    <message>
        <source>Import past inquiries…</source>
        <translation>导入历史诉求…</translation>
    </message>
    <message>
        <source>Read what a former system knows from a CSV or Excel file; it can be taken back</source>
        <translation>从 CSV 或 Excel 文件读入原系统的诉求；可整批撤回</translation>
    </message>
    <message>
        <source>The unit is offered no more; old inquiries keep its name</source>
        <translation>不再列入可选单位，原有工单仍显示其名称</translation>
    </message>
    <message>
        <source>Import units…</source>
        <translation>导入单位…</translation>
    </message>
    <message>
        <source>Read them from a CSV or Excel file, with a look before and a report after</source>
        <translation>从 CSV 或 Excel 文件导入，先预览，后报告结果</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>查找单位</translation>
    </message>
    <message>
        <source>Go to the search line of the units</source>
        <translation>转到单位搜索框</translation>
    </message>
    <message>
        <source>My account</source>
        <extracomment>One for each section, by its name: the pane runs ``show_section`` with it (``SettingsPane.give_there``).</extracomment>
        <translation>我的账号</translation>
    </message>
    <message>
        <source>Settings: own password, language, theme, dark or light, text size</source>
        <translation>设置：本人密码、语言、主题、深色与浅色、字号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Settings: departments, hospitals and persons that handle inquiries</source>
        <translation>设置：办理诉求的科室、医院和个人</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Settings: working hours, holidays, make-up days</source>
        <translation>设置：工作时间、节假日、调休</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>时限规则</translation>
    </message>
    <message>
        <source>Settings: policies (SLA), what is promised about time</source>
        <translation>设置：时限规则（SLA）、承诺的办理时间</translation>
    </message>
    <message>
        <source>Supervision ladder</source>
        <translation>督办阶梯</translation>
    </message>
    <message>
        <source>Settings: when is reminded, urged, supervised and notified</source>
        <translation>设置：何时提醒、催办、督办、通报</translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation>派单规则</translation>
    </message>
    <message>
        <source>Settings: which unit an inquiry is dispatched to</source>
        <translation>设置：诉求派给哪个承办单位</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Settings: questions of surveys, versions, publishing</source>
        <translation>设置：调查题目、版本、发布</translation>
    </message>
    <message>
        <source>Routed right</source>
        <translation>一次派准</translation>
    </message>
    <message>
        <source>Settings: which first dispatches went to the right unit</source>
        <translation>设置：哪些首次派单派对了单位</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Settings: people, roles, passwords</source>
        <translation>设置：人员、角色、密码</translation>
    </message>
    <message>
        <source>Duty days</source>
        <translation>值班日</translation>
    </message>
    <message>
        <source>Settings: on which days people work</source>
        <translation>设置：人员哪几天上班</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Settings: permissions, what each role may do</source>
        <translation>设置：各角色可以做什么</translation>
    </message>
    <message>
        <source>Read log</source>
        <translation>访问日志</translation>
    </message>
    <message>
        <source>Settings: who has read which records, privacy</source>
        <translation>设置：谁看过哪些记录、隐私</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Settings: how long records are kept, redacting, privacy</source>
        <translation>设置：记录保存多久、永久清除、隐私</translation>
    </message>
    <message>
        <source>Past inquiries</source>
        <translation>历史诉求</translation>
    </message>
    <message>
        <source>Settings: import what a former system knows (CSV, workbook)</source>
        <translation>设置：导入原系统的记录（CSV、工作簿）</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>同步中心</translation>
    </message>
    <message>
        <source>Settings: sync of the stations, join a center, bundles</source>
        <translation>设置：坐席机同步、加入中心、数据包</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Settings: what is the same for every person and station; letterhead</source>
        <translation>设置：所有人员和坐席机共用的内容、单位抬头</translation>
    </message>
    <message>
        <source>Data and keys</source>
        <translation>数据与密钥</translation>
    </message>
    <message>
        <source>Settings: backup, encryption, data folder, check of the database</source>
        <translation>设置：备份、加密、数据文件夹、数据库检查</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Name of the center</source>
        <translation>中心名称</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Name of the calendar</source>
        <translation>日历名称</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>节假日所属国家/地区</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>州/省</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Such as 08:30–12:00, 13:00–17:00; empty: closed</source>
        <translation>如 08:30–12:00, 13:00–17:00；留空为休息</translation>
    </message>
    <message>
        <source>Empty: none are kept</source>
        <translation>留空：不计节假日</translation>
    </message>
    <message>
        <source>Form of intake</source>
        <translation>受理表单</translation>
    </message>
    <message>
        <source>Name of the line</source>
        <translation>线路名称</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Language of the center</source>
        <translation>中心语言</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>纸张大小</translation>
    </message>
    <message>
        <source>Report a growing incident at</source>
        <translation>事件扩大时提醒（件数）</translation>
    </message>
    <message>
        <source>Dispatch notes name the caller</source>
        <translation>派单函写明来电人</translation>
    </message>
    <message>
        <source>Hide the middle of numbers</source>
        <translation>隐藏号码中间几位</translation>
    </message>
    <message>
        <source>Due soon within (working hours)</source>
        <translation>即将到期（工作小时）</translation>
    </message>
    <message>
        <source>Undecided conflicts go on after (hours)</source>
        <translation>冲突久未裁定的升级时限（小时）</translation>
    </message>
    <message>
        <source>Times of day for survey calls</source>
        <translation>回访拨打时段</translation>
    </message>
    <message>
        <source>Off-peak calls while fewer inquiries than</source>
        <translation>平峰拨打：来件少于</translation>
    </message>
    <message>
        <source>Calls that can be made in an hour</source>
        <translation>每小时可拨打数</translation>
    </message>
    <message>
        <source>Calls a day to verify findings (each number)</source>
        <translation>整改核实电话每号每天最多（次）</translation>
    </message>
    <message>
        <source>Satisfaction calls after closing (percent)</source>
        <translation>办结后满意度回访（百分比）</translation>
    </message>
    <message>
        <source>Satisfaction call so long after closing</source>
        <translation>办结后多久回访</translation>
    </message>
    <message>
        <source>Categories asked for satisfaction</source>
        <translation>需回访满意度的类别</translation>
    </message>
    <message>
        <source>Lock an idle window after (minutes)</source>
        <translation>闲置锁定时间（分钟）</translation>
    </message>
    <message>
        <source>Lock an idle window after (seconds)</source>
        <translation>闲置锁定时间（秒）</translation>
    </message>
    <message>
        <source>Retention (days of each kind)</source>
        <translation>保存期限（各类天数）</translation>
    </message>
    <message>
        <source>Letterhead: at the head</source>
        <translation>报告页眉文字</translation>
    </message>
    <message>
        <source>Letterhead: at the foot</source>
        <translation>报告页脚文字</translation>
    </message>
    <message>
        <source>Letterhead: logo</source>
        <translation>报告标识</translation>
    </message>
    <message>
        <source>A number without a country code belongs to it</source>
        <translation>不带国家代码的号码按此识别</translation>
    </message>
    <message>
        <source>For interviews, findings and notes where nobody has another</source>
        <translation>用于访谈、整改与附注，未另有语言时</translation>
    </message>
    <message>
        <source>Deadlines are counted on it</source>
        <translation>时限按它计算</translation>
    </message>
    <message>
        <source>Of dispatch notes and hand-over sheets</source>
        <translation>用于派单函和交接班单</translation>
    </message>
    <message>
        <source>Numbers of inquiries within a day, such as 5, 10, 20</source>
        <translation>一天内的件数，如 5, 10, 20</translation>
    </message>
    <message>
        <source>Name and telephone leave the house with the note</source>
        <translation>姓名和电话将随函外发</translation>
    </message>
    <message>
        <source>Whole numbers are shown for a reason that is written down</source>
        <translation>说明理由并记录后才显示完整号码</translation>
    </message>
    <message>
        <source>The supervision board shows it before it is late</source>
        <translation>督办看板在超期之前即提示</translation>
    </message>
    <message>
        <source>To supervisors, after twice as many to administrators; 0 never</source>
        <translation>到时提醒班长，两倍时限后列给管理员；0 表示不升级</translation>
    </message>
    <message>
        <source>Empty: the usual ones. Such as em 08:00-09:00; ev 18:00-20:30</source>
        <translation>留空为常用时段。例如 em 08:00-09:00; ev 18:00-20:30</translation>
    </message>
    <message>
        <source>Within a quarter of an hour; inbound calls come first</source>
        <translation>一刻钟内的来件数；来电优先</translation>
    </message>
    <message>
        <source>Sixty percent of them may be agreed as appointments</source>
        <translation>其中六成可约定时间</translation>
    </message>
    <message>
        <source>Beside the limits of all other calls; 1 to 3</source>
        <translation>不计入其他外呼的每日上限；可设 1–3 次</translation>
    </message>
    <message>
        <source>0 asks nobody</source>
        <translation>0 表示不回访</translation>
    </message>
    <message>
        <source>Such as 1bd (a business day), 4bh, 2d</source>
        <translation>例如 1bd（一个工作日）、4bh、2d</translation>
    </message>
    <message>
        <source>Codes with commas, such as complaint; empty: all</source>
        <translation>用逗号分隔的代码，如 complaint；留空为全部</translation>
    </message>
    <message>
        <source>0 never locks; a call in progress stays visible, numbers hidden</source>
        <translation>0 为不锁定；通话中锁定时保持可见并隐藏号码</translation>
    </message>
    <message>
        <source>The center&apos;s day ends at its midnight</source>
        <translation>以此时区的零点划分日期</translation>
    </message>
    <message>
        <source>What is asked of a caller</source>
        <translation>受理时需询问的内容</translation>
    </message>
    <message>
        <source>Written on each contact, such as 12320</source>
        <translation>记录在每次接触上，例如 12320</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Until, that day included</source>
        <translation>至（含当日）</translation>
    </message>
    <message>
        <source>Acknowledge: remind</source>
        <translation>确认收到：提醒</translation>
    </message>
    <message>
        <source>Acknowledge: urge</source>
        <translation>确认收到：催办</translation>
    </message>
    <message>
        <source>Acknowledge: supervise</source>
        <translation>确认收到：督办</translation>
    </message>
    <message>
        <source>Acknowledge: public notice</source>
        <translation>确认收到：通报</translation>
    </message>
    <message>
        <source>First response: remind</source>
        <translation>首次回应：提醒</translation>
    </message>
    <message>
        <source>First response: urge</source>
        <translation>首次回应：催办</translation>
    </message>
    <message>
        <source>First response: supervise</source>
        <translation>首次回应：督办</translation>
    </message>
    <message>
        <source>First response: public notice</source>
        <translation>首次回应：通报</translation>
    </message>
    <message>
        <source>Accept: remind</source>
        <translation>签收：提醒</translation>
    </message>
    <message>
        <source>Accept: urge</source>
        <translation>签收：催办</translation>
    </message>
    <message>
        <source>Accept: supervise</source>
        <translation>签收：督办</translation>
    </message>
    <message>
        <source>Accept: public notice</source>
        <translation>签收：通报</translation>
    </message>
    <message>
        <source>Resolve: remind</source>
        <extracomment>A rung field is called by its promise and its step; it holds one point, or several parted by commas. Those that are changed most come first: the form is higher than a small window.</extracomment>
        <translation>办结：提醒</translation>
    </message>
    <message>
        <source>Resolve: urge</source>
        <translation>办结：催办</translation>
    </message>
    <message>
        <source>Resolve: supervise</source>
        <translation>办结：督办</translation>
    </message>
    <message>
        <source>Resolve: public notice</source>
        <translation>办结：通报</translation>
    </message>
    <message>
        <source>Call-back: remind</source>
        <translation>回访：提醒</translation>
    </message>
    <message>
        <source>Call-back: urge</source>
        <translation>回访：催办</translation>
    </message>
    <message>
        <source>Call-back: supervise</source>
        <translation>回访：督办</translation>
    </message>
    <message>
        <source>Call-back: public notice</source>
        <translation>回访：通报</translation>
    </message>
    <message>
        <source>-4bh before, 0 at the due time, +1bd after; several with commas</source>
        <translation>-4bh 到期前，0 到期时，+1bd 到期后；多个用逗号分隔</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Acknowledge within</source>
        <translation>确认收到</translation>
    </message>
    <message>
        <source>First response within</source>
        <translation>首次回应</translation>
    </message>
    <message>
        <source>Accept within</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Resolve within</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Call back within</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>2bd, 8bh, 24h, 30min, 5d, same_day</source>
        <translation>2bd 工作日、8bh 工作小时、24h、30min、5d 自然日、same_day 当日</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Responsible leader</source>
        <translation>包保领导</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Several with ; between them</source>
        <extracomment>Shown in an empty line: a line of help under each would leave no room for the table.</extracomment>
        <translation>多个用 ; 分隔</translation>
    </message>
    <message>
        <source>Empty: the center&apos;s</source>
        <translation>留空：使用中心日历</translation>
    </message>
    <message>
        <source>Categories or words, with ; between them; shown where a unit is chosen</source>
        <translation>类别或关键词，用 ; 分隔；选择单位时显示</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Works on the system</source>
        <translation>接入系统</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What it handles</source>
        <translation>受理范围</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>One of these words</source>
        <translation>任一关键词</translation>
    </message>
    <message>
        <source>All of these words</source>
        <translation>全部关键词</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>08:30-12:00 13:00-17:00</source>
        <translation>08:30-12:00 13:00-17:00</translation>
    </message>
    <message>
        <source>Time allowed</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>2bd, 8bh, same_day</source>
        <translation>2bd、8bh、same_day</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Or on to the table</source>
        <translation>或转到规则表</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>While it is</source>
        <translation>处于</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Usual week</source>
        <translation>每周安排</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Works besides</source>
        <translation>另外上班</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>会说的语言</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>In which order columns give way where the list is narrow.</extracomment>
        <translation>编码</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Handles</source>
        <translation>受理范围</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Responsible leader</source>
        <translation>包保领导</translation>
    </message>
    <message>
        <source>Working calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>On the system</source>
        <translation>接入系统</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>以前的导入</translation>
    </message>
    <message>
        <source>Inquiries</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回时间</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What or why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>承办方式</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Rungs</source>
        <translation>时点</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>派往</translation>
    </message>
    <message>
        <source>Proposes</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>On the past</source>
        <translation>历史试运行</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派单时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>So many of the newest lines are shown; the command line shows more.
----------
So many of the latest are shown; the command line shows more. How a line of the log ends well: records, and lists and documents.</extracomment>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>现已到期</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>班长</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>培训师</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>More</source>
        <translation>说明</translation>
    </message>
</context>
</TS>
