"""Small reusable widgets; each reads the look in force and takes its words ready-made or from ``Words``."""
