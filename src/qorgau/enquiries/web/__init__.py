"""The pages of look-ups and enquiries."""
