<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ClusterBanner</name>
    <message numerus="yes">
        <source>%n inquir(y/ies)</source>
        <translation>
            <numerusform>%n inquiry</numerusform>
            <numerusform>%n inquiries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) closed with the same answer</source>
        <translation>
            <numerusform>%n inquiry closed with the same answer</numerusform>
            <numerusform>%n inquiries closed with the same answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InquiryList</name>
    <message numerus="yes">
        <source>%n inquir(y/ies)</source>
        <translation>
            <numerusform>%n inquiry</numerusform>
            <numerusform>%n inquiries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkedBar</name>
    <message numerus="yes">
        <source>%n inquir(y/ies) marked</source>
        <translation>
            <numerusform>%n inquiry marked</numerusform>
            <numerusform>%n inquiries marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) put together</source>
        <translation>
            <numerusform>%n inquiry put together</numerusform>
            <numerusform>%n inquiries put together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) saved</source>
        <translation>
            <numerusform>%n inquiry saved</numerusform>
            <numerusform>%n inquiries saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) merged</source>
        <translation>
            <numerusform>%n inquiry merged</numerusform>
            <numerusform>%n inquiries merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inquir(y/ies) refused.</source>
        <translation>
            <numerusform>%n inquiry refused.</numerusform>
            <numerusform>%n inquiries refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergedBanner</name>
    <message numerus="yes">
        <source>%n inquir(y/ies) merged into this one</source>
        <translation>
            <numerusform>%n inquiry merged into this one</numerusform>
            <numerusform>%n inquiries merged into this one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s)</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
</context>
</TS>
