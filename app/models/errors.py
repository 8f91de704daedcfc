"""The errors that a person is told about, in three families; anything else that is raised is our own fault.

An error carries facts (ids, field names, file names, numbers), never a sentence: the sentences are in
``resources/i18n/errors.json``, one for each class name and language, with ``{fact}`` placeholders.
"""


class AppError(Exception):
    """Something that a person can act on. ``facts`` fill the placeholders of its sentence."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (type(self), self.facts))


def _again(kind: type[AppError], facts: dict[str, object]) -> AppError:
    return kind(**facts)


class FieldWrong(AppError):
    """A value is wrong or missing; shown beside its field. Facts: ``field``, ``code``."""


class CannotNow(AppError):
    """The situation does not allow it; shown in the message strip with one next step."""


class WorldFailed(AppError):
    """Disk, keyring, file or network failed; shown with a retry, and what was typed is kept."""


class FieldMissing(FieldWrong):
    """A required field is empty. Facts: ``field``."""


class ColumnMissing(FieldMissing):
    """No column of a table tells what every row has to say. Facts: ``field``."""


class FieldInvalid(FieldWrong):
    """A field holds something that it cannot hold. Facts: ``field``, ``value``."""


class PasswordUnchanged(FieldInvalid):
    """The new password is the present one. Facts: ``field``."""


class PasswordTooShort(FieldInvalid):
    """The password has too few characters. Facts: ``field``, ``limit`` (characters)."""


class NameTaken(FieldInvalid):
    """Another account has this sign-in name. Facts: ``field``, ``value`` (sign-in name)."""


class LastAdministrator(FieldInvalid):
    """Nobody else would manage accounts, today and on the days to come. Facts: ``field``, ``value`` (sign-in name)."""


class FieldTooLong(FieldWrong):
    """A text is longer than the field takes. Facts: ``field``, ``limit`` (characters)."""


class InAnotherCluster(CannotNow):
    """An inquiry was to join a cluster while it belongs to another one. Facts: ``number``, ``title``."""


class MergeIntoItself(CannotNow):
    """An inquiry was to be merged into itself. Facts: ``number``."""


class MergedElsewhere(CannotNow):
    """The inquiry into which another was to be merged is merged itself. Facts: ``number``, ``into`` (numbers)."""


class OthersMergedHere(CannotNow):
    """An inquiry was to be merged into another, but others are merged into it. Facts: ``number``, ``count``."""


class MergeTargetDone(CannotNow):
    """The inquiry into which an open one was to be merged is done. Facts: ``number``."""


class NotSignedIn(CannotNow):
    """Nobody is signed in."""


class NotAllowed(CannotNow):
    """The signed-in person has no role with this permission. Facts: ``permission``."""


class SignInRefused(CannotNow):
    """Name and password do not belong together, or the account is disabled; it does not say which."""


class SignInTooSoon(CannotNow):
    """Several wrong passwords came in a row, and the account waits. Facts: ``seconds`` until it may be tried again."""


class RecordGone(CannotNow):
    """The record is not there (any more). Facts: ``entity``, ``id``."""


class UndoNotSafe(CannotNow):
    """The last command cannot be taken back: a later change or a finalized record stands on it."""


class NothingToUndo(CannotNow):
    """No command that could be taken back."""


class UndoNever(CannotNow):
    """The last command wrote a fact (a step, a note, a contact, an urgency): it stays, and is corrected by another."""


class AlreadyFinalized(CannotNow):
    """The contact is finalized and immutable; a correction is an amendment. Facts: ``id``."""


class TransitionRefused(CannotNow):
    """The inquiry cannot go from its state to the wanted one. Facts: ``state``, ``wanted``."""


class DoNotCall(CannotNow):
    """The number, or its person, asked never to be called. Facts: ``number``."""


class NotDialable(CannotNow):
    """No telephone program can dial what was typed, such as an extension of the house. Facts: ``number``."""


class DatabaseBusy(WorldFailed):
    """Another process holds the database for longer than the time-out, or the house was closed meanwhile."""


class DataFolderInUse(WorldFailed):
    """Another window of OneWindow is open on the data folder. Facts: ``path``."""


class DiskFull(WorldFailed):
    """No space left; nothing was saved. Facts: ``path``."""


class FileDiskFull(DiskFull):
    """No space left for a file that was to be written. Facts: ``path``."""


class NoRoomToOpen(DiskFull):
    """No space left for what opening the database needs beside it. Facts: ``path``."""


class DiskFailed(WorldFailed):
    """Reading or writing the disk failed. Facts: ``path``, ``reason``."""


class DatabaseDamaged(WorldFailed):
    """The file is not what was written, or the journal's chain is broken. Facts: ``path``."""


class DatabaseTooNew(WorldFailed):
    """A newer program made this database. Facts: ``path``, ``found``, ``known``."""


class BackupNotSound(WorldFailed):
    """A backup that was just written does not verify; the earlier ones stay. Facts: ``path``."""


class DatabaseMissing(WorldFailed):
    """There is no database in this folder yet. Facts: ``path``."""


class DatabaseExists(CannotNow):
    """The folder holds a database already. Facts: ``path``."""


class NoDemoFolder(CannotNow):
    """Demo data was to be put where the database of a desk is. Facts: ``path``."""


class WrongKey(WorldFailed):
    """The key does not open this database. Facts: ``path``."""
