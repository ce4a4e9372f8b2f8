"""Yici (一次): the window-service system of a government service hall."""
