"""What can go wrong with files, folders and the machine that the program stands on."""

from app.models.errors import WorldFailed


class FileMissing(WorldFailed):
    """There is no such file. Facts: ``path``."""


class FileForbidden(WorldFailed):
    """The operating system does not let us read or write here. Facts: ``path``."""


class FileUnreadable(WorldFailed):
    """The file is damaged or not what its name says. Facts: ``path``, ``place`` (line, sheet or part; may be 0)."""


class FileEmpty(WorldFailed):
    """The file holds no row or no text at all. Facts: ``path``."""


class FileNotText(WorldFailed):
    """Neither a table nor text: a picture, a PDF, a program. Facts: ``path``."""


class FileOldExcel(WorldFailed):
    """A workbook of Excel 97-2003, or one that is protected by a password. Facts: ``path``."""


class FileTooLarge(WorldFailed):
    """The file is larger than the program takes. Facts: ``path``, ``limit_mb``."""


class SheetMissing(WorldFailed):
    """The workbook has no sheet of this name. Facts: ``path``, ``sheet``, ``sheets``."""


class BackupDamaged(WorldFailed):
    """A backup that was to be put in place is not what was written; the folder is empty as before. Facts: ``path``."""


class BackupOfOther(WorldFailed):
    """Where a backup was to be written lies one of another installation, which stays. Facts: ``path``."""


class NoRoom(WorldFailed):
    """There is no room for a backup, or for what one is put back into; what was there before is. Facts: ``path``."""


class FileNotWritten(WorldFailed):
    """The file could not be written; an earlier one of that name is untouched. Facts: ``path``, ``reason``."""


class DataFolderOnNetwork(WorldFailed):
    """The data folder lies on a network drive, where a database gets damaged. Facts: ``path``, ``kind``."""


class DataFolderReadOnly(WorldFailed):
    """Nothing may be written into the data folder: a read-only disk, or a folder of somebody else. Facts: ``path``."""


class DataFolderSynced(WorldFailed):
    """The data folder lies in a cloud folder that moves and copies files. Facts: ``path``, ``service``."""


class DatabaseOnNetwork(DataFolderOnNetwork):
    """A database that is in use lies on a network drive: nothing works on it there. Facts: ``path``, ``kind``."""


class DatabaseSynced(DataFolderSynced):
    """A database that is in use lies in a cloud folder: nothing works on it there. Facts: ``path``, ``service``."""


class QtLibrariesMissing(WorldFailed):
    """System libraries of the window are not installed. Facts: ``libraries``, ``packages``."""


class DisplayMissing(WorldFailed):
    """No display to open a window on."""
