"""A sample hall at work on one machine: played by itself into a folder, or opened on a screen."""
