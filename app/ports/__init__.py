"""What the use cases need from the world, as small protocols, and the frozen rows that screens read."""
