<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Seat</name>
    <message numerus="yes">
        <source>%n conversation(s) cannot be saved yet. The desk stays open so that nothing is lost.</source>
        <translation>
            <numerusform>%n conversation cannot be saved yet. The desk stays open so that nothing is lost.</numerusform>
            <numerusform>%n conversations cannot be saved yet. The desk stays open so that nothing is lost.</numerusform>
        </translation>
    </message>
</context>
</TS>
