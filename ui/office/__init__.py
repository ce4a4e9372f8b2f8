"""The supervision office: figures that people look at."""
