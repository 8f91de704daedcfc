<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CallerFlags</name>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptDrafts</name>
    <message numerus="yes">
        <source>%n draft(s) brought back</source>
        <extracomment>So many are opened by themselves: each takes a tenth of a second to build, and tabs stay readable.</extracomment>
        <translation>
            <numerusform>%n draft brought back</numerusform>
            <numerusform>%n drafts brought back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>%n urgent change(s), asked for after this conversation</source>
        <translation>
            <numerusform>%n urgent change, asked for after this conversation</numerusform>
            <numerusform>%n urgent changes, asked for after this conversation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to read when you are free</source>
        <translation>
            <numerusform>%n change to read when you are free</numerusform>
            <numerusform>%n changes to read when you are free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastContactView</name>
    <message numerus="yes">
        <source>amended %n time(s)</source>
        <translation>
            <numerusform>amended %n time</numerusform>
            <numerusform>amended %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message numerus="yes">
        <source>said in %n similar call(s)</source>
        <translation>
            <numerusform>said in %n similar call</numerusform>
            <numerusform>said in %n similar calls</numerusform>
        </translation>
    </message>
</context>
</TS>
