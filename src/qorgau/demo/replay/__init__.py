"""The January once more, as it came: through the desk's own acts, at many times its speed."""
