"""The follow-ups of bad ratings: whose turn it is, until when, and what the person said in the end.

A page of the exceptions station, and no room of its own: the same people work through both lists.
"""
