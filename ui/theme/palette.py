"""Qt's palette in a look's colours, for what a style sheet does not reach."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.look import Look

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text1",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text1",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text1",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text1",
}
_WHEN_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette_of(look: Look) -> QPalette:
    """Every role that widgets use, from the tokens."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, look.colour(token))
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.tokens.disabled))
    return palette
