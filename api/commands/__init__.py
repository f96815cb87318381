"""The commands of `perwal`, one module each."""
