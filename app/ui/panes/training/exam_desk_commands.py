"""The commands of the trainer's desk of exams, as data."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

from app.ui.kit.commands import Command

EXAM_DESK = (
    Command(
        "training.desk_new",
        QT_TRANSLATE_NOOP("commands", "New exam…"),
        QT_TRANSLATE_NOOP("commands", "Set an exam for every operator; its questions are drawn now and frozen"),
        "Alt+N",
        run="new_exam",
        icon="add",
    ),
    Command(
        "training.desk_mark",
        QT_TRANSLATE_NOOP("commands", "Mark typed answers"),
        QT_TRANSLATE_NOOP("commands", "Confirm or change what is proposed for each typed answer, by keyboard"),
        "Alt+M",
        enabled_when="may_mark",
        run="mark",
        icon="edit",
    ),
    Command(
        "training.desk_rate",
        QT_TRANSLATE_NOOP("commands", "Rate the questions…"),
        QT_TRANSLATE_NOOP(
            "commands",
            "Judge how many would answer each question right; what the judges expect is the pass mark",
        ),
        "Ctrl+Shift+J",
        enabled_when="may_rate",
        run="rate",
        icon="review",
    ),
    Command(
        "training.desk_release",
        QT_TRANSLATE_NOOP("commands", "Let the results out"),
        QT_TRANSLATE_NOOP(
            "commands",
            "Everybody sees their own result; possible when nobody can sit it any more and all answers are marked",
        ),
        "Alt+R",
        enabled_when="may_release",
        run="release",
        icon="send",
    ),
    Command(
        "training.desk_save",
        QT_TRANSLATE_NOOP("commands", "Set this exam"),
        QT_TRANSLATE_NOOP("commands", "Draw its questions and put it before the operators"),
        "Ctrl+S",
        enabled_when="is_setting",
        run="save_exam",
        icon="save",
    ),
)
