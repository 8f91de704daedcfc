<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>EditorHead</name>
    <message numerus="yes">
        <source>%n error(s) keep it from review.</source>
        <translation>
            <numerusform>%n error keep it from review.</numerusform>
            <numerusform>%n errors keep it from review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFoot</name>
    <message numerus="yes">
        <source>Import %n script(s)</source>
        <translation>
            <numerusform>Import %n script</numerusform>
            <numerusform>Import %n scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScriptsPane</name>
    <message numerus="yes">
        <source>%n script(s) written.</source>
        <translation>
            <numerusform>%n script written.</numerusform>
            <numerusform>%n scripts written.</numerusform>
        </translation>
    </message>
</context>
</TS>
