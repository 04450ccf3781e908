"""Asking bodies for their opinion on a draft (phản biện xã hội): who was asked, who answered, who is late."""
