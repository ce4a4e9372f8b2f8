"""The statutory documents of a case, one file a form; what they share is in ``app.documents.letter``."""
