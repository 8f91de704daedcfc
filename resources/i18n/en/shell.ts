<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BottomStrip</name>
    <message numerus="yes">
        <source>call-back(s) due</source>
        <translation>
            <numerusform>call-back due</numerusform>
            <numerusform>call-backs due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reminder(s) to see</source>
        <translation>
            <numerusform>reminder to see</numerusform>
            <numerusform>reminders to see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message numerus="yes">
        <source>%n conversation(s) cannot be saved yet. The desk stays open so that none is lost.</source>
        <translation>
            <numerusform>%n conversation cannot be saved yet. The desk stays open so that none is lost.</numerusform>
            <numerusform>%n conversations cannot be saved yet. The desk stays open so that none is lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
