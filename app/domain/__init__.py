"""The rules of the hall as plain values and pure functions: no screen, no database, no clock."""
