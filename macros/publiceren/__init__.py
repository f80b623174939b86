"""From a checked-out repository to the site that is read, on a server: publish, set up, look whether all is well."""
