"""The page about all chances, and what it says of one."""
