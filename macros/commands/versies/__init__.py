"""The versions of the files and of our code that git has, for the commands that lay one beside another."""
