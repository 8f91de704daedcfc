<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Sending</name>
    <message numerus="yes">
        <source>%n finding(s) sent</source>
        <translation>
            <numerusform>%n finding sent</numerusform>
            <numerusform>%n findings sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending of %n finding(s) taken back</source>
        <translation>
            <numerusform>Sending of %n finding taken back</numerusform>
            <numerusform>Sending of %n findings taken back</numerusform>
        </translation>
    </message>
</context>
</TS>
