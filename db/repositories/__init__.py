"""One repository an aggregate; rows are turned into domain values and back by hand."""
