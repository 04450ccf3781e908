"""What keeps the house: copies and their return, the turn of the server's key, and how it says that something is not well."""
