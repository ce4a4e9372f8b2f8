"""The counter (窗口): calls, serves, judges materials and tells once what is missing."""
