"""What judges expect of the questions of an exam: written once each time, the latest of a judge counts."""

from app.models.angoff import Rating
from app.store.journal import Rows, Tx


def write(tx: Tx, rating: Rating, *, exam: bytes) -> bytes:
    """Write what a judge expects of a question, and return the id of the rating."""
    values = {
        "exam": exam.hex(), "item": rating.version.hex(), "share": rating.share,
        "at": tx.writer.now.isoformat(), "by": rating.judge.hex(),
    }  # fmt: skip
    return tx.add("exam_rating", values)


def of_exam(rows: Rows, exam: bytes) -> list[Rating]:
    """Return the latest rating of each judge and question of an exam, in the order of judges and questions."""
    sql = 'SELECT "by", item, share FROM exam_rating WHERE exam=? ORDER BY at, id'
    latest = {(bytes(by), bytes(item)): float(share) for by, item, share in rows.all(sql, exam)}
    return [Rating(judge, version, share) for (judge, version), share in sorted(latest.items())]
