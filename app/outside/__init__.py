"""The world behind Protocols: clock, keys, telephony, sheets. Implements what the services ask for; never imports ui."""
