<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>CampaignStop</name>
    <message numerus="yes">
        <source>Calling stopped. Waiting: %n open case(s)</source>
        <translation>
            <numerusform>Calling stopped. Waiting: %n open case</numerusform>
            <numerusform>Calling stopped. Waiting: %n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calling goes on: %n open case(s)</source>
        <translation>
            <numerusform>Calling goes on: %n open case</numerusform>
            <numerusform>Calling goes on: %n open cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawForm</name>
    <message numerus="yes">
        <source>%n encounter(s) gave way to another of one person</source>
        <translation>
            <numerusform>%n encounter gave way to another of one person</numerusform>
            <numerusform>%n encounters gave way to another of one person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n interview(s) saved, with codebook and labels</source>
        <translation>
            <numerusform>%n interview saved, with codebook and labels</numerusform>
            <numerusform>%n interviews saved, with codebook and labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopBox</name>
    <message numerus="yes">
        <source>Not called until calling goes on: %n open case(s)</source>
        <translation>
            <numerusform>Not called until calling goes on: %n open case</numerusform>
            <numerusform>Not called until calling goes on: %n open cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreed on a time: %n case(s)</source>
        <translation>
            <numerusform>Agreed on a time: %n case</numerusform>
            <numerusform>Agreed on a time: %n cases</numerusform>
        </translation>
    </message>
</context>
</TS>
