"""The world behind Protocols: clock, keys, files, letters. Does what the services ask for; never imports ui."""
