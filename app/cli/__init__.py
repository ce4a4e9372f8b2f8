"""The command line: every use case without a screen. It loads no Qt unless a station is opened."""
