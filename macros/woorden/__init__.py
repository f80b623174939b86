"""How the site says things: dates and money in Dutch, labels of codes, the glossary."""
