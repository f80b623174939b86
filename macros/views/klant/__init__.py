"""The page of one client, what to read before a visit, the sheet a client may see, and the list of all clients."""
