"""How a test writes into a document as a person does: when it is whole."""

from app.ui.panes.reports.documents_page import DocumentsPage


def write(page: DocumentsPage, text: str) -> None:
    """Append a line to the document."""
    page.draft.html()
    page.page.append(text)
