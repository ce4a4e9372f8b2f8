"""The tablet at a counter that asks how the service was."""
