"""The exceptions station: what could not be settled, whose turn it is, and until when."""
