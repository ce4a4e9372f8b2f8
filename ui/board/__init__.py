"""The board: who is called where, and how long the lines are, readable from across the hall."""
