"""What can go wrong with the keys of the database: keyring, key file, key command, passphrase, recovery."""

from app.models.errors import CannotNow, FieldWrong, WorldFailed


class KeyringMissing(WorldFailed):
    """No keyring service of the operating system is fit to hold a key. Facts: ``backend``."""


class KeyringLocked(WorldFailed):
    """The keyring is there but locked, or its unlocking was dismissed. Facts: ``backend``."""


class KeyringFailed(WorldFailed):
    """The keyring did not give back what was written, or broke off. Facts: ``backend``."""


class KeyringChanged(WorldFailed):
    """The key was stored in another keyring than the one that answers now. Facts: ``was``, ``now``."""


class KeyMissing(WorldFailed):
    """The provider works but holds no key of this database. Facts: ``provider``."""


class KeyElsewhere(WorldFailed):
    """The key was given to another provider than the one asked. Facts: ``keeper``, ``asked`` (kinds), ``name``."""


class KeyChoiceUnclear(FieldWrong):
    """Two key providers were named at once. Facts: ``first``, ``second``."""


class KeyFileMissing(WorldFailed):
    """There is no file under the name given as key file. Facts: ``path``."""


class KeyFileExposed(WorldFailed):
    """Other people can read or change the key file. Facts: ``path``, ``mode`` (octal)."""


class KeyFileWrong(WorldFailed):
    """The key file holds no key that fits. Facts: ``path``."""


class KeyCommandMissing(WorldFailed):
    """The program of the key command cannot be started. Facts: ``program``."""


class KeyCommandSlow(WorldFailed):
    """The key command did not end in time. Facts: ``program``, ``limit_s``."""


class KeyCommandFailed(WorldFailed):
    """The key command ended with an error. Facts: ``program``, ``exit_code``."""


class KeyCommandOutputWrong(WorldFailed):
    """What the key command printed is not a key. Facts: ``program``."""


class KeyCommandReadOnly(CannotNow):
    """A key command only prints its key; another one cannot be stored there. Facts: ``program``."""


class KeyCommandNeedsShell(FieldWrong):
    """The key command holds shell signs, but runs without a shell. Facts: ``sign``."""


class PassphraseTooShort(FieldWrong):
    """The passphrase is shorter than allowed. Facts: ``field``, ``limit`` (characters)."""


class PassphraseWrong(WorldFailed):
    """The passphrase does not open the key."""


class RecoveryIncomplete(FieldWrong):
    """The recovery passphrase has too few or too many letters. Facts: ``field``, ``found``, ``wanted``."""


class RecoveryLetterWrong(FieldWrong):
    """The recovery passphrase holds a sign that never occurs in one. Facts: ``field``, ``letter``, ``group``."""


class RecoveryMistyped(FieldWrong):
    """The last group of the recovery passphrase does not fit the others. Facts: ``field``."""


class RecoveryWrong(WorldFailed):
    """The recovery passphrase is well-formed but of another installation. Facts: ``install_id``."""


class RecoveryOutdated(WorldFailed):
    """The recovery passphrase is that of an earlier key, which was changed since. Facts: ``install_id``."""


class KeyChanging(CannotNow):
    """The key of the database is being changed by another program just now. Facts: ``path``."""


class KeysBusy(CannotNow):
    """Another program has had a file of keys for longer than it ever needs. Facts: ``path``."""


class KeyWorkRunning(CannotNow):
    """A sync, a backup or another long task runs, so the key cannot be changed. Facts: ``path``."""


class KeyChangedMeanwhile(CannotNow):
    """The keys of the desk are others than when the new recovery sheet was made. Facts: ``path``."""


class OthersAtWork(CannotNow):
    """Another program has the database open, so its key cannot be changed. Facts: ``path``."""


class KeyNotChanged(WorldFailed):
    """The disk did not take every page under the new key: it is full, or it fails. Facts: ``path``."""


class NoRoomForKeyChange(WorldFailed):
    """The disk does not hold the database a second time. Facts: ``needed_mb``, ``free_mb`` (megabytes)."""


class CenterKeyExists(CannotNow):
    """The hub names a recovery key already. Facts: ``fingerprint``."""


class CenterKeyBroken(WorldFailed):
    """A file is not the center's recovery key, nor a sealed key, or is damaged. Facts: ``path``."""


class CenterKeyCodeWrong(WorldFailed):
    """The code does not open the file of the center's recovery key. Facts: ``path``."""


class CenterKeyOther(WorldFailed):
    """The keys were sealed for another recovery key. Facts: ``fingerprint``."""


class CenterKeyNone(CannotNow):
    """There is no recovery key at the hub, or nothing that was sealed for one."""


class CenterKeyChanged(CannotNow):
    """The hub names another recovery key than the station trusts. Facts: ``was``, ``now`` (fingerprints)."""


class EscrowFailed(WorldFailed):
    """The recovery copy of the keys could not be made, so no keys were made at all. Facts: ``path``."""


class BackupKeysOther(WorldFailed):
    """The keys file beside a backup is that of another copy. Facts: ``path``, ``keys`` (that of the keys file)."""


class KeySidecarMissing(WorldFailed):
    """The file that says where the keys are is not beside the database. Facts: ``path``."""


class KeySidecarBroken(WorldFailed):
    """The file that says where the keys are is damaged. Facts: ``path``."""


class KeySidecarTooNew(WorldFailed):
    """A newer program wrote the file that says where the keys are. Facts: ``path``, ``found``, ``known``."""
