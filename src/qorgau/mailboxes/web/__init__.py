"""Pages for whoever complains: nobody is asked who they are, and nothing they write reaches the server unsealed."""
