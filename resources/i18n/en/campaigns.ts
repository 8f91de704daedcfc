<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
</TS>
