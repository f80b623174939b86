"""The contact schedule."""
