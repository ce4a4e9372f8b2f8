"""The demo: a morning played by itself, and the hall on a screen."""
