"""Django settings, read from the environment and from one data folder."""
