"""What stations that work through a list share: the list by urgency, a page as a story, and one step at a time."""
