"""Files in and out: every problem with its place, all or nothing."""
