"""Use cases: each loads, lets the domain decide, saves and commits. One file a use case or a small family of them."""
