"""Settings, addresses and the command line: the roof over all storeys."""
