<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BundleCard</name>
    <message numerus="yes">
        <source>%n record(s) written to {file}.</source>
        <translation>
            <numerusform>%n record written to {file}.</numerusform>
            <numerusform>%n records written to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosureTable</name>
    <message numerus="yes">
        <source>%n day(s) closed</source>
        <translation>
            <numerusform>%n day closed</numerusform>
            <numerusform>%n days closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) set already</source>
        <translation>
            <numerusform>%n day set already</numerusform>
            <numerusform>%n days set already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastFile</name>
    <message numerus="yes">
        <source>%n of them (is/are) open and overdue: (it/they) will be listed as overdue, but the supervision ladder does not fire for what was passed before the import.</source>
        <translation>
            <numerusform>%n of them is open and overdue: it will be listed as overdue, but the supervision ladder does not fire for what was passed before the import.</numerusform>
            <numerusform>%n of them are open and overdue: they will be listed as overdue, but the supervision ladder does not fire for what was passed before the import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastPage</name>
    <message numerus="yes">
        <source>%n line(s) written to {file}</source>
        <translation>
            <numerusform>%n line written to {file}</numerusform>
            <numerusform>%n lines written to {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n (is/are) open and overdue, and listed so; the supervision ladder does not fire for what was passed before the import.</source>
        <translation>
            <numerusform>%n is open and overdue, and listed so; the supervision ladder does not fire for what was passed before the import.</numerusform>
            <numerusform>%n are open and overdue, and listed so; the supervision ladder does not fire for what was passed before the import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitImport</name>
    <message numerus="yes">
        <source>%n row(s) in the file</source>
        <translation>
            <numerusform>%n row in the file</numerusform>
            <numerusform>%n rows in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message numerus="yes">
        <source>%n unit(s) written to {file}</source>
        <translation>
            <numerusform>%n unit written to {file}</numerusform>
            <numerusform>%n units written to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YearPanel</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
</TS>
