"""The director's screen: what is at stake."""
