"""The first start: which database, which station, which printers and screen; asked once, then kept."""
